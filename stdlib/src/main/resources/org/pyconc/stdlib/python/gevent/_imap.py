"""Results of calls side by side; see gevent.pool."""

from gevent.pool import IMap, IMapUnordered

__all__ = ['IMapUnordered', 'IMap']
