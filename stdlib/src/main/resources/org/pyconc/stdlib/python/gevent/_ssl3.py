"""Connections with TLS; see gevent.ssl."""

from gevent.ssl import *
from gevent.ssl import __all__, __implements__
