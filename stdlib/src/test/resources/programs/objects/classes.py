# Making classes: metaclasses, hooks, resolution order.
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": 1}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __getattr__(cls, name):
        return "meta " + name

    def __len__(cls):
        return 42

    def __contains__(cls, x):
        return x == 3

    def __iter__(cls):
        return iter("ab")

    def __getitem__(cls, key):
        return ("item", key)


class A(metaclass=Meta, flag=True):
    x = 1

    def __init__(self, v):
        self.v = v


a = A(5)
print(a.v, A.injected, A.other, len(A), 3 in A, list(A), A["k"])
print(type(A), type(A) is Meta, isinstance(A, Meta), A.__class__)


class B(A):
    pass


print(B.__mro__, B.__bases__, B.__base__, B.mro())
print(A.__subclasses__())


class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print("init_subclass", cls.__name__, tag)


class Child(Base, tag="t"):
    pass


print(Child.tag)
attempt("bad keyword", lambda: type("X", (Base,), {}, nonsense=1))
attempt("bad keyword", lambda: type("X", (), {}, nonsense=1))


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        return (self.name, obj is None, owner.__name__)


class Owner:
    field = Named()


print(Owner.field, Owner().field)


class O: pass
class P(O): pass
class Q(O): pass
class R(P, Q): pass
print([c.__name__ for c in R.__mro__])
attempt("conflict", lambda: type("S", (O, P), {}))
attempt("conflict", lambda: type("S", (P, O, Q), {}).__mro__)
attempt("duplicate", lambda: type("S", (P, P), {}))
attempt("bool", lambda: type("S", (bool,), {}))
attempt("function", lambda: type("S", (type(lambda: 0),), {}))
attempt("not a type", lambda: type("S", (3,), {}))
attempt("layout", lambda: type("S", (int, str), {}))


class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
attempt("metaclass conflict", lambda: type("S", (C1, C2), {}))
attempt("type args", lambda: type("S", ()))
attempt("type args", lambda: type(1, (), {}))
attempt("type args", lambda: type("S", [], {}))
attempt("type args", lambda: type("S", (), []))
T = type("T", (O,), {"a": 1, "f": lambda self: self.a})
print(T, T().f(), T.__name__, T.__qualname__, T.__module__, T.__doc__)
T.__name__ = "Renamed"
T.__qualname__ = "Very.Renamed"
print(T, T.__name__)
attempt("name", lambda: setattr(T, "__name__", 3))
attempt("immutable", lambda: setattr(int, "x", 3))
attempt("immutable", lambda: setattr(int, "__name__", "x"))
attempt("immutable", lambda: delattr(str, "join"))


class G:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(G[int], G[1, 2])
attempt("subscript", lambda: O[1])
attempt("subscript", lambda: O()[1])


class Entries:
    def __mro_entries__(self, bases):
        print("mro_entries", len(bases))
        return (O,)


class FromEntries(Entries()):
    pass


print(FromEntries.__bases__, FromEntries.__orig_bases__[0].__class__.__name__)

P.__bases__ = (Q,)
print([c.__name__ for c in P.__mro__])
attempt("cycle", lambda: setattr(Q, "__bases__", (P,)))
attempt("bases", lambda: setattr(Q, "__bases__", ()))
attempt("bases", lambda: setattr(Q, "__bases__", 3))


class Doc:
    "the doc"


print(Doc.__doc__, Doc().__doc__, O.__doc__)
o = Doc()
o.__class__ = O
print(type(o).__name__)
attempt("class", lambda: setattr(o, "__class__", 3))
attempt("class", lambda: setattr(o, "__class__", int))
attempt("class", lambda: setattr(3, "__class__", O))


class NewOnly:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)


NewOnly(1, 2)


class Other:
    def __new__(cls):
        return 7

    def __init__(self):
        print("never")


print(Other())


class BadInit:
    def __init__(self):
        return 3


attempt("init", BadInit)
attempt("args", lambda: O(1))
attempt("args", lambda: O(x=1))
attempt("args", lambda: object(1))
attempt("args", lambda: NewOnly.__init__(NewOnly(), 1))


class InitOnly:
    def __init__(self, a):
        super().__init__(a)


attempt("args", lambda: InitOnly(1))


class NewArgs:
    def __new__(cls, a):
        return super().__new__(cls, a)


attempt("args", lambda: NewArgs(1))
attempt("new", lambda: object.__new__(int))
attempt("new", lambda: object.__new__(3))
attempt("new", lambda: object.__new__())
attempt("new", lambda: int.__new__(str))
