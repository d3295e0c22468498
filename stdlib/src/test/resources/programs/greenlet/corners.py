# Greenlets with generators, coroutines, with statements, locks, contexts, frames, tracing, odd classes.
import greenlet, sys, threading, gc, contextvars, traceback, inspect
from greenlet import greenlet as G, getcurrent
def t(label, f):
    try: print(label, '->', repr(f()))
    except BaseException as e: print(label, '!', type(e).__name__, e, [(x.name, x.lineno) for x in traceback.extract_tb(e.__traceback__)], repr(e.__context__), repr(e.__cause__), e.__suppress_context__)
m = getcurrent()
# recursion per greenlet
def rec(n):
    return 0 if n == 0 else 1 + rec(n - 1)
t('rec', lambda: G(lambda: rec(400)).switch())
def deep():
    try: rec(100000)
    except RecursionError as e: return str(e)
t('deep', lambda: G(deep).switch())
# nested
def nest(n):
    if n == 0: return 'bottom'
    return G(nest).switch(n - 1)
t('nest', lambda: nest(50))
# exceptions through chain of parents
def thrower(): raise ValueError('deep')
def mid(): return G(thrower).switch()
t('chain', lambda: G(mid).switch())
def mid2():
    try: G(thrower).switch()
    except ValueError as e: raise KeyError('k') from e
t('chain2', lambda: G(mid2).switch())
def mid3():
    try: G(thrower).switch()
    finally: m.switch('fin')
g = G(mid3); t('mid3', g.switch); t('mid3', g.switch)
# context
def ctx():
    try:
        m.switch(1)
    except ValueError:
        raise TypeError('from')
g = G(ctx); g.switch(); t('ctx', lambda: g.throw(ValueError('orig')))
def inexc():
    try: 1/0
    except ZeroDivisionError:
        return G(thrower).switch()
t('inexc', inexc)
def h():
    try: raise KeyError(1)
    except KeyError:
        m.switch()
        raise
g = G(h); g.switch()
try: raise ValueError('x')
except ValueError: t('reraise', g.switch)
# generator running across greenlets
def gen():
    yield 1
    m.switch('ingen')
    yield 2
gg = gen(); next(gg)
g = G(lambda: next(gg)); print(g.switch())
t('running', lambda: next(gg)); t('running', lambda: gg.close()); t('fin', g.switch); t('end', lambda: next(gg))
def gen2():
    x = yield m.switch('a')
    return x
def yf(): return (yield from gen2())
def drv():
    it = yf(); next(it)
    try: it.send(5)
    except StopIteration as e: return e.value
g = G(drv); print(g.switch(), g.switch())
# async in greenlet
async def co(): m.switch('co'); return 1
async def co2(): return await co() + 1
def run():
    c = co2()
    try: c.send(None)
    except StopIteration as e: return e.value
g = G(run); print(g.switch(), g.switch())
# with
from contextlib import contextmanager, ExitStack, suppress
@contextmanager
def cm():
    m.switch('enter')
    try: yield 5
    finally: m.switch('exit')
def w():
    with cm() as x: m.switch(x)
    return 'end'
g = G(w); print([g.switch() for _ in range(4)])
g = G(w); g.switch(); g.switch(); t('throw in with', lambda: g.throw(ValueError('w'))); t('thenfin', g.switch)
# locals / threading.local
loc = threading.local()
def l(): loc.x = 1; m.switch(); return loc.x
g = G(l); g.switch(); loc.x = 2; print(g.switch())
print(threading.current_thread() is G(threading.current_thread).switch(), threading.get_ident() == G(threading.get_ident).switch())
# locks across greenlets
lk = threading.Lock(); rl = threading.RLock()
def ll(): rl.acquire(); m.switch(); rl.release(); return 'rel'
g = G(ll); g.switch(); print(rl.acquire(False)); rl.release(); print(g.switch())
# context vars with copy_context run across
v = contextvars.ContextVar('v')
def cv():
    tok = v.set(1); m.switch(); v.reset(tok); return v.get('none')
g = G(cv); g.switch(); print(v.get('unset')); t('reset', g.switch)
def cv():
    m.switch(contextvars.copy_context().get(v)); 
