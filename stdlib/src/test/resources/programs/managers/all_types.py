"""Every type of objects that a manager keeps, used by several processes."""
import multiprocessing
import queue
import time


def shown(value):
    text = repr(value)
    parts = text.split(' at 0x')
    return parts[0] + ''.join(' at 0x..' + part.lstrip('0123456789abcdef') for part in parts[1:])


def add(lock, value, array, times):
    for _ in range(times):
        with lock:
            value.value += 1
            array[0] = array[0] - 1


def square(x):
    return x * x


def consumer(condition, items, seen):
    with condition:
        condition.wait_for(lambda: len(items) == 3)
        seen.append(sum(items))


def passes(barrier, results):
    index = barrier.wait()
    results.append(index)


def main():
    with multiprocessing.Manager() as m:
        ns = m.Namespace(a=1, b='x', _hidden=3)
        value = m.Value('i', 4)
        array = m.Array('i', [100, 2, 3])
        for proxy in (ns, value, array, m.Lock(), m.RLock(), m.Semaphore(2), m.BoundedSemaphore(2),
                      m.Condition(), m.Event(), m.Barrier(2), m.Queue(), m.JoinableQueue(),
                      m.dict(), m.list()):
            print(type(proxy).__name__, shown(proxy), proxy._exposed_[:2])
        print(ns, value, array)

        for lock in (m.Lock(), m.RLock(), m.Semaphore(1)):
            ps = [multiprocessing.Process(target=add, args=(lock, value, array, 5)) for _ in range(3)]
            for p in ps:
                p.start()
            for p in ps:
                p.join()
            print(value.value, array[0], len(array))
        ns.c = [1, 2]
        ns.c.append(3)
        del ns.a
        print(ns, ns.b, hasattr(ns, 'a'))
        try:
            ns.zzz
        except AttributeError as e:
            print('AttributeError', e)

        q = m.Queue(2)
        q.put(1)
        q.put('two')
        print(q.full(), q.qsize(), q.get(), q.get(), q.empty())
        try:
            q.get_nowait()
        except queue.Empty as e:
            print('Empty', repr(e))
        try:
            q.get(timeout=0.01)
        except queue.Empty as e:
            print('Empty', repr(e))

        condition, items, seen = m.Condition(), m.list(), m.list()
        p = multiprocessing.Process(target=consumer, args=(condition, items, seen))
        p.start()
        for i in range(3):
            with condition:
                items.append(i)
                condition.notify_all()
        p.join()
        print(seen)

        barrier, results = m.Barrier(3), m.list()
        ps = [multiprocessing.Process(target=passes, args=(barrier, results)) for _ in range(3)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(sorted(results), barrier.parties, barrier.n_waiting, barrier.broken)

        event = m.Event()
        print(event.is_set(), event.wait(0.01), event.set(), event.wait(), event.clear(), event.is_set())

        rlock = m.RLock()
        print(rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release())
        try:
            rlock.release()
        except RuntimeError as e:
            print('RuntimeError', e)
        lock = m.Lock()
        print(lock.acquire(), lock.acquire(False), lock.release())

        with m.Pool(2) as pool:
            print(pool.apply(square, (3,)), pool.map(square, range(4)))
            result = pool.apply_async(square, (5,))
            print(type(result).__name__, result.get(), result.ready(), result.successful())
            print(list(pool.imap(square, range(3))))
        try:
            array[10]
        except IndexError as e:
            print('IndexError', e)
        try:
            m.list(1, 2, 3)
        except multiprocessing.managers.RemoteError as e:
            print('RemoteError', str(e).splitlines()[-2])


if __name__ == '__main__':
    main()
