def f(): pass
def f(a): pass
def f(a, b,): pass
def f(a, b=1, *c, d, e=2, **g): pass
def f(a, /): pass
def f(a, b=1, /, c=2, *, d, e=3): pass
def f(*, a): pass
def f(*a): pass
def f(*a, b): pass
def f(**a): pass
def f(a: int, b: str = 1, *c: x, d: y = 2, **e: z) -> w: pass
def f(*a: *b): pass
def f(a=lambda: 0, b=(1, 2)): pass
def f(
    a,  # first
    b,
):
    """Doc."""
    return a
class A: pass
class A(): pass
class A(B, C): pass
class A(B, metaclass=C, *d, **e): pass
class A:
    x = 1
    def f(self): return self
    class B:
        pass
@a
def f(): pass
@a.b(c)
@d[e]
@(f := g)
class A: pass
@x if y else z
async def f(): pass
def f():
    def g():
        def h():
            pass
        return h
    return g
