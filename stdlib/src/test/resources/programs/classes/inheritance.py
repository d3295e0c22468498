"""Method resolution order, super, diamonds, bases that do not fit."""


class A:
    def who(self): return 'A'
    def chain(self): return ['A']


class B(A):
    def who(self): return 'B' + super().who()
    def chain(self): return ['B'] + super().chain()


class C(A):
    def chain(self): return ['C'] + super().chain()


class D(B, C):
    def chain(self): return ['D'] + super().chain()


print([k.__name__ for k in D.__mro__], D().chain(), D().who())
print(D.__bases__, D.mro() == list(D.__mro__), D.__base__)
print(issubclass(D, A), isinstance(D(), (int, C)), B.__subclasses__(), issubclass(bool, int))
print(super(B, D()).chain(), super(D, D).__thisclass__)
for make in ["class X(A, B): pass", "class X(A, A): pass", "class X(5): pass", "class X(bool): pass", "class X(int, str): pass",
             "class X(None): pass", "class X(type(None)): pass", "class X(range): pass", "class X(object, A): pass",
             "class X(*[int, float]): pass", "class X(type(...)): pass", "class X(type(lambda: 0)): pass", "class X(slice): pass"]:
    try:
        exec(make)
    except TypeError as e:
        print(make, '->', str(e).replace('\n', '|'))


class P:
    def __init__(self, x): self.x = x


class Q(P):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y


class R(Q):
    def __init__(self, *a, **k): super(R, self).__init__(*a, **k)


print(vars(R(1, y=2)))
try:
    Q(1)
except TypeError as e:
    print(e)


class S:
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(): return 'static'


class T(S):
    @classmethod
    def make(cls): return 'T:' + super().make()
    @staticmethod
    def st(): return 'T' + S.st()


print(T.make(), T().make(), T.st())
try:
    super()
except RuntimeError as e:
    print(e)


def f(self): return super()


try:
    f(1)
except RuntimeError as e:
    print(e)
T.__bases__ = (S,)
print(T.__bases__)


class Late(A): pass


late = Late()
late.__class__ = C
print(late.chain(), type(late).__name__)
try:
    late.__class__ = int
except TypeError as e:
    print(e)
print(super(T, T()).st(), repr(super(T, T)).split(' object')[0])