v.set('main'); g = G(cv); print(g.switch()); print(dict(g.gr_context) == {})
g = G(cv); g.gr_context = contextvars.copy_context(); print(g.switch())
ctx = contextvars.copy_context()
g = G(lambda: ctx.run(lambda: m.switch('in'))); print(g.switch()); 
g2 = G(lambda: 1); t('setentered', lambda: setattr(g2, 'gr_context', ctx)); t('run entered', g2.switch); t('rest', g.switch)
# frames
def fr(): m.switch(sys._getframe().f_back is None); return inspect.currentframe().f_back is None
g = G(fr); print(g.switch(), g.gr_frame.f_code.co_name, g.gr_frame.f_lineno - fr.__code__.co_firstlineno, g.gr_frame.f_back); print(g.switch(), g.gr_frame)
def outer(): inner()
def inner(): m.switch()
g = G(outer); g.switch(); f = g.gr_frame; print(f.f_code.co_name, f.f_back.f_code.co_name, f.f_back.f_back)
print([x.name for x in traceback.extract_stack(f)]); t('clear', f.clear); g.throw()
# unstarted parents & throw
p = G(lambda *a: ('p', a)); c = G(thrower, p); t('exc into unstarted parent', c.switch); print(p.dead, c.dead)
p = G(lambda *a: ('p', a)); c = G(lambda: 3, p); t('value into unstarted parent', c.switch); print(p.dead, c.dead)
p = G(lambda *a: ('p', a)); c = G(thrower, p); t('GE', c.throw); print(p.dead, c.dead)
p = G(lambda: 'dead'); p.switch(); c = G(lambda x: x, p); t('dead parent', lambda: c.switch(4)); c = G(lambda x: 1/0, p); t('dead parent', lambda: c.switch(4))
# parent changes while running
def pc():
    getcurrent().parent = other; return 'v'
other = G(lambda x: ('other', x)); t('pc', lambda: G(pc).switch())
# run attr deleted / replaced during
class R(G):
    def run(self): return type(self).__name__
r = R(); r.run = lambda: 'inst'; t('R', r.switch)
class R2(G):
    run = staticmethod(lambda *a: ('static', a))
t('R2', lambda: R2().switch(1)); 
class R3(G):
    @classmethod
    def run(cls, *a): return cls.__name__, a
t('R3', lambda: R3().switch(1))
class R4(G):
    run = 5
t('R4', lambda: R4().switch(1))
class R5(G):
    def __getattr__(self, n):
        if n == 'run': return lambda: 'ga'
        raise AttributeError(n)
t('R5', lambda: R5().switch())
class S(G):
    __slots__ = ('x',)
s = S(lambda: 1); s.x = 4; print(s.x, s.switch())
class Bool(G):
    def __bool__(self): return False
print(bool(Bool(lambda: 1)))
class MG(type(G)): pass
class MM(G, metaclass=MG): pass
print(type(MM(lambda: 2)), MM(lambda: 2).switch())
t('multi', lambda: type('X', (G, dict), {}))
t('multi', lambda: type('X', (G, threading.local), {}))
class N(G):
    def __new__(cls, *a, **k): return 5
print(N())
class Init(G):
    def __init__(self, *a): self.a = a; self.v = self.dead, bool(self), self.gr_frame, self.parent is m
print(Init(1).v)
t('kw', lambda: G(run=len, foo=1)); t('kw', lambda: G(len, run=len)); t('kw', lambda: G(None, None, parent=None)); t('kw', lambda: G(run=None).switch()); t('par', lambda: G(len, None).parent is m)
# tracing with callbacks that switch/throw
ev = []
def tr(e, a): ev.append((e, a[0] is m, a[1] is m))
greenlet.settrace(tr)
def f(): 
    try: m.switch()
    except ValueError: return 2
g = G(f); g.switch(); g.throw(ValueError); G(lambda: 1).throw(); 
try: G(thrower).switch()
except ValueError: pass
getcurrent().switch(); m.switch(3)
try: m.throw(ValueError)
except ValueError: pass
greenlet.settrace(None); print(ev)
# settrace per thread
def th(): print(greenlet.gettrace())
greenlet.settrace(tr); T = threading.Thread(target=th); T.start(); T.join(); greenlet.settrace(None)
# sys.settrace interplay
tl = []
def st(frame, event, arg):
    if frame.f_code.co_name == 'a': tl.append((frame.f_code.co_name, event))
    return st
def a(): m.switch(); return 1
g = G(a); sys.settrace(st); g.switch(); x = sys.gettrace() is st; g.switch(); sys.settrace(None); print(x, [e for e in tl if e[1] != 'line'])
pl = []
def sp(frame, event, arg): 
    if event in ('call', 'return'): pl.append((frame.f_code.co_name, event))
def b(): m.switch(); return 1
g = G(b); sys.setprofile(sp); g.switch(); y = sys.getprofile() is sp; g.switch(); sys.setprofile(None); print(y, pl)
