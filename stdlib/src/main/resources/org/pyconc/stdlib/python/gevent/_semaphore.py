"""Semaphores."""

from gevent.lock import BoundedSemaphore, Semaphore

__all__ = ['Semaphore', 'BoundedSemaphore']
