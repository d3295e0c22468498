class A:
    x = 1
    table = {}
    for i in range(3):
        table[i] = i * x
    def f(self): return __class__.__name__, super().__repr__()[:5]
    y: int = 5
    z: "str"
    del i
    try:
        1/0
    except ZeroDivisionError as e:
        msg = str(e)
    print(sorted(k for k in locals() if not k.startswith('__')))
    lst = [q for q in range(x + 2)]
    class B:
        while True:
            v = 3
            break
    from math import pi
    if x: w = B.v
print(A.table, A().f(), A.__annotations__, A.msg, A.lst, A.B.v, A.pi, A.w, A.__qualname__, A.B.__qualname__, A.__module__)
def outer(n):
    k = n
    class C:
        kk = k
        for j in range(2):
            m = n + j
        def g(self): return n, __class__
    return C
C = outer(5); print(C.kk, C.m, C().g()[0], C().g()[1] is C)
try:
    class D:
        for i in range(2):
            und
except NameError as e: print(e)
try:
    class E:
        for i in []: pass
        del i
except NameError as e: print(e)
class M(type):
    @classmethod
    def __prepare__(m, name, bases, **kw):
        class D(dict):
            def __missing__(self, k):
                if k.startswith('__') or k == 'range': raise KeyError(k)
                return 'missing ' + k
        return D()
class F(metaclass=M):
    """doc"""
    for a in range(1): b = nothing
print(F.b, F.__doc__, F.a)
ns = {}
exec("for i in range(3):\n    x = i\nprint(sorted(locals()))\ndef f(): return x", {'x': 'global', '__builtins__': __builtins__}, ns)
print(ns['x'], ns['f']())
