"""Locks and queues of threads that are not patched."""

from queue import Empty as EmptyTimeout
from queue import Queue

from gevent import monkey

__all__ = ['Lock', 'Queue', 'EmptyTimeout']
Lock = monkey.get_original('_thread', 'allocate_lock')
