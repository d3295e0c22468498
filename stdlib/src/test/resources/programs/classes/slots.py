"""__slots__: storage, missing values, inheritance, errors."""


class P:
    __slots__ = ('x', 'y')

    def __init__(self, x): self.x = x


p = P(1)
print(p.x, hasattr(p, 'y'), hasattr(p, '__dict__'))
for code in ['p.y', 'p.z', 'p.z = 1', 'p.__dict__', 'del p.y', 'vars(p)', 'P.x.__get__(5, int)', 'P.x.__set__(5, 1)']:
    try:
        exec(code)
    except (AttributeError, TypeError) as e:
        print(code, '->', type(e).__name__, e)
p.y = 2
del p.x
print(P.x, type(P.x), P.x.__name__, P.__slots__)


class Child(P):
    pass


c = Child(5)
c.z = 3
print(c.x, c.__dict__)


class Grand(P):
    __slots__ = 'single'


g = Grand(1)
g.single = 2
print(g.x, g.single, Grand.__slots__)


class WithDict:
    __slots__ = ('a', '__dict__')


w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__)


class Private:
    __slots__ = ('__hidden',)
    def __init__(self): self.__hidden = 4


print(Private()._Private__hidden)
for code in ["class X:\n __slots__ = ('a',)\n a = 1", "class X:\n __slots__ = ('1a',)", "class X:\n __slots__ = 5", "class X(int):\n __slots__ = ('a',)",
             "class X:\n __slots__ = (5,)", "class L:\n __slots__=['a']\nclass R:\n __slots__=['b']\nclass X(L, R): pass"]:
    try:
        exec(code)
        print('fine')
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class D:
    __slots__ = {'a': 'doc of a'}


print(D.__slots__, D.a.__doc__)
class E(Exception):
    __slots__ = ()
e = E(); e.x = 1; print(e.x)
