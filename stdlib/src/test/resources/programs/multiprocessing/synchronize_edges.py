"""Locks, semaphores, conditions, events and barriers of processes: states, errors, representations."""
import multiprocessing
import multiprocessing.synchronize
import threading
import time


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, e)


def shown(value):
    return repr(value).split(' at 0x')[0]


def in_child(what, f, *args):
    q = multiprocessing.SimpleQueue()
    p = multiprocessing.Process(target=report, args=(q, f, args), name='child')
    p.start()
    print(what, q.get())
    p.join()


def report(q, f, args):
    try:
        q.put(('->', f(*args)))
    except Exception as e:
        q.put(('!!', type(e).__name__, str(e)))


def acquire(lock, *args):
    return lock.acquire(*args)


def release(lock):
    return lock.release()


def locks():
    for make in (multiprocessing.Lock, multiprocessing.RLock):
        lock = make()
        print(type(lock).__name__, lock)
        attempt('release', lock.release)
        print(lock.acquire(), lock)
        in_child('child', acquire, lock, False)
        in_child('child', acquire, lock, True, 0.01)
        if make is multiprocessing.RLock:
            in_child('child', release, lock)
        in_child('child', repr, lock)
        attempt('again', lambda: lock.acquire(block=False))
        attempt('again', lambda: lock.acquire(True, 0.01))
        attempt('again', lambda: lock.acquire(timeout=-1))
        print(lock)
        attempt('release', lock.release)
        attempt('release', lock.release)
        attempt('release', lock.release)
        print(lock)
        with lock as inside:
            print(inside, lock)
        attempt('argument', lambda: lock.acquire(blocking=True))
    attempt('argument', lambda: multiprocessing.Lock().acquire(True, 'x'))


def semaphores():
    for make in (multiprocessing.Semaphore, multiprocessing.BoundedSemaphore):
        s = make(2)
        print(type(s).__name__, s, s.get_value())
        print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(True, 0.01), s, s.get_value())
        in_child('child', acquire, s, False)
        in_child('child', release, s)
        s.release()
        attempt('release', s.release)
        print(s)
        with s:
            print(s.get_value())
        attempt('negative', lambda: make(-1))
        attempt('text', lambda: make('x'))
        print(make(), make(0).acquire(False), make(value=3))


def wake(condition, shared):
    with condition:
        shared.value = 1
        condition.notify_all()


def conditions():
    c = multiprocessing.Condition()
    print(shown(c).replace('<unlocked _multiprocessing.RLock object', 'RLock'))
    attempt('wait', c.wait)
    attempt('notify', c.notify)
    attempt('notify_all', c.notify_all)
    attempt('release', c.release)
    shared = multiprocessing.Value('i', 0)
    with c:
        print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 'true', 0.01))
        p = multiprocessing.Process(target=wake, args=(c, shared))
        p.start()
        print(c.wait_for(lambda: shared.value, 20))
        c.notify()
        c.notify(5)
    p.join()
    c = multiprocessing.Condition(multiprocessing.Lock())
    print(c.acquire(), c.acquire(False), c.release())


def events():
    e = multiprocessing.Event()
    print(e.is_set(), e.wait(0.01), e.set(), e.wait(), e.wait(0), e.set(), e.is_set(), e.clear(), e.is_set())
    print(shown(e))
    e.set()
    print(shown(e))
    in_child('child', multiprocessing.synchronize.Event.is_set, e)
    in_child('child', multiprocessing.synchronize.Event.clear, e)
    print(e.is_set())


def pass_through(barrier, q):
    try:
        q.put(barrier.wait(20))
    except threading.BrokenBarrierError as e:
        q.put('broken')


def barriers():
    b = multiprocessing.Barrier(3)
    q = multiprocessing.SimpleQueue()
    print(b.parties, b.n_waiting, b.broken, shown(b))
    ps = [multiprocessing.Process(target=pass_through, args=(b, q)) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(sorted(q.get() for _ in ps))
    ps = [multiprocessing.Process(target=pass_through, args=(b, q)) for _ in range(2)]
    for p in ps:
        p.start()
    while b.n_waiting < 2:
        time.sleep(0.01)
    b.abort()
    for p in ps:
        p.join()
    print([q.get() for _ in ps], b.broken, b.n_waiting)
    try:
        b.wait()
    except threading.BrokenBarrierError as e:
        print('BrokenBarrierError', repr(e))
    print(b.reset(), b.broken)
    try:
        b.wait(0.01)
    except threading.BrokenBarrierError as e:
        print('BrokenBarrierError', b.broken)
    one = multiprocessing.Barrier(1, action=lambda: print('action'), timeout=5)
    print(one.wait(), one.wait())
    bad = multiprocessing.Barrier(1, action=lambda: 1 / 0)
    attempt('action', bad.wait)
    print(bad.broken)


if __name__ == '__main__':
    locks()
    semaphores()
    conditions()
    events()
    barriers()
