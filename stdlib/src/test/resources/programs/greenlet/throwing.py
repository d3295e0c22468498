"""Exceptions that are thrown into greenlets, and who gets them."""
import greenlet, sys
from greenlet import greenlet as G, getcurrent, GreenletExit
main = getcurrent()
def t(name, f, *a, **k):
    try:
        r = f(*a, **k)
        print(name, '->', r if not isinstance(r, G) else 'greenlet')
    except BaseException as e:
        print(name, '!', type(e).__name__, e)
# throw forms
def catcher():
    while True:
        try: main.switch('ready')
        except BaseException as e:
            main.switch((type(e).__name__, e.args, e.__traceback__ is not None))
catchers = []  # or a catcher would be ended, and switch to main, whenever a collection finds it
def fresh():
    g = G(catcher); g.switch(); catchers.append(g); return g
class E2(Exception):
    def __init__(self, a, b): super().__init__(a, b)
for args in [(ValueError,), (ValueError, 1), (ValueError, (1, 2)), (ValueError, None), (ValueError(3),), (ValueError, ValueError(4)), (ValueError, KeyError(4)), (E2, (1,2)), (E2, 1), (5,), ('s',), (None,), (ValueError, 1, None), (int,), (Exception(1), None), (GreenletExit,), (), (GreenletExit, 5), (KeyboardInterrupt,), (SystemExit, 3)]:
    t(str(args), fresh().throw, *args)
import traceback
def deep():
    raise KeyError('deep')
try: deep()
except KeyError as e: tb = e.__traceback__
def tbcatch():
    try: main.switch()
    except ValueError as e:
        return [x.name for x in traceback.extract_tb(e.__traceback__)]
g = G(tbcatch); g.switch(); t('tb', g.throw, ValueError, 'x', tb)
def escaping():
    main.switch()
g = G(escaping); g.switch()
try: g.throw(ValueError, 'x', tb)
except ValueError as e: print([x.name for x in traceback.extract_tb(e.__traceback__)])
g = G(escaping)
try: g.throw(ValueError, 'x', tb)
except ValueError as e: print([x.name for x in traceback.extract_tb(e.__traceback__)], g.dead)
# throw into dead goes to parent
def f1():
    try: f2g.switch()
    except ValueError as e: return ('f1 caught', str(e))
f1g = G(f1); f2g = G(lambda: main.switch('in f2'), f1g)
print(f1g.switch()); t('v', f2g.throw, ValueError, 'up'); print(f1g.dead, f2g.dead)
# throw into unstarted with parents
f1g = G(f1); f2g = G(lambda: main.switch('in f2')); f3 = G(lambda: 1, f2g)
print(f1g.switch()); t('f3', f3.throw, KeyError('k')); print(f3.dead, f2g.dead, f1g.dead)
g = G(lambda: 1); t('exit', lambda: repr(g.throw(GreenletExit('a')))); t('exit', lambda: repr(g.throw()))
# kill within except
def k():
    try:
        raise ValueError
    except ValueError:
        try: main.switch()
        finally: print(sys.exc_info()[0].__name__)
g = G(k); g.switch(); t('k', lambda: repr(g.throw()))
# finally switching
def fin():
    try: main.switch(1)
    finally: main.switch(2); print('end of finally')
g = G(fin); print(g.switch(), g.throw(ValueError('x'))); t('resume', g.switch); print(g.dead)
# ignoring exit
def ign():
    for i in range(3):
        try: main.switch(i)
        except GreenletExit: pass
    return 'done'
g = G(ign); print(g.switch(), g.throw(), g.throw(), g.throw(), g.dead)
# exception context across
def cx():
    try: main.switch()
    except ValueError: raise KeyError('b')
g = G(cx); g.switch()
try: g.throw(ValueError('a'))
except KeyError as e: print(repr(e.__context__), repr(e.__cause__))
# reparenting during run
def r():
    getcurrent().parent = other; return 'r value'
other = G(lambda *a: ('other', a)); print(G(r).switch())
# parent dead during return
p = G(lambda: None); c = G(lambda: 5, p); p.switch(); print(p.dead, c.switch())
def pc():
    c2 = G(lambda: main.switch('c2'), getcurrent()); kept.append(c2); c2.switch(); return 'pc'
kept = []
g = G(pc); print(g.switch()); print(g.switch('xx')); print(kept[0].switch('yy'), kept[0].dead, g.dead)
# cycle
a, b, c = G(), G(), G(); a.parent = b; b.parent = c
t('cycle', lambda: setattr(c, 'parent', a)); t('cycle', lambda: setattr(a, 'parent', a)); t('ok', lambda: setattr(a, 'parent', c))
# main returns from throw to itself
t('self throw', main.throw, KeyError('s'))
def selfsw(): return getcurrent().switch('self')
t('self', G(selfsw).switch)
def selfth():
    try: getcurrent().throw(ValueError('st'))
    except ValueError as e: return repr(e)
t('self', G(selfth).switch)
# generator class on greenlets
class genlet(G):
    def __init__(self, *args, **kwds): self.args = args; self.kwds = kwds; self.child = None
    def run(self): return self.fn(*self.args, **self.kwds)
    def __iter__(self): return self
    def __next__(self):
        self.parent = getcurrent(); result = self.switch()
        if self: return result
        raise StopIteration
def Yield(v):
    g = getcurrent()
    while not isinstance(g, genlet):
        if g is None: raise RuntimeError('yield outside a genlet')
        g = g.parent
    g.parent.switch(v)
def generator(f):
    class k(genlet): fn = staticmethod(f)
    return k
@generator
def counter(n):
    for i in range(n): Yield(i)
print(list(counter(5)), list(zip(counter(3), counter(4))))
@generator
def tree(n):
    Yield(n)
    if n > 1:
        for x in tree(n // 2): Yield(x)
        for x in tree(n - n // 2): Yield(x)
print(list(tree(7)))
t('outside', Yield, 3)
