import inspect, sys, functools

# about f
# more
def f(a, b=2, *args, c, d=4, **kw):
    "doc of f"
    x = 1
    # trailing comment

    return x
    # deeper


def outer():
    class Inner:
        """in"""
        def m(self):
            return 1
    return Inner

@functools.lru_cache
@functools.wraps(f)
def deco(): pass

class A:
    """Docs A.

        more
    """
    @property
    def p(self):
        "p doc"
    def m(self):
        "m doc"
        return lambda z: z + 1
class B(A):
    def m(self): pass
    @property
    def p(self): pass
lam = lambda q: q * 2

print(inspect.getsource(f))
print(inspect.getsourcelines(f)[1])
print(inspect.getsource(outer()))
print(inspect.getsource(A.m), inspect.getsource(lam))
print(inspect.getsource(A))
print(inspect.getsourcelines(A)[1])
print(inspect.getfile(A) == __file__, inspect.getfile(f) == f.__code__.co_filename)
print(inspect.getcomments(f))
print(inspect.getdoc(B.m), inspect.getdoc(B), inspect.getdoc(B().m), inspect.getdoc(B.p), inspect.getdoc(A))
print(inspect.getmodule(f).__name__, inspect.getmodule(B).__name__)
print(inspect.getfullargspec(f))
print(inspect.getcallargs(f, 1, c=5, z=3))
for bad in (lambda: inspect.getsource(len), lambda: inspect.getsource(int), lambda: inspect.getfile(sys), lambda: inspect.getsource(eval('lambda: 1')), lambda: inspect.getfile(3)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
def g():
    fi = inspect.currentframe()
    info = inspect.getframeinfo(fi)
    print(info.function, info.lineno, info.code_context, info.index)
    st = inspect.stack()
    print([(s.function, s.lineno, s.code_context) for s in st])
    print(st[1].function, st[1][3])
def h(): g()
h()
print(inspect.getmembers(A, inspect.isfunction)[0][0])
print(inspect.signature(divmod), inspect.signature(f), inspect.signature(A.m))
def cl(n):
    def inner(): return n + len(str(sys)) + undefined_thing
    return inner
print(inspect.getclosurevars(cl(3)).nonlocals, sorted(inspect.getclosurevars(cl(3)).builtins), inspect.getclosurevars(cl(3)).unbound)
try:
    raise ValueError
except ValueError:
    print([t.function for t in inspect.trace()])
print(inspect.getattr_static(B(), 'p').__class__, inspect.getattr_static(B, 'zz', 3))
def args(a, *b, **c):
    return inspect.formatargvalues(*inspect.getargvalues(inspect.currentframe()))
print(args(1, 2, 3, k=4))
print(inspect.cleandoc("  a\n    b\n      c\n"))
print(inspect.unwrap(deco) is f)
print(inspect.get_annotations(f), inspect.isgetsetdescriptor(type.__dict__['__dict__'] if False else property))
print(inspect.getclasstree([A, B]))
