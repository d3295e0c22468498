"""Proxies within proxies, and classes of the program in a manager."""
import multiprocessing
from multiprocessing.managers import BaseManager, BaseProxy, MakeProxyType, NamespaceProxy, SyncManager


class Counter:
    def __init__(self, start=0):
        self.n = start

    def add(self, k=1):
        self.n += k
        return self.n

    def fail(self):
        raise LookupError('no', self.n)

    def each(self):
        for i in range(self.n):
            yield i

    def _private(self):
        return 'private'

    def __repr__(self):
        return 'Counter(%d)' % self.n


def descending(letter):
    return -ord(letter)


class CounterProxy(BaseProxy):
    _exposed_ = ('add', '_private')

    def add(self, k=1):
        return self._callmethod('add', (k,))

    def twice(self):
        return self.add(), self.add()

    def secret(self):
        return self._callmethod('_private')


class IteratorProxy(BaseProxy):
    _exposed_ = ('__next__',)

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod('__next__')


class MyManager(BaseManager):
    pass


shared = Counter(40)
MyManager.register('Counter', Counter)
MyManager.register('Special', Counter, proxytype=CounterProxy)
MyManager.register('Chosen', Counter, exposed=('add', 'each'), method_to_typeid={'each': 'Iter'})
MyManager.register('Iter', proxytype=IteratorProxy, create_method=False)
MyManager.register('the_shared', callable=lambda: shared)


def work(counter, k):
    for _ in range(k):
        counter.add()


def change(d):
    d['inner']['x'] = 10
    d['list'].append('from the child')
    d['list'][0]['deep'] = True


def shown(value):
    text = repr(value)
    parts = text.split(' at 0x')
    return parts[0] + ''.join(' at 0x..' + part.lstrip('0123456789abcdef') for part in parts[1:])


def main():
    with MyManager() as m:
        c = m.Counter(5)
        ps = [multiprocessing.Process(target=work, args=(c, 10)) for _ in range(3)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(c, shown(c), c.add(0), sorted(c._exposed_))
        try:
            c.fail()
        except LookupError as e:
            print(repr(e))
        try:
            c.n
        except AttributeError as e:
            print(e)
        s = m.Special()
        print(s.twice(), s.secret(), shown(s), s)
        ch = m.Chosen(3)
        print(list(ch.each()), shown(ch.each()))
        try:
            ch._callmethod('fail')
        except multiprocessing.managers.RemoteError as e:
            print(type(e), 'is not in exposed' in str(e))
        print(m.the_shared().add(), m.the_shared().add(), shared.n)
        print(hasattr(m, 'Iter'), hasattr(MyManager, 'Counter'), hasattr(BaseManager, 'Counter'))
        print(c._getvalue().n)

    with multiprocessing.Manager() as m:
        d = m.dict()
        d['inner'] = m.dict(x=1)
        d['list'] = m.list([m.dict()])
        p = multiprocessing.Process(target=change, args=(d,))
        p.start()
        p.join()
        print(d['inner'], d['list'][1], d['list'][0], shown(d['inner']))
        print(shown(str(d)))
        inner = d['inner']
        del d['inner']
        print(inner.copy(), d.keys())
        matrix = m.list([m.list(range(3)) for _ in range(2)])
        matrix[1][2] = 'changed'
        print([list(row) for row in matrix], [str(row) for row in matrix])
        plain = m.dict(a=[1, 2])
        plain['a'].append(3)
        print(plain)
        a = plain['a']
        a.append(3)
        plain['a'] = a
        print(plain, plain == m.dict(), 'a' in plain, len(plain))
        both = m.list([1, 2]) + [3]
        print(both, type(both).__name__)
        l = m.list('abc')
        l += ['d']
        l *= 2
        print(l, l[1:3], l.index('d'), l.count('a'), list(reversed(l)), l.pop(), len(l))
        l.sort(key=descending)
        print(l, type(l).__name__)
        print({k: v for k, v in m.dict(x=1, y=2).items()}, list(m.dict(x=1)), m.dict([(1, 2)]).get(5, 'none'))
        for wrong in (lambda: m.dict()['no'], lambda: m.list()[3], lambda: m.list().remove(3),
                      lambda: m.dict().pop(1), lambda: m.list().nothing(), lambda: m.dict().get()):
            try:
                wrong()
            except Exception as e:
                print(type(e).__name__, e)


if __name__ == '__main__':
    main()
