"""Functions as values: defaults evaluated once, attributes, recursion, closures."""
print((lambda: 1)(), (lambda x, *y, z=3, **k: (x, y, z, k))(1, 2, q=4))
print((lambda x: lambda y: x + y)(1)(2))
f = lambda a, /, b, *, c: (a, b, c)
print(f(1, b=2, c=3), f.__name__, f.__qualname__)


def grow(x, acc=[]):
    acc.append(x)
    return acc


print(grow(1), grow(2), grow.__defaults__)


def kwonly(*, a=1, b): pass


print(kwonly.__kwdefaults__)
n = 1
def late(x=n): return x
n = 2
print(late())
late.__defaults__ = (9,)
print(late())
late.tag = 'own'
print(late.tag, late.__dict__)
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(20))


def outer(a):
    def inner(b: int = 3, *c: str, d: float, **e: bytes) -> list:
        "Doc."
        return a + b
    return inner


i = outer(5)
print(i(d=1), i.__annotations__, i.__closure__[0].cell_contents, i.__qualname__, i.__doc__)
code = i.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_varnames, code.co_freevars, code.co_flags & 0xc)
print(outer.__code__.co_cellvars, outer.__code__.co_posonlyargcount, outer.__module__)
sort = sorted(['b', 'A', 'c'], key=lambda s: s.lower())
print(sort)
print(list(map(lambda x, y: x * y, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, '', 'a'])))
