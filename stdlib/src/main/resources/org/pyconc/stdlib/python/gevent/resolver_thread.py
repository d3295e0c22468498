"""See gevent.resolver.thread."""

from gevent.resolver.thread import Resolver

__all__ = ['Resolver']
