"""A manager before its start, while it runs, and after its end."""
import multiprocessing
from multiprocessing.managers import BaseManager, SyncManager


class Own(BaseManager):
    pass


def boom(*args):
    raise ValueError('boom')


Own.register('thing', list)


def attempt(action):
    try:
        print('->', action())
    except Exception as e:
        print(type(e).__name__, e)


def initialize(where):
    where.append('initialised')


def main():
    m = Own()
    attempt(lambda: m.thing())
    m.start()
    attempt(m.start)
    t = m.thing([1])
    print(t, [c.name.split('-')[0] for c in multiprocessing.active_children()])
    m.shutdown()
    attempt(m.start)
    attempt(m.thing)
    print(m.shutdown(), len(multiprocessing.active_children()))
    attempt(lambda: SyncManager().start(initializer=3))
    with SyncManager() as s:
        d = s.dict()
        d[1] = 2
        print(d)
    attempt(lambda: Own.register('bad', list, method_to_typeid={1: 'x'}))
    with multiprocessing.Manager() as outer:
        log = outer.list()
        with SyncManager() as unused:
            pass
        second = SyncManager()
        second.start(initialize, (log,))
        print(log)
        second.shutdown()


if __name__ == '__main__':
    main()
