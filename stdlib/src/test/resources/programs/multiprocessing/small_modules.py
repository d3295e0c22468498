"""multiprocessing.heap, .reduction and .dummy.connection."""
import multiprocessing.dummy
import threading
from multiprocessing import heap, reduction
from multiprocessing.dummy import connection

view = heap.BufferWrapper(10).create_memoryview()
view[0] = 7
print(len(view), bytes(view), heap.__all__)
try:
    heap.BufferWrapper(-1)
except ValueError as e:
    print(e)


class Point:
    def __init__(self, x):
        self.x = x


def make(x):
    return Point(x * 2)


reduction.register(Point, lambda point: (make, (point.x,)))
data = reduction.ForkingPickler.dumps([Point(1), 'text'])
print(type(data).__name__)
point, text = reduction.ForkingPickler.loads(data)
print(point.x, text)

print(connection.__all__)
with connection.Listener() as listener:
    def client(address):
        with connection.Client(address) as conn:
            conn.send(['from the client'])
            print(conn.recv())

    t = threading.Thread(target=client, args=(listener.address,))
    t.start()
    with listener.accept() as conn:
        print(conn.poll(10), conn.recv(), conn.poll())
        conn.send('from the server')
    t.join()
a, b = multiprocessing.dummy.Pipe()
a.send(1)
print(b.recv(), multiprocessing.dummy.Pipe is connection.Pipe)
