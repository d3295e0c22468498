import collections, types, sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(f.__name__ if hasattr(f,'__name__') else '', repr(r))
    except BaseException as e:
        print(getattr(f,'__name__',''), type(e).__name__, e)

class M:
    def __init__(self, d): self.d = d
    def __getitem__(self, k):
        print('get', k); return self.d[k]
    def __setitem__(self, k, v):
        print('set', k, v if not callable(v) else '<callable>'); self.d[k] = v
    def __delitem__(self, k):
        print('del', k); del self.d[k]
    def keys(self): return self.d.keys()

g = {}
l = {}
exec("""
x = 1
def f():
    global y
    y = 2
    return y
class C:
    z = 9
    def m(self): return C
print(f())
""", g, l)
print(sorted(k for k in g if k != '__builtins__'), sorted(l))
t(lambda: l['C']().m())
g = {}; m = M({})
exec("""
a = 1
b = a + 1
del a
def f(): return b
class K:
    q = 9
try:
    f()
except NameError as e:
    print(e)
for i in range(2): pass
with open('/dev/null') as fh: pass
[i for i in range(3)]
try:
    1/0
except ZeroDivisionError as zz: pass
(w := 5)
print(w)
""", g, m)
print(sorted(m.d))
t(eval, "a+b", {'a':1}, M({'b':2}))
t(eval, "[b for _ in range(2)]", {'b':1}, M({'b':2}))
t(eval, "(lambda: b)()", {'b':1}, M({'b':2}))
t(eval, "nope", {}, M({}))
t(eval, "x", [], {})
t(eval, "x", {}, 5)
t(exec, "x", [], {})
t(exec, "x", {}, 5)
t(eval, 5)
t(exec, 5)
t(eval, "1", {}, {}, {})
t(eval)
t(exec, "x=1", closure=1)
class D(dict):
    def __missing__(self, k):
        return 'missing ' + k
    def __getitem__(self, k):
        print('D get', k)
        return super().__getitem__(k)
d = D(a=1)
t(eval, "zzz", d)
t(eval, "a", d)
t(eval, "zzz", {}, d)
t(eval, "a", {}, d)
t(eval, "(lambda: zzz)()", d)
dd = collections.defaultdict(lambda: 42)
t(eval, "foo+bar", {}, dd)
print(sorted(dd))
dd = collections.defaultdict(lambda: 42)
t(eval, "foo+bar", dd)
od = collections.OrderedDict()
exec("b=1\na=2\ndel b\nb=3", od)
print([k for k in od if k != '__builtins__'])
od = collections.OrderedDict()
exec("b=1\na=2\ndel b\nb=3", {}, od)
print(od)
cm = collections.ChainMap({}, {'x': 1})
exec("y = x + 1\nx = 5", {}, cm)
print(cm)
t(exec, "global q\nq=1\nprint(q)", {}, {})
gg={}; ll={}
exec("global q\nq=1", gg, ll); print('q' in gg, 'q' in ll)
exec("def f():\n  return locals()\nprint(f())\nprint(sorted(locals()))", gg, ll)
print(sorted(k for k in gg if k!='__builtins__'), sorted(ll))
print(type(gg['__builtins__']))
gg = {'__builtins__': {}}
t(eval, "len([])", gg)
t(eval, "1+1", gg)
gg = {'__builtins__': {'len': lambda x: 'my len'}}
t(eval, "len([])", gg)
t(exec, "class A: pass", {'__builtins__': {}})
t(exec, "import os", {'__builtins__': {}})
t(exec, "print(__name__)", {})
t(exec, "class A: pass\nprint(A.__module__, A)", {})
t(exec, "class A: pass\nprint(A.__module__, A)", {'__name__': 'foo'})
t(exec, "def A(): pass\nprint(A.__module__)", {})
t(exec, "def A(): pass\nprint(A.__module__)", {'__name__': 'foo'})
c = compile("x = 1; y = x + 1; print(y)", "<s>", "exec")
exec(c, {}); 
t(eval, c, {})
c = compile("1+1", "<s>", "eval"); t(eval, c); t(exec, c)
c = compile("1+1", "<s>", "single"); exec(c)
t(compile, "1+", "<s>", "eval")
t(compile, "1+1", "<s>", "foo")
t(compile, "x=1", "<s>", "eval")
t(compile, "x\0y", "<s>", "exec")
t(eval, "x\0y")
t(eval, "  1+1")
t(eval, "\t 1+1 \n")
t(exec, "")
t(exec, "  x=1")
t(eval, b"1+1")
t(eval, bytearray(b"1+2"))
t(eval, memoryview(b"1+3"))
def outer():
    x = 10
    def inner():
        return eval("x", globals(), {'x': 3})
    t(inner)
    t(lambda: eval("x"))
    def inner2():
        x
        return eval("x")
    t(inner2)
    exec("x = 20")
    print(x)
    exec("print(x)")
    l = locals(); exec("y=5", globals(), l); print(l['y'])
outer()
class Body:
    a = 1
    exec("b = a + 1")
    print(b, eval('a+b'))
    locals()['c'] = 99
print(Body.b, Body.c)
def f(): return xx
c = f.__code__
t(exec, c, {'xx': 3})
t(eval, c, {'xx': 3})
def g1():
    zz = 1
    def h(): return zz
    return h
t(exec, g1().__code__, {})
t(exec, g1().__code__, {}, closure=g1().__closure__)
t(exec, g1().__code__, {}, closure=())
t(eval, g1().__code__, {})
def pa(a): pass
t(exec, pa.__code__, {})
t(exec, c, {'xx':3}, closure=(types.CellType(1),))
print(exec("yyy=3"), yyy)
exec("def rec(n): return 1 if n == 0 else n*rec(n-1)\nprint(rec(5))", {})
t(exec, "def rec(n): return 1 if n == 0 else n*rec(n-1)\nprint(rec(5))", {}, {})
exec("class A:\n  def f(self): return A", {}, M({}))
exec("x: int = 3\ny: str\nprint(__annotations__)", {}, mm:=M({})) if 0 else None
ns={}
exec("x: int = 3\ny: str\nprint(__annotations__)", ns)
ns={}
exec("x: int = 3\ny: str\nprint(__annotations__)", {}, ns)
print(ns)
