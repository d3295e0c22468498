"""What pickles made by CPython call the classes of queue."""

from queue import Empty, SimpleQueue

__all__ = ['Empty', 'SimpleQueue']
