"""Classes of classes."""


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, kw)
        return {'prepared': True}

    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, [k for k in ns if not k.startswith('__')])
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args):
        print('call', cls.__name__, args)
        return super().__call__(*args)

    def __repr__(cls): return f'<Meta {cls.__name__}>'
    def __len__(cls): return 42
    def __getattr__(cls, name): return 'meta ' + name
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter('abc')
    def __getitem__(cls, k): return k
    def __add__(cls, o): return 'added'
    def __instancecheck__(cls, i): return i == 'instance'
    def __subclasscheck__(cls, c): return c is int
    @property
    def prop(cls): return 'property of ' + cls.__name__


class A(metaclass=Meta, flag=1):
    def __init__(self, v): self.v = v


a = A(5)
print(A, len(A), A.missing, 1 in A, list(A), A[3], A + 1, A.prop, A.prepared)
print(isinstance('instance', A), isinstance(a, A), issubclass(int, A), issubclass(str, A))


class B(A): pass


print(type(B), B.__class__)
try:
    a.prop
except AttributeError as e:
    print(e)


class Other(type): pass


try:
    class X(A, metaclass=Other): pass
except TypeError as e:
    print(e)


class Derived(Meta): pass


class Y(A, metaclass=Derived): pass


print(type(Y).__name__)


def factory(name, bases, ns): return name.upper(), bases, sorted(k for k in ns if k[0] != '_')


class Z(int, metaclass=factory): q = 1


print(Z)


class Singleton(type):
    made = {}

    def __call__(cls, *a):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*a)
        return cls.made[cls]


class One(metaclass=Singleton): pass


print(One() is One())
try:
    class W(flag=1): pass
except TypeError as e:
    print(e)


class NoEntries:
    def __mro_entries__(self, bases): return (int,)


class V(NoEntries()): pass


print(V.__bases__, V.__orig_bases__[0].__class__.__name__)
