"""The hub of the running thread."""

from gevent._core import get_hub, get_hub_if_exists, set_hub

__all__ = ['get_hub', 'get_hub_noargs', 'get_hub_if_exists']
get_hub_noargs = get_hub


def get_hub_class():
    from gevent.hub import Hub
    return Hub


def get_loop():
    return get_hub().loop
