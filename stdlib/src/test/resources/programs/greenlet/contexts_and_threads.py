"""Contexts of greenlets; greenlets and threads."""
import greenlet, sys, threading, time, contextvars
from greenlet import greenlet as G, getcurrent, GreenletExit
main = getcurrent()
def t(name, f, *a, **k):
    try:
        r = f(*a, **k)
        print(name, '->', r if not isinstance(r, G) else 'greenlet')
    except BaseException as e:
        print(name, '!', type(e).__name__, e)
# contextvars
v = contextvars.ContextVar('v', default='none')
v.set('main')
def body():
    print('in', v.get())
    v.set('g')
    main.switch()
    print('again', v.get())
g = G(body)
print(type(g.gr_context).__name__)
g.switch(); print(v.get(), type(g.gr_context).__name__, g.gr_context[v])
v.set('main2'); g.switch(); print(v.get()); print(type(g.gr_context).__name__)
c = contextvars.copy_context()
g = G(lambda: v.get()); g.gr_context = c
v.set('later'); print(g.switch())
g = G(lambda: v.get()); g.gr_context = contextvars.copy_context(); print(g.switch())
g = G(lambda: v.get()); g.gr_context = None; print(g.switch())
def b2():
    me = getcurrent()
    print(me.gr_context is None, v.get())
    v.set('b2'); print(me.gr_context[v])
    me.gr_context = None
    print(v.get())
    me.gr_context = c
    print(v.get())
G(b2).switch(); print(v.get())
def b3():
    v.set(1); main.switch(); v.set(2); main.switch()
g = G(b3); g.switch(); print(g.gr_context[v], len(g.gr_context)); g.switch(); print(g.gr_context[v])
ctx = g.gr_context
g.gr_context = contextvars.Context(); g.switch(); print(type(g.gr_context).__name__, ctx[v])
t('run in ctx', lambda: contextvars.copy_context().run(lambda: G(lambda: v.get()).switch()))
c1 = contextvars.copy_context()
def in_run():
    def inner():
        v.set('inner'); main.switch('out'); return v.get()
    return c1.run(inner)
g = G(in_run); print(g.switch(), v.get())

print(g.switch())
t('set to entered', lambda: setattr(G(lambda: 1), 'gr_context', 5))
def other_thread():
    t('tc', lambda: g2.gr_context)
    def s(): g2.gr_context = contextvars.copy_context()
    t('tcs', s)
def b4():
    main.switch()
g2 = G(b4); g2.switch()
th = threading.Thread(target=other_thread); th.start(); th.join()
def running():
    g5 = []
    def x():
        g5.append(getcurrent()); ev.set(); ev2.wait()
    ev = threading.Event(); ev2 = threading.Event()
    th = threading.Thread(target=lambda: G(x).switch()); th.start(); ev.wait()
    t('running', lambda: g5[0].gr_context)
    def s(): g5[0].gr_context = None
    t('running', s)
    ev2.set(); th.join()
    t('after', lambda: g5[0].gr_context)
running()
# threads
def thr(f):
    th = threading.Thread(target=f); th.start(); th.join()
box = []
def f():
    me = getcurrent()
    print(me is main, me.parent, me.dead, bool(me))
    box.append(me)
    box.append(G(lambda: 5))
    x = G(lambda: me.switch(1)); x.switch(); box.append(x)
    t('cross', g2.switch); t('cross', lambda: g2.throw(ValueError))
    t('cross main', main.switch)
    y = G(lambda: 1)
    t('parent', lambda: setattr(g2, 'parent', me))
    t('parent new', lambda: setattr(y, 'parent', main))
    t('sw', y.switch)
thr(f)
for b in box:
    print(b.dead, bool(b)); t('sw', b.switch); t('thr', b.throw); t('thr', b.throw, ValueError)
    print(b.parent is None or b.parent.dead)
    t('set parent', lambda: setattr(b, 'parent', main))
q = G(lambda: 'ok', None)
n = G(lambda: 1, box[0])
t('below dead main', n.switch)
thr(lambda: t('new from main', G(lambda: getcurrent().parent is main).switch))
w = G(lambda: (threading.current_thread() is threading.main_thread()))
def ww(): t('new in thread', w.switch)
thr(ww)
t('and here', w.switch)
