d = {}
exec("x = 1\ndef f(): return x\ndef g():\n    global y\n    y = x + 1", d)
print(d['x'], d['f'](), sorted(k for k in d))
d['x'] = 10
print(d['f']())
d['g']()
print(d['y'])
del d['x']
try:
    d['f']()
except NameError as e:
    print(e)
exec("x = 5", d)
print(d['f'](), d['f'].__globals__ is d)
loc = {}
exec("a = x\nb = a + 1\nclass K:\n    z = 1\ndef h(): return x", d, loc)
print(sorted(loc), loc['K'].z, loc['h'](), 'a' in d)
print(eval('x + 1', d), eval('a + b', d, loc), eval('[i for i in range(x)]', d), eval('(lambda: x)()', d))
try:
    exec("q = 1\ndef r(): return q\nr()", {}, {})
except NameError as e:
    print(e)


def local():
    v = 3
    exec("v = 4; w = 5")
    print(v, eval('v'), eval('v + 1', {'v': 100}), eval('v', {}, {'v': 7}))
    ns = {}
    exec('def k(): return 1', ns)
    return ns['k']()


print(local())
exec("top = 1")
print(top)
c = compile('1 + 2', 'f.py', 'eval')
print(eval(c), c.co_filename, c.co_name)
c = compile('z = 3\nz', 'f.py', 'exec')
ns = {}
print(exec(c, ns), ns['z'], eval(c, ns))
exec(c)
print(z)
for bad in ('1 +', 'x = ', 'def'):
    for fn in (eval, exec):
        try:
            fn(bad)
        except SyntaxError as e:
            print(type(e).__name__, e)
try:
    eval('x = 1')
except SyntaxError as e:
    print(e)
for args in ((1,), ('1', 2), ('1', {}, 3), ('1', None, 5)):
    for fn in (eval, exec):
        try:
            fn(*args)
        except Exception as e:
            print(type(e).__name__, e)
try:
    compile('1', 'f', 'bad')
except ValueError as e:
    print(e)
print(eval('  1 + 1'), eval(b'3'), eval('\t4\n'))


class Mapping:
    def __init__(self): self.d = {}
    def __getitem__(self, k):
        print('get', k)
        return self.d[k]
    def __setitem__(self, k, v):
        print('set', k)
        self.d[k] = v


exec('a = 1\nb = a', {}, Mapping())
print(eval('zz', {'zz': 1}, Mapping()))
print(eval('__name__'), eval('__name__', {'__name__': 'other'}))
d = {'__builtins__': {}}
try:
    eval('len([])', d)
except NameError as e:
    print(e)
d = {'__builtins__': {'len': lambda x: 'my len'}}
print(eval('len([])', d))
d = {}
eval('1', d)
print(list(d))
class D(dict):
    def __missing__(self, k):
        return 'missing ' + k
print(eval('foo', {}, D()))
print(eval('foo + bar', {'foo': 1}, {'bar': 2}))
code = compile('def f(a, b=2, *c, d, **e):\n  "doc"\n  x = 1\n  return a', 'f.py', 'exec')
ns = {}
exec(code, ns)
f = ns['f']
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__doc__, f.__code__.co_name, f.__code__.co_firstlineno)
print(sorted(vars(type('T', (), {'a': 1})))[:1], vars() is globals(), locals() is globals())
def show(a, b=1, *args, **kw):
    c = 2
    return locals(), dir()
print(show(1, 2, 3, k=4))
def clos():
    a = 1
    def f():
        return a, locals()
    return f()
print(clos())
class Body:
    q = 1
    print(sorted(k for k in locals()))
print([sorted(locals()) for i in range(1)])
globals()['made'] = 42
print(made)
g = globals()
g['x2'] = 1
del x2
print('x2' in g)
print(type(globals()).__name__)
d1 = {}
exec('import os; p = os.name', d1)
print('os' in d1)
print(eval('__import__("os").sep'))
def gen():
    exec('gg = 1')
    yield eval('1')
print(list(gen()))
exec('print(__name__)')
print(eval('lambda q: q + made')(1))
exec("""
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(fact(5))
""")
ns = {'a': 1}
exec('global b\nb = a', ns)
print(ns['b'])
