"""__init_subclass__, __set_name__, __class_getitem__, __new__, __del__."""


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.registry.append(cls.__name__)


class A(Base, tag='a'): pass
class B(A): pass


print(Base.registry, A.tag, B.tag)


class Field:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name


class C:
    x = Field()
    y = Field()


print(C.x.name)
C.z = Field()
print(hasattr(C.z, 'name'))


class Bad:
    def __set_name__(self, owner, name): raise ValueError('no')


try:
    class D: q = Bad()
except RuntimeError as e:
    print(e, repr(e.__cause__))


class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)


print(G[int], G[1, 2])
try:
    A[0]
except TypeError as e:
    print(e)


class N:
    def __new__(cls, v):
        print('new', v)
        self = super().__new__(cls)
        self.early = v
        return self

    def __init__(self, v): print('init', v)


n = N(3)
print(n.early)


class Elsewhere:
    def __new__(cls): return 'a string'
    def __init__(self): print('never')


print(Elsewhere())


class Cached:
    _it = None
    def __new__(cls):
        if cls._it is None: cls._it = object.__new__(cls)
        return cls._it


print(Cached() is Cached())


class Tup(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)


print(Tup(1, 2), type(Tup(1)).__name__)
for code in ['N.__new__()', 'N.__new__(int)', 'object.__new__(int)', 'int.__new__(str)', 'object.__new__(5)', 'tuple.__new__(list)', 'Base(1)', 'object.__init__(1, 2)']:
    try:
        exec(code)
    except TypeError as e:
        print(code, '->', e)


class R:
    def __init__(self): return 5


try:
    R()
except TypeError as e:
    print(e)
