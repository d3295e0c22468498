# What functions and methods show of themselves.
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> int:
    "the doc"
    x = 1
    return a


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__)
print(f.__annotations__, f.__dict__, f.__closure__, f.__globals__ is not None)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_flags & 12)
print(c.co_varnames, c.co_firstlineno, c.co_freevars)
f.attr = 1
f.__name__ = "g"
f.__doc__ = None
f.__qualname__ = "mod.g"
print(f.__dict__, f.__name__, f.__doc__, f.attr, repr(f)[:16])
f.__defaults__ = (20, 30)
print(f(1, d=4))
f.__defaults__ = None
attempt("missing", lambda: f(1, d=4))
attempt("name", lambda: setattr(f, "__name__", 3))
attempt("defaults", lambda: setattr(f, "__defaults__", 3))
attempt("closure", lambda: setattr(f, "__closure__", 3))


def outer():
    n = 10

    def inner():
        return n
    return inner


i = outer()
print(i.__closure__[0].cell_contents, i.__code__.co_freevars, i.__qualname__)


class A:
    def m(self):
        "m doc"

    class B:
        def n(self):
            pass


print(A.m.__qualname__, A.B.n.__qualname__, A.B.__qualname__, A().m.__doc__)
print(repr(A.m)[:14], repr(A().m)[:32])
bound = f.__get__(3)
print(bound.__self__, bound.__func__ is f)
attempt("get", lambda: f.__get__(None, None))
print(f.__get__(None, A) is f)
print(len.__name__, len.__module__, len, [].append.__name__, str.join, len.__self__.__name__)
print(repr([].append)[:31], str.join.__name__, str.join.__qualname__, str.join.__objclass__)
print(type(len), type([].append), type(str.join), type(A.m), type(A().m), type(A.__dict__["m"]))
print(type(None), type(...), type(NotImplemented), None.__class__)
attempt("none", lambda: type(None)(1))
print(type(None)(), ..., NotImplemented, bool(None))
attempt("call", lambda: str.join())
attempt("call", lambda: str.join(3, []))
attempt("call", lambda: len())
attempt("call", lambda: [].append())
attempt("call", lambda: A.m())
attempt("call", lambda: A().m(1))
attempt("call", lambda: (lambda x: x)())
attempt("call", lambda: (lambda x, y: x)())
attempt("call", lambda: (lambda x, y, z: x)())
attempt("call", lambda: (lambda x: x)(1, 2))
attempt("call", lambda: (lambda x: x)(1, x=2))
attempt("call", lambda: (lambda x: x)(y=2))
attempt("call", lambda: (lambda *, k: k)())
attempt("call", lambda: (lambda x, /: x)(x=1))
attempt("call", lambda: (lambda x, y=1: x)(1, 2, 3))
s = staticmethod(f)
print(s.__name__, s.__func__ is f, s.__wrapped__ is f, callable(s), callable(classmethod(f)))
p = property(f, doc="d")
print(p.__doc__, p.fget is f, p.fset, p.getter(len).fget)
import sys
print(type(sys), sys.__name__, repr(sys))
print(int.__or__ is not None, list[int] | None, int | int, (int | str).__args__, (int | str) == (str | int))
print(object.__init__, object().__eq__(3), object.__doc__.splitlines()[0])
print(abs.__doc__ is not None, type.__name__, type(type), type.__bases__, object.__bases__, object.__base__)
