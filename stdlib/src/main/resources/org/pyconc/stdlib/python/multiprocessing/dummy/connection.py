"""The face of multiprocessing.connection over queues between threads."""

import time
from queue import Queue

__all__ = ['Client', 'Listener', 'Pipe']

families = [None]


class Connection:
    """One end of a pipe between threads."""

    def __init__(self, incoming, outgoing):
        self._in = incoming
        self._out = outgoing
        self.send = self.send_bytes = outgoing.put
        self.recv = self.recv_bytes = incoming.get

    def poll(self, timeout=0.0):
        end = None if timeout is None else time.monotonic() + timeout
        while not self._in.qsize():
            if end is not None and time.monotonic() >= end:
                return False
            time.sleep(0.001)
        return True

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


class Listener:
    """Waits for clients; its address is an object that is given to them."""

    def __init__(self, address=None, family=None, backlog=1):
        self._backlog = Queue(backlog)

    def accept(self):
        return Connection(*self._backlog.get())

    def close(self):
        self._backlog = None

    @property
    def address(self):
        return self._backlog

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address):
    one, other = Queue(), Queue()
    address.put((one, other))
    return Connection(other, one)


def Pipe(duplex=True):
    one, other = Queue(), Queue()
    return Connection(one, other), Connection(other, one)
