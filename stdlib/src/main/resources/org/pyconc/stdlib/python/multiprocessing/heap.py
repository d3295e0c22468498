"""Memory that the processes of a program share."""

from multiprocessing.shared_memory import SharedMemory

__all__ = ['BufferWrapper']


class BufferWrapper:
    """A piece of shared memory."""

    def __init__(self, size):
        if size < 0:
            raise ValueError('Size {0:n} out of range'.format(size))
        self._size = size
        self._memory = SharedMemory(create=True, size=max(size, 1))
        self._memory.unlink()  # nobody is to find it by its name

    def create_memoryview(self):
        return self._memory.buf[:self._size]
