"""Switching in the middle of what builtins, special methods and statements call."""
import greenlet, sys, gc, threading, time
from greenlet import greenlet as G, getcurrent, GreenletExit
main = getcurrent()
def t(name, f, *a, **k):
    try:
        r = f(*a, **k)
        print(name, '->', r if not isinstance(r, G) else 'greenlet')
    except BaseException as e:
        print(name, '!', type(e).__name__, e)
# switching from inside builtins
def sw(x):
    return main.switch(x)
def drive(f):
    g = G(f)
    got = []
    v = g.switch()
    while not g.dead:
        got.append(v)
        v = g.switch(len(got))
    return got, v
print(drive(lambda: sorted([3,1,2], key=sw)))
print(drive(lambda: list(map(sw, 'abc'))))
print(drive(lambda: list(filter(sw, 'abc'))))
class C:
    def __init__(self, v): self.v = v
    def __lt__(self, o): main.switch(('lt', self.v, o.v)); return self.v < o.v
    def __eq__(self, o): return main.switch(('eq', self.v)) == 2
    def __hash__(self): main.switch('hash'); return 1
    def __getattr__(self, n): return main.switch(n)
    def __len__(self): main.switch('len'); return 4
    def __iter__(self):
        main.switch('iter')
        return iter([1, 2])
    def __repr__(self): return str(main.switch('repr'))
    def __enter__(self): return main.switch('enter')
    def __exit__(self, *a): return main.switch('exit')
    def __add__(self, o): return main.switch('add')
    def __getitem__(self, i): return main.switch(('item', i))
    def __contains__(self, i): return main.switch(('in', i))
    def __call__(self, *a): return main.switch(('call', a))
    def __bool__(self): main.switch('bool'); return True
    def __del__(self): pass
    def __format__(self, s): return 'f%s' % main.switch(('format', s))
    def __index__(self): return main.switch('index')
    def __get__(self, i, t): return main.switch('get')
    def __set__(self, i, v): main.switch(('set', v))

print(drive(lambda: len({C(1), C(2)})))
print(drive(lambda: C(1).foo))
print(drive(lambda: len(C(1))))
print(drive(lambda: [x for x in C(1)]))
print(drive(lambda: repr([C(1), C(2)])))
print(drive(lambda: C(1) + 2))
print(drive(lambda: C(1)[3]))
print(drive(lambda: 3 in C(1)))
print(drive(lambda: C(1)(3)))
print(drive(lambda: not C(1)))
print(drive(lambda: f'{C(1):>3}'))
print(drive(lambda: [1,2,3,4,5][C(1)]))
print(drive(lambda: max(C(1), C(2)).v))
print(drive(lambda: {**{'a': 1}}.get(C(4), 'none')))
def w():
    with C(1) as v:
        main.switch(v)
        1/0
    return 'after'
print(drive(w))
class D:
    x = C(9)
print(drive(lambda: D().x))
def ds(): D().x = 5
print(drive(ds))
def gen():
    for i in range(3):
        got = main.switch(('gen', i))
        yield got
print(drive(lambda: list(gen())))
print(drive(lambda: sum(gen())))
print(drive(lambda: [x for x in gen()]))
def yf():
    r = yield from gen()
    main.switch(('r', r))
print(drive(lambda: list(yf())))
import functools
print(drive(lambda: functools.reduce(lambda a, b: main.switch((a, b)), [1,2,3])))
def dec():
    @sw
    def f(): pass
    return f
print([type(x).__name__ for x in drive(dec)[0]])
def cl():
    class K(metaclass=lambda n, b, d: main.switch(n)): 
        y = main.switch('body')
    return K
print(drive(cl))
def ex():
    exec("x = main.switch('in exec')\nmain.switch(x)", {'main': main})
    return eval("main.switch('ev')", {'main': main})
print(drive(ex))
def tryf():
    try:
        main.switch('try')
        raise ValueError('v')
    except ValueError as e:
        x = main.switch('handler')
        info = sys.exc_info()[1]
        try: raise
        except ValueError as e2: return repr(e2), repr(info)
    finally:
        main.switch('fin')
print(drive(tryf)); print(sys.exc_info())
# exc_info is separate per greenlet
def f1():
    try: raise ValueError('one')
    except ValueError:
        main.switch()
        return repr(sys.exc_info()[1])
def f2():
    try: raise KeyError('two')
    except KeyError:
        main.switch()
        return repr(sys.exc_info()[1])
a, b = G(f1), G(f2)
a.switch(); b.switch(); print(a.switch(), b.switch(), sys.exc_info())
try: raise OSError('m')
except OSError:
    g = G(lambda: repr(sys.exc_info()[1])); print(g.switch())
    def nop():
        main.switch(); return sys.exc_info()
    g = G(nop); g.switch()
    try: raise ValueError('x') 
    except ValueError: print(g.switch(), sys.exc_info()[0])
    def raises(): raise KeyError('ctx')
    try: G(raises).switch()
    except KeyError as e: print(repr(e), repr(e.__context__))
# deep recursion
def deep(n): return main.switch(n) if n == 0 else deep(n-1)
gs = [G(deep) for i in range(20)]
for g in gs: g.switch(500)
print(sum(g.switch(1) for g in gs))
def inf(): return inf() + 1
def rec():
    try: inf()
    except RecursionError as e: return type(e).__name__
print(G(rec).switch())
def nested(n):
    if n == 0: return 'bottom'
    return G(nested).switch(n-1)
print(nested(100))
