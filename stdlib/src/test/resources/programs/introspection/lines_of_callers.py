"""The line of a frame that calls code without a call: operators, attributes, loops, with statements, displays."""
import sys


def here(n=1):
    f = sys._getframe(n); r = []
    while f: r.append((f.f_code.co_name, f.f_lineno)); f = f.f_back
    return r
class P:
    @property
    def x(self):
        return here()
    def __add__(self, o):
        return here()
    def __getitem__(self, i):
        return here()
    def __getattr__(self, n):
        return here()
    def __iter__(self):
        print(here())
        return iter([1])
    def __enter__(self):
        print(here())
    def __exit__(self, *a):
        print(here())
    def __bool__(self):
        print(here())
        return True
    def __eq__(self, o):
        return here()
    def __contains__(self, o):
        print(here())
    def __setattr__(self, n, v):
        print(here())
    def __setitem__(self, n, v):
        print(here())
    def __delitem__(self, n):
        print(here())
    def __call__(self):
        return here()
    def __neg__(self):
        return here()
    def __str__(self):
        return str(here())
    def __hash__(self):
        print(here())
        return 4
    def __lt__(self, o): return here()
    def __iadd__(self, o):
        print(here())
        return self
    def __format__(self, s): return str(here())
def g():
    print(here())
    yield 1
    print(here())
def f():
    p = P()
    a = len('x')
    print(p.x)
    a = str(1)

    print(p + 1)
    a = str(1)

    print(p[1])
    a = str(1)

    print(p.foo)
    a = str(1)

    for i in p:
        pass
    a = str(1)

    with p:
        a = str(1)
        b = str(1)
    a = str(1)

    if p:
        pass
    a = str(1)

    print(p == 3)
    a = str(1)

    3 in p
    a = str(1)

    p.y = 4
    a = str(1)

    p[4] = 4
    a = str(1)

    del p[4]
    a = str(1)

    print(-p)
    a = str(1)

    print(f'{p}')
    a = str(1)

    print(p < 4)
    a = str(1)

    p += 1
    a = str(1)

    d = {p: 1}
    a = str(1)

    for i in g():
        a = str(1)

    x = [i for i in p]
    a = str(1)

    a, = p
    a = str(1)

    a = not p
    a = str(1)

    while p:
        break
    a = str(1)

    assert p
    a = str(1)

    a = [1, *p]
    a = str(1)

    class C(metaclass=M):
        print(here())
    a = str(1)

    @deco
    def q(): pass
    a = str(1)

    print(*p)
    a = str(1)
    h = g()
    a = str(1)
    yf = (yield_from())
    a = str(1)
    list(yf)

    return p.z
def yield_from():
    a = str(1)
    yield from g()
class M(type):
    def __new__(m, *a):
        print(here())
        return type.__new__(m, *a)
def deco(q):
    print(here())
print(f())
f()


class Async:
    def __aiter__(self):
        print(here())
        return self

    async def __anext__(self):
        print(here()[:2])
        raise StopAsyncIteration

    async def __aenter__(self):
        print(here()[:2])

    async def __aexit__(self, *error):
        print(here()[:2])


async def main():
    p = P()
    a = str(1)

    async for i in Async():
        pass
    a = str(1)

    async with Async():
        a = str(1)
    a = str(1)

    n = 0
    while p and n < 2:
        a = str(1)
        n += 1
    with p:
        try:
            a = str(1)
            raise KeyError
        except KeyError:
            p.y = 3
            a = str(1)
        finally:
            p.z = 4
    if n == 5:
        a = str(1)
    elif p:
        a = str(1)
    return (a,
            p.foo)


try:
    main().send(None)
except StopIteration as e:
    pass
