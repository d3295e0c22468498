# Attributes: descriptors, properties, slots, special access methods.
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


class A:
    x = 1

    @property
    def p(self):
        "doc of p"
        return self._p

    @p.setter
    def p(self, value):
        self._p = value

    @p.deleter
    def p(self):
        del self._p

    @property
    def readonly(self):
        return 1

    writeonly = property(fset=lambda self, v: print("set", v))


a = A()
a.p = 5
print(a.p, a.__dict__, vars(a))
del a.p
attempt("deleted", lambda: a.p)
attempt("readonly", lambda: setattr(a, "readonly", 1))
attempt("readonly", lambda: delattr(a, "readonly"))
attempt("writeonly", lambda: a.writeonly)
a.writeonly = 3
print(A.p.__doc__, A.p.fget.__name__, A.readonly.fset)
attempt("missing", lambda: a.nothing)
attempt("missing", lambda: A.nothing)
attempt("missing", lambda: delattr(a, "nothing"))
attempt("missing", lambda: delattr(A, "nothing"))
attempt("missing", lambda: (3).nothing)
attempt("missing", lambda: setattr(3, "nothing", 1))
attempt("missing", lambda: setattr([], "append", 1))
attempt("missing", lambda: setattr((3), "real", 1))
attempt("missing", lambda: setattr(object(), "x", 1))
attempt("name", lambda: getattr(a, 3))
attempt("name", lambda: setattr(a, 3, 3))
attempt("name", lambda: hasattr(a, 3))
attempt("name", lambda: delattr(a, 3))
print(getattr(a, "x"), getattr(a, "y", "default"), hasattr(a, "x"), hasattr(a, "y"))
setattr(a, "z", 9)
print(a.z)
delattr(a, "z")
print(hasattr(a, "z"))


class D:
    def __get__(self, obj, owner):
        print("get", obj is None, owner.__name__)
        return 1

    def __set__(self, obj, value):
        print("set", value)

    def __delete__(self, obj):
        print("delete")


class N:
    def __get__(self, obj, owner):
        return "non-data"


class B:
    d = D()
    n = N()


b = B()
b.d
B.d
b.d = 3
del b.d
print(b.n, B.n)
b.n = "own"
print(b.n)


class SetOnly:
    def __set__(self, obj, value):
        print("set only", value)


class C:
    s = SetOnly()


c = C()
c.s = 4
attempt("delete", lambda: delattr(c, "s"))
c.__dict__["s"] = "mine"
print(c.s)


class Access:
    def __init__(self):
        self.known = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("getattr", name)
        if name == "magic":
            return "found"
        raise AttributeError("no " + name)

    def __setattr__(self, name, value):
        print("setattr", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)


x = Access()
print(x.known, x.magic)
attempt("no", lambda: x.other)
print(hasattr(x, "magic"), hasattr(x, "other"))
del x.known


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
print(s.a, Slots.a, Slots.__slots__)
attempt("unset", lambda: s.b)
attempt("unset", lambda: delattr(s, "b"))
attempt("refused", lambda: setattr(s, "c", 1))
attempt("no dict", lambda: s.__dict__)
s.b = 2
del s.b
attempt("unset", lambda: s.b)


class SlotsChild(Slots):
    pass


t = SlotsChild()
t.c = 3
print(t.c, t.a, t.__dict__)


class SlotsMore(Slots):
    __slots__ = ["c"]


u = SlotsMore()
u.c = 1
attempt("refused", lambda: setattr(u, "d", 1))
attempt("conflict", lambda: type("S", (), {"__slots__": ["x"], "x": 1}))
attempt("items", lambda: type("S", (), {"__slots__": [3]}))
attempt("identifiers", lambda: type("S", (), {"__slots__": ["a b"]}))
attempt("nonempty", lambda: type("S", (int,), {"__slots__": ["a"]}))


class Private:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 1

    def get(self):
        return self.__hidden


print(Private().get(), Private._Private__hidden)


class S1:
    @staticmethod
    def st(x):
        return x

    @classmethod
    def cl(cls, x):
        return (cls.__name__, x)

    def me(self, x):
        return x


class S2(S1):
    pass


print(S2.st(1), S2().st(2), S2.cl(3), S2().cl(4), S2.me(None, 5), S2().me(6))
print(S1.__dict__["st"].__func__ is S1.st, S1.__dict__["st"](8), S1.st.__name__)
print(S2.cl.__self__, S2.cl.__func__ is S1.__dict__["cl"].__func__)
m = S2().me
print(m.__self__.__class__.__name__, m.__func__ is S1.me, m.__name__, m == m, m.__doc__)
s2 = S2()
print(s2.me == s2.me, s2.me is s2.me, hash(s2.me) == hash(s2.me), s2.me == S2().me)


class V1:
    def hello(self):
        return "V1"

    @classmethod
    def make(cls):
        return "make V1 " + cls.__name__


class V2(V1):
    def hello(self):
        return "V2 " + super().hello()

    @classmethod
    def make(cls):
        return super().make()

    def explicit(self):
        return super(V2, self).hello()


class V3(V2):
    pass


v = V3()
print(v.hello(), V3.make(), v.explicit(), super(V2, v).hello(), super(V2, V3).make())
print(super(V3, v), super(V3), super(V3, v).__thisclass__, super(V3, v).__self__ is v)
attempt("super", lambda: super(V3, v).nothing)
attempt("super", lambda: super(V3, 3))
attempt("super", lambda: super(3, v))
print(V1.__dict__.keys())
attempt("proxy", lambda: V1.__dict__.__setitem__("x", 1))
print(isinstance(3, (str, int)), isinstance(3, int | str), issubclass(bool, int), int | None)
attempt("isinstance", lambda: isinstance(3, 4))
attempt("isinstance", lambda: isinstance(3, (4,)))
attempt("issubclass", lambda: issubclass(3, int))
attempt("issubclass", lambda: issubclass(int, 3))


class Checker(type):
    def __instancecheck__(cls, obj):
        print("instancecheck")
        return obj == 3

    def __subclasscheck__(cls, sub):
        print("subclasscheck")
        return sub is int


class Checked(metaclass=Checker):
    pass


print(isinstance(3, Checked), isinstance(4, Checked), issubclass(int, Checked))
print(isinstance(Checked(), Checked))
print(callable(len), callable(A), callable(a), callable(lambda: 0), callable(m), callable(3))
e = A()
e.__dict__ = {"k": 1}
print(e.k, e.__dict__)
attempt("dict", lambda: setattr(e, "__dict__", 3))
e.__dict__["j"] = 2
print(e.j, sorted(vars(e).items()))
print([n for n in dir(e) if not n.startswith("__")])


class Dir:
    def __dir__(self):
        return ["b", "a"]


print(dir(Dir()))
print([n for n in dir(S2) if not n.startswith("_")])


class WithCall:
    def __call__(self, *args, **kw):
        return args, kw


print(WithCall()(1, k=2), callable(WithCall()))
attempt("call", lambda: A()())
attempt("call", lambda: (lambda: 3)()())
attempt("vars", lambda: vars(3))


class ReprClass:
    def __repr__(self):
        return "R"


print(ReprClass(), str(ReprClass()), [ReprClass()], f"{ReprClass()}", "%s" % ReprClass())


class BadRepr:
    def __repr__(self):
        return 3

    __str__ = __repr__


attempt("repr", lambda: repr(BadRepr()))
attempt("str", lambda: str(BadRepr()))
attempt("format", lambda: format(A(), "x"))
