"""Waiting for a process before what it has put is taken does not hang; closures and local classes travel."""
import multiprocessing


def fill(q):
    q.put('x' * 1_000_000)
    q.put([b'y' * 1_000_000])


if __name__ == '__main__':
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=fill, args=(q,))
    p.start()
    p.join()
    print(p.exitcode, len(q.get()), len(q.get()[0]))

    class Local:
        def __init__(self, n):
            self.n = n

    def make(k):
        return lambda x: Local(x + k)

    with multiprocessing.Pool(2) as pool:
        print([each.n for each in pool.map(make(10), range(4))])
    q.put(make(1))
    print(q.get()(1).n)
    p = multiprocessing.Process(target=lambda: q.put(Local('in a child')))
    p.start()
    print(q.get().n)
    p.join()
