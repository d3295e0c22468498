"""The hub of the running thread."""

from gevent._core import get_hub, get_hub_if_exists, set_hub
from gevent.hub import get_hub_class, get_hub_noargs, get_loop, set_default_hub_class, set_loop

__all__ = ['get_hub', 'get_hub_noargs', 'get_hub_if_exists']
