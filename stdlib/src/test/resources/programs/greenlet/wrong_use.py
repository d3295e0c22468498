"""Wrong arguments and attributes of greenlets, subclasses with run."""
import greenlet, sys, gc
from greenlet import greenlet as G, getcurrent, GreenletExit, settrace, gettrace
def t(name, f, *a, **k):
    try:
        r = f(*a, **k)
        print(name, '->', r if not isinstance(r, G) else 'greenlet')
    except BaseException as e:
        print(name, '!', type(e).__name__, e)
main = getcurrent()
t('len args', G, 1, 2, 3)
t('kw twice', lambda: G(1, run=2))
t('parent wrong', lambda: G(None, 5))
t('run None', lambda: G(None).switch())
t('parent None', lambda: G(lambda: 1, None).switch())
t('run not callable', lambda: G(5).switch())
g = G()
t('run missing', lambda: g.run)
t('switch without run', g.switch)
t('set run', lambda: setattr(g, 'run', lambda *a, **k: (a, k)))
t('run', lambda: callable(g.run))
t('sw', g.switch, 1, 2, a=3)
t('dead switch', g.switch, 5)
t('dead switch2', g.switch, 5, 6)
t('dead switch3', g.switch, 5, 6, k=7)
t('dead switch4', g.switch, k=7)
t('dead switch0', g.switch)
t('dead throw', g.throw)
t('dead throw', g.throw, ValueError)
t('dead throw', g.throw, ValueError, 5)
t('dead throw', g.throw, ValueError(6))
t('dead throw', g.throw, GreenletExit)
t('dead throw', lambda: repr(g.throw(GreenletExit(3))))
t('throw bad', g.throw, 5)
t('throw bad', g.throw, 'abc')
t('throw bad tb', g.throw, ValueError, None, 5)
t('throw inst val', g.throw, ValueError(1), 5)
t('throw kw', lambda: g.throw(a=1))
t('throw many', g.throw, 1, 2, 3, 4)
g = G(lambda: 1)
t('del run', lambda: delattr(g, 'run'))
t('run gone', lambda: g.run)
t('del parent', lambda: delattr(g, 'parent'))
t('set parent', lambda: setattr(g, 'parent', None))
t('set parent', lambda: setattr(g, 'parent', 7))
t('set parent self', lambda: setattr(g, 'parent', g))
t('main parent', lambda: setattr(main, 'parent', g))
t('main parent', lambda: setattr(main, 'parent', main))
t('main run', lambda: main.run)
t('main run', lambda: setattr(main, 'run', 5))
t('main del run', lambda: delattr(main, 'run'))
t('main dead', lambda: (main.dead, bool(main), main.gr_frame is None, main.parent))
t('set dead', lambda: setattr(g, 'dead', True))
t('set gr_frame', lambda: setattr(g, 'gr_frame', True))
t('gr_context', lambda: g.gr_context)
t('set gr_context', lambda: setattr(g, 'gr_context', 5))
t('del gr_context', lambda: delattr(g, 'gr_context'))
t('eq', lambda: g == g)
t('hash', lambda: hash(g) == hash(g))
t('frame', lambda: sys.getsizeof(g) > 0)

class Sub(G):
    def __init__(self, x): self.x = x; G.__init__(self)
    def run(self): return self.x
t('sub', lambda: Sub(5).switch())
class Sub2(G):
    pass
t('sub2', lambda: Sub2(lambda: 5, main).switch())
t('sub2', lambda: Sub2().switch())
class Sub3(G):
    run = 7
t('sub3', lambda: Sub3().switch())
class Sub4(G):
    run = staticmethod(lambda *a: a)
t('sub4', lambda: Sub4().switch(1))
t('sub4', lambda: Sub4(lambda: 'mine').switch())
class Sub5(G):
    @property
    def run(self): raise KeyError('no run')
t('sub5', lambda: Sub5().switch())
class Sub6(G):
    def __getattribute__(self, n):
        if n == 'run':
            other.switch()
            return lambda *a: ('six', a)
        return object.__getattribute__(self, n)
other = G(lambda: main.switch('back'))
t('sub6', lambda: Sub6().switch(1))
# __getattribute__ that starts self
class Sub7(G):
    once = True
    def __getattribute__(self, n):
        if n == 'run' and Sub7.once:
            Sub7.once = False
            G.run.__set__(self, lambda *a: ('inner', a, main.switch('stop')))
            print('inner', self.switch(99))
            return lambda *a: ('seven', a)
        return object.__getattribute__(self, n)
s = Sub7()
t('sub7', lambda: s.switch(1))
t('sub7', lambda: s.switch(2))
import copy
t('copy', lambda: copy.copy(g))
t('deepcopy', lambda: copy.deepcopy(g))


t('settrace', settrace, None)
t('gettrace', gettrace)
import re
def r(g): print(re.sub('0x[0-9a-f]+', '0x', repr(g)))
r(main); r(G()); x = G(lambda: main.switch()); r(x); x.switch(); r(x); x.switch(); r(x)
r(Sub(4)); y = G(lambda: r(getcurrent())); y.switch(); r(y)
