"""Decorators on functions and classes: order, arguments, factories."""


def tag(name):
    print('make', name)

    def deco(f):
        print('apply', name, 'to', f.__name__)
        f.tags = getattr(f, 'tags', []) + [name]
        return f
    return deco


@tag('outer')
@tag('inner')
def f(): pass


print(f.tags)


@tag('class')
class C: pass


print(C.tags)


def twice(f):
    def wrapper(*a, **k):
        return [f(*a, **k), f(*a, **k)]
    return wrapper


@twice
def g(x): return x


print(g(2), g.__name__)
import functools


def logged(f):
    @functools.wraps(f)
    def wrapper(*a, **k):
        print('call', f.__name__, a, k)
        return f(*a, **k)
    return wrapper


@logged
def h(a, b=2):
    """Doc of h."""
    return a + b


print(h(1), h.__name__, h.__doc__, h.__wrapped__(5))


class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)


@Count
def k(): return 'k'


k(); k()
print(k.n)


@(lambda f: 'replaced')
def r(): pass


print(r)
decorators = {'x': tag('from dict')}


@decorators['x']
def s(): pass


try:
    @5
    def u(): pass
except TypeError as e:
    print(e)
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
