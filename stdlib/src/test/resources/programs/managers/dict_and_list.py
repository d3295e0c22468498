# objects in a manager's process, used from several processes
from multiprocessing import Manager, Process


def fill(shared, log, n):
    shared[n] = n * n
    log.append(n)


def nested(shared):
    shared['inner'].append('from the child')


class Counter:
    def __init__(self):
        self.n = 0


if __name__ == '__main__':
    with Manager() as manager:
        squares = manager.dict({'start': True})
        log = manager.list()
        workers = [Process(target=fill, args=(squares, log, n)) for n in range(4)]
        for w in workers:
            w.start()
        for w in workers:
            w.join()
        print(sorted(log), sorted(squares.items(), key=str))
        print(len(squares), 2 in squares, 9 in squares, squares.get(9), squares.get(9, 'none'))
        print(sorted(squares.keys(), key=str), sorted(squares, key=str))
        del squares['start']
        squares.update(a=1, b=2)
        print(squares.pop('a'), squares.setdefault('c', 3), sorted(squares.values()))
        squares.clear()
        print(squares, len(squares))
        items = manager.list(range(5))
        items.extend([9, 8])
        items.reverse()
        items.insert(1, 'x')
        items += ['end']
        print(items, items[0], items[1:3], items[-1], len(items), items.index('x'), items.count(9))
        items.remove('x')
        print(list(items), items.pop(), items + [1], [i for i in items if i != 9])
        items[0] = 'first'
        print(str(items))
        for action in (lambda: squares['no'], lambda: items[99], lambda: items.remove('no'),
                       lambda: items.nothing):
            try:
                action()
            except Exception as error:
                print(type(error).__name__, error)
        outer = manager.dict()
        outer['inner'] = manager.list(['here'])
        p = Process(target=nested, args=(outer,))
        p.start()
        p.join()
        print(outer['inner'][:])
        copy = squares.copy()
        copy['only'] = 'local'
        print(squares, copy)
        plain = manager.list([Counter()])
        plain[0].n = 5
        print(plain[0].n)
        print(repr(squares).split(' at ')[0], repr(items).split(' at ')[0])
