# Iterators over sequences, pickled ranges, cycles of bases, patterns of mixed classes.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class Inf:
    @property
    def __bases__(self): return (self, self, self)
show(issubclass, Inf(), int)
class S:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


import collections.abc
print(isinstance(iter(S()), collections.abc.Iterator), type(iter(S())))
r = iter(range(2**63-2, 2**63-1, 2)); print(list(r.__reduce__()[1][0]))
print(iter(range(0, 9, 2)).__reduce__()[1])
import collections
class C: pass
class M3(collections.UserDict, C, list): pass
match M3():
    case [*_]: print('seq')
    case {}: print('map')

