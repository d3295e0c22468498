"""multiprocessing.util: finalizers by priority, calls in children, the library's logger."""
import multiprocessing
import os
from multiprocessing import util


class Thing:
    pass


def say(*words, **more):
    print('say', *words, *sorted(more.items()))
    return 'said'


def fails():
    raise ValueError('a finalizer fails')


def child():
    util.Finalize(None, say, args=('end of the child',), exitpriority=1)


def attempt(action):
    try:
        print('->', action())
    except Exception as e:
        print('!!', type(e).__name__, e)


def told(thing):
    print('after fork', thing.name)


def order(text):
    print(text, flush=True)


if __name__ == '__main__':
    thing = Thing()
    thing.name = 'a thing'
    f = util.Finalize(thing, say, args=(1, 2), kwargs={'x': 3}, exitpriority=5)
    print(f, f.still_active())
    print(f(), f.still_active(), f(), f)
    g = util.Finalize(thing, say, exitpriority=5)
    print(g.cancel(), g.still_active(), g(), g)
    attempt(lambda: util.Finalize(None, say))
    attempt(lambda: util.Finalize(None, say, exitpriority='high'))
    util.Finalize(None, say, args=('low',), exitpriority=-10)
    util.Finalize(None, say, args=('high',), exitpriority=10)
    util.Finalize(None, say, args=('high, later',), exitpriority=10)
    util.register_after_fork(thing, told)
    os.register_at_fork(before=lambda: order('before 1'), after_in_child=lambda: order('in child'),
                        after_in_parent=lambda: None)
    os.register_at_fork(before=lambda: order('before 2'))
    attempt(lambda: os.register_at_fork())
    attempt(lambda: os.register_at_fork(before=3))
    attempt(lambda: os.register_at_fork(after_in_child='x'))
    p = multiprocessing.Process(target=child)
    p.start()
    p.join()
    print(p.exitcode)
    print(util.get_logger().name, util.get_logger() is multiprocessing.get_logger())
    print(util.is_exiting())
    folder = util.get_temp_dir()
    print(os.path.isdir(folder), os.path.basename(folder).startswith('pymp-'))
