"""Small numbers for objects."""

from gevent.hub import _IdentRegistry as IdentRegistry

__all__ = ['IdentRegistry']
