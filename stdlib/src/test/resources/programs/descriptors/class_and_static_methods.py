"""classmethod and staticmethod as descriptors."""


class A:
    @classmethod
    def c(cls, x=1): return cls.__name__, x

    @staticmethod
    def s(x=1): return x

    def m(self): return 'm'


class B(A): pass


print(A.c(), B.c(2), B().c(3), A.s(4), B().s(5))
print(A.__dict__['c'].__func__(int), A.__dict__['s'].__func__(9), A.__dict__['s'](7))
print(type(A.__dict__['c']).__name__, type(A.c).__name__, type(A.s).__name__, A.c.__self__ is A, A.c.__func__.__name__)
print(A.m(A()), A.c.__name__, A.s.__name__, A.__dict__['c'].__wrapped__.__name__)
try:
    A.__dict__['c']()
except TypeError as e:
    print(e)
try:
    A.m()
except TypeError as e:
    print(e)
f = A().m
g = A().m
print(f == g, f.__self__ == g.__self__, A.m == A.m, A.c == A.c)
a = A()
print(a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m), {a.m: 1}[a.m])
try:
    a.m.x = 1
except AttributeError as e:
    print(e)
A.m.x = 2
print(a.m.x)
add = staticmethod(lambda a, b: a + b)
print(add(1, 2))
class Alt:
    @classmethod
    def from_text(cls, t): return cls(*t.split(','))
    def __init__(self, a, b): self.a, self.b = a, b
    def __eq__(self, o): return (self.a, self.b) == (o.a, o.b)
print(Alt.from_text('1,2') == Alt('1', '2'))
class K:
    @staticmethod
    def __new__(cls): return 'from new'
print(K())
import functools
class Deco:
    def __init__(self, f): self.f = f; functools.update_wrapper(self, f)
    def __call__(self, *a): return 'decorated', self.f(*a)
    def __get__(self, o, t): return functools.partial(self, o)
class W:
    @Deco
    def m(self, x): return x
print(W().m(3), W.__dict__['m'].__name__)
