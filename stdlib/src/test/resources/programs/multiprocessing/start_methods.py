"""Start methods: what a child has that did not start from its parent's memory."""
import multiprocessing
import sys

if 'Pool' not in multiprocessing.current_process().name:
    print('module runs as', __name__)
changed = 'at import'


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return 'Point(%d)' % self.x


class Worker(multiprocessing.Process):
    def run(self):
        print('run', type(self) is Worker, Worker.__module__, changed, multiprocessing.current_process().name)


def look(number):
    print('  ', __name__, multiprocessing.current_process().name, changed, number)
    print('  ', multiprocessing.get_start_method(), sys.modules['__main__'] is sys.modules['__mp_main__'])


def swap(q, point):
    q.put((repr(point), type(point) is Point, type(point).__module__))
    q.put(Point(point.x + 1))


def square(x):
    return x * x


def raises():
    raise ValueError('in the child')


def attempt(action):
    try:
        print('->', action())
    except Exception as e:
        print('!!', type(e).__name__, e)


def main():
    global changed
    changed = 'changed before start'
    print(multiprocessing.get_all_start_methods(), multiprocessing.get_start_method(allow_none=True))
    spawn = multiprocessing.get_context('spawn')
    p = spawn.Process(target=look, args=(1,))
    p.start()
    p.join()
    print(p.name, p.exitcode)
    q = spawn.Queue()
    p = spawn.Process(target=swap, args=(q, Point(3)))
    p.start()
    print(q.get())
    point = q.get()
    p.join()
    print(point, type(point) is Point)
    with spawn.Pool(2) as pool:
        print(pool.map(square, range(5)))
    attempt(lambda: spawn.set_start_method('fork'))
    attempt(lambda: multiprocessing.get_context('teleport'))
    attempt(lambda: multiprocessing.set_start_method('spawn'))
    multiprocessing.set_start_method('spawn', force=True)
    attempt(lambda: multiprocessing.set_start_method('fork'))
    print(multiprocessing.get_start_method(), multiprocessing.get_context().get_start_method())
    w = Worker()
    w.start()
    w.join()
    print(w.name, w.exitcode)
    p = multiprocessing.Process(target=raises, name='raiser')
    p.start()
    p.join()
    print(p.name, p.exitcode)
    multiprocessing.set_start_method('fork', force=True)
    w = Worker()
    w.start()
    w.join()
    multiprocessing.set_start_method(None, force=True)
    print(multiprocessing.get_start_method(allow_none=True), multiprocessing.get_start_method())


if __name__ == '__main__':
    main()
