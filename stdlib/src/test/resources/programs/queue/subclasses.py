"""Queues of a program's own: what CPython's documentation lets a subclass override."""
import queue
import threading


class Unique(queue.Queue):
    """Holds each item once."""

    def _init(self, maxsize):
        self.all = set()

    def _qsize(self):
        return len(self.all)

    def _put(self, item):
        self.all.add(item)

    def _get(self):
        return self.all.pop()


q = Unique(2)
q.put('a')
q.put('a')
print(q.qsize(), q.full(), q.maxsize)
q.put('b')
print(q.full())
try:
    q.put('c', timeout=0.01)
except queue.Full:
    print('full')
print(sorted([q.get(), q.get()]), q.empty())
try:
    q.get_nowait()
except queue.Empty:
    print('empty')
out = []
t = threading.Thread(target=lambda: out.append(q.get()))
t.start()
q.put('later')
t.join()
print(out, q.unfinished_tasks)


class Loud(queue.LifoQueue):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def _put(self, item):
        print(self.name, 'puts', item)
        super()._put(item)

    def get(self, *args, **kwargs):
        x = super().get(*args, **kwargs)
        print(self.name, 'gets', x)
        return x


l = Loud('loud')
l.put(1)
l.put(2)
print(l.get(), l.get(), l.empty())
