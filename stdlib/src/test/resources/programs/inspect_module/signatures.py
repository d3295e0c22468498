"""inspect: signatures, what things are, states of generators."""
import inspect
import functools


def f(a, b: int = 2, /, c=None, *args: str, d, e: float = 1.5, **kw) -> bool:
    """Doc
       of f.
    """


def g():
    yield 1


async def h():
    pass


async def i():
    yield


class C:
    """Class."""
    def __init__(self, x, y=1): pass
    def m(self, z): pass
    @classmethod
    def c(cls, q): pass
    @staticmethod
    def s(r): pass


print(inspect.signature(f), inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.c), inspect.signature(C.s))
s = inspect.signature(f)
for p in s.parameters.values():
    print(p.name, p.kind.name, p.default is p.empty, p.annotation is p.empty, repr(p), p.kind.description)
print(s.return_annotation, list(s.parameters), s.parameters['b'].default, str(inspect.signature(functools.partial(f, 1, d=5))))
b = inspect.signature(lambda x, y=2, *z, k=3: 0).bind(1, k=9)
print(b.arguments, b.args, b.kwargs); b.apply_defaults(); print(b.arguments)
for call in ((), (1, 2, 3)):
    try:
        inspect.signature(lambda x, y: 0).bind(*call)
    except TypeError as e:
        print(e)
print(inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.isgeneratorfunction(g), inspect.iscoroutinefunction(h), inspect.isasyncgenfunction(i), inspect.isgenerator(g()), inspect.isroutine(len), inspect.isgeneratorfunction(h))
it = g()
print(inspect.getgeneratorstate(it)); next(it); print(inspect.getgeneratorstate(it)); it.close(); print(inspect.getgeneratorstate(it))
co = h(); print(inspect.iscoroutine(co), inspect.isawaitable(co), inspect.getcoroutinestate(co)); co.close(); print(inspect.getcoroutinestate(co))
print(inspect.getdoc(f), [n for n, v in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(C)[-1].__name__)


@functools.wraps(f)
def w(*a): pass


print(inspect.signature(w), inspect.unwrap(w) is f, inspect.cleandoc('a\n    b\n      c\n'))
try:
    inspect.signature(5)
except TypeError as e:
    print(e)
