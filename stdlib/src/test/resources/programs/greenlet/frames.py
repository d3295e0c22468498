"""Where suspended greenlets and generators are, and their variables."""
from greenlet import greenlet as G, getcurrent
import sys, inspect
main = getcurrent()
def inner():
    x = 5
    main.switch()
    y = 6
    main.switch()
def outer():
    inner()
g = G(outer); print(g.gr_frame); g.switch()
f = g.gr_frame; print(f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, f.f_back.f_back)
g.switch(); print(g.gr_frame.f_lineno, g.gr_frame is f, f.f_lineno); g.switch(); print(g.gr_frame, g.dead)
def f1():
    fr = sys._getframe(0)
    print(fr.f_back)
    getcurrent().parent.switch(fr)
    return 'meaning'
g = G(f1); fr = g.switch(); print(fr.f_code is g.gr_frame.f_code, bool(g)); print(g.switch(), g.gr_frame)
def gen(a, b=2):
    n = 0
    s = 'x'
    for i in range(3):
        n += i
        yield n
    t = 1.5
    yield
x = gen(1); print(inspect.getgeneratorlocals(x)); next(x); print(inspect.getgeneratorlocals(x)); next(x); print(inspect.getgeneratorlocals(x)); list(zip(x, range(2))); print(inspect.getgeneratorlocals(x)); print(list(x), inspect.getgeneratorlocals(x))
def cl(q):
    def k(): return q
    yield k
    q = 5
    yield q
x = cl(1); next(x); print({k: v for k, v in inspect.getgeneratorlocals(x).items() if k != 'k'}); next(x); print(x.gi_frame.f_locals['q'])
