"""Sockets; see gevent.socket."""

from gevent.socket import *
from gevent.socket import __all__, __implements__
