import collections.abc
import numbers
from collections.abc import *
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set, Sized, Generator


def gen():
    yield


values = [1, 1.5, 'a', b'a', bytearray(), [], (), {}, set(), frozenset(), range(3), None, len, gen, gen(), iter([]), {}.keys(), {}.items(), {}.values(), type, object(), memoryview(b''), zip()]
kinds = [Hashable, Iterable, Iterator, Sized, Container, Collection, Callable, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping, Generator, Reversible, KeysView, ValuesView, ItemsView, ByteString, Awaitable]
for kind in kinds:
    print(kind.__name__, [i for i, v in enumerate(values) if isinstance(v, kind)])


class D(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, key):
        return self.d[key]

    def __setitem__(self, key, value):
        self.d[key] = value

    def __delitem__(self, key):
        del self.d[key]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


d = D()
d['a'] = 1
d.update(b=2)
d.update([('c', 3)])
print(list(d.items()), d.get('x'), 'a' in d, d.pop('a'), d.setdefault('z', 9), d.popitem(), len(d), d == {'b': 2, 'c': 3, 'z': 9}, list(d.keys()), list(d.values()), dict(d), d.keys() & {'b'}, ('b', 2) in d.items())
try:
    d.pop('nothing')
except KeyError as e:
    print('KeyError', e)


class L(MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


x = L(3, 1, 2)
x.append(5)
x.extend([6, 7])
x += [8]
x.reverse()
print(list(x), x.index(5), x.count(1), x.pop(), x.remove(7), list(reversed(x)), 5 in x, isinstance(x, Sequence), x[1:3])


class S(Set):
    def __init__(self, it):
        self.s = list(dict.fromkeys(it))

    def __contains__(self, v):
        return v in self.s

    def __iter__(self):
        return iter(self.s)

    def __len__(self):
        return len(self.s)


a, b = S([1, 2, 3]), S([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, S([2]) < a, a.isdisjoint(b), a == S([3, 2, 1]), a >= {1}, list([9, 1] & a))
for kind in (Sequence, D.__mro__[1], Iterator):
    try:
        kind()
    except TypeError as e:
        print(e)


class Duck:
    def __len__(self):
        return 0

    def __iter__(self):
        return iter(())

    def __contains__(self, x):
        return False


class NoHash:
    __hash__ = None


print(isinstance(Duck(), Collection), isinstance(Duck(), Sequence), issubclass(Duck, Sized), isinstance(NoHash(), Hashable), issubclass(list, Sequence), issubclass(dict, Mapping))
print(Iterable[int], Mapping[str, int], collections.abc.Mapping, Sequence.__mro__[-2])


@Sequence.register
class Registered:
    pass


print(isinstance(Registered(), Sequence), Registered)
for n in (1, 1.5, 1j, True):
    print(n, [k.__name__ for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(n, k)])
