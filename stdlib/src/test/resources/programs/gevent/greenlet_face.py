"""Greenlets of gevent: attributes, ends, links, wrong arguments."""
import gevent, sys
from gevent import Greenlet, Timeout, GreenletExit
import greenlet
gevent.get_hub().exception_stream = None
import re
def R(x): return re.sub('0x[0-9a-f]+', '0x', repr(x))
def clean(text):
    text = re.sub('0x[0-9a-f]+', '0x', text)
    return re.sub(r'gevent\._?\w+\.', 'gevent.', text)
def t(name_, f, *a, **k):
    try:
        print(name_, '->', clean(repr(f(*a, **k))))
    except BaseException as e:
        print(name_, '!', type(e).__name__, clean(str(e)).split('\n')[0])
# Greenlet face
t('no run', Greenlet(None).run)
t('run arg', Greenlet, 5)
t('spawn nothing', gevent.spawn)
t('spawn 5', gevent.spawn, 5)
t('spawn_later nothing', gevent.spawn_later, 1)
t('spawn_raw', gevent.spawn_raw, 5)
g = Greenlet(lambda x, y=1: x)
print([n for n in dir(g) if not n.startswith('_')])
t('attrs', lambda: (g.value, g.exception, g.exc_info, g.args, g.kwargs, g.started, g.dead, g.ready(), g.successful(), bool(g)))
t('loop', lambda: type(g.loop).__name__)
t('repr', lambda: g); t('name', lambda: g.name); t('repr', lambda: g)
t('ident', lambda: g.minimal_ident)
g.name = 'mine'; t('repr', lambda: g); t('name', lambda: g.name)
def setter(a, v): setattr(g, a, v)
g = gevent.spawn(lambda x, y=1: x, 5, y=2); t('repr', lambda: g); t('attrs', lambda: (g.args, g.kwargs, g.started, g.ready(), bool(g), g.dead))
g.join(); t('repr', lambda: g); t('attrs', lambda: (g.args, g.kwargs, g.started, g.ready(), bool(g), g.dead, g.value, g.successful(), g.exc_info))
def fail(): raise ValueError('oops')
g = gevent.spawn(fail); g.join(); t('get', g.get); t('get2', g.get, block=False); t('attrs', lambda: (g.value, g.exception, [type(x).__name__ for x in g.exc_info], g.successful(), g.ready(), bool(g)))
t('repr', lambda: g)
g = gevent.spawn(gevent.sleep, 10); t('get', g.get, timeout=0.01); t('get nb', g.get, block=False); t('join', g.join, 0.01); t('get0', g.get, timeout=0)
g.kill(); t('killed', lambda: (g.value, g.exception, g.successful(), g.dead)); t('get', g.get)
g = gevent.spawn(gevent.sleep, 10); g.kill(); t('kill before start', lambda: (g.value, g.exception, g.successful(), g.dead, g.exc_info))
g = gevent.spawn(gevent.sleep, 10); g.kill(ValueError('x')); t('kill before start', lambda: (g.value, g.exception, g.successful(), g.dead)); t('get', g.get)
g = gevent.spawn(gevent.sleep, 10); gevent.sleep(0); g.kill(ValueError); t('kill v', lambda: (g.value, g.exception, g.successful(), g.dead)); t('get', g.get)
g = gevent.spawn(gevent.sleep, 10); gevent.sleep(0); t('kill nb', g.kill, block=False); t('dead', lambda: g.dead); g.join(); t('dead', lambda: g.dead)
def stubborn():
    try: gevent.sleep(10)
    except GreenletExit: gevent.sleep(0.05)
g = gevent.spawn(stubborn); gevent.sleep(0); t('kill to', g.kill, timeout=0.01); t('dead', lambda: g.dead); g.join()
# links
def cb(s): print('cb', R(s.value), R(s.exception))
g = gevent.spawn(lambda: 7); g.link(cb); g.link_value(cb); g.link_exception(cb); g.rawlink(cb); t('links', g.has_links); g.join(); gevent.sleep(0.01)
g.link(cb); gevent.sleep(0)
g = gevent.spawn(fail); g.link(cb); g.link_value(cb); g.link_exception(cb); g.join(); gevent.sleep(0.01)
t('link bad', g.link, 5); t('rawlink bad', g.rawlink, 5)
g = gevent.spawn(lambda: 1); g.link(cb); g.unlink(cb); t('has', g.has_links); g.link(cb); g.unlink_all(); t('has', g.has_links); g.unlink(cb)
t('double start', g.start); g.join(); t('start after', g.start)
# subclass
class My(Greenlet):
    def __init__(self, x): Greenlet.__init__(self); self.x = x
    def _run(self): return self.x * 2
    def __str__(self): return 'My!'
m = My(4); m.start(); t('my', m.get); t('repr', lambda: m); t('str', lambda: str(m))
class My2(Greenlet): pass
t('repr', lambda: My2(fail)); 
t('ctx', lambda: [0 for _ in [0]])
with gevent.spawn(lambda: gevent.sleep(0.01) or 'r') as w: pass
t('with', lambda: (w.value, w.dead))
try:
    with gevent.spawn(gevent.sleep, 5) as w: raise KeyError('body')
except KeyError: t('with', lambda: (w.value, w.dead, w.exception))
t('current', lambda: gevent.getcurrent().parent)
t('tree', lambda: gevent.spawn(lambda: 1).spawn_tree_locals)
t('joinall', lambda: [x.value for x in gevent.joinall([gevent.spawn(lambda i=i: i) for i in range(3)])])
t('joinall re', lambda: gevent.joinall([gevent.spawn(fail)], raise_error=True))
t('joinall count', lambda: len(gevent.joinall([gevent.spawn(lambda: 1) for i in range(5)], count=2)))
t('joinall to', lambda: len(gevent.joinall([gevent.spawn(gevent.sleep, 5), gevent.spawn(lambda: 1)], timeout=0.02)))
gs = [gevent.spawn(gevent.sleep, 5) for i in range(3)]; gevent.sleep(0); t('killall', gevent.killall, gs); t('dead', lambda: [x.dead for x in gs])
gs = [gevent.spawn(stubborn) for i in range(3)]; gevent.sleep(0); t('killall to', gevent.killall, gs, timeout=0.01); t('dead', lambda: [x.dead for x in gs])
gevent.sleep(0.1); t('dead', lambda: [x.dead for x in gs])
gs = [gevent.spawn(stubborn) for i in range(3)]; t('killall nb', gevent.killall, gs, block=False); t('dead', lambda: [x.dead for x in gs])
t('killall empty', gevent.killall, []); t('joinall empty', gevent.joinall, []); t('killall exc', gevent.killall, [gevent.spawn(gevent.sleep, 3)], exception=ValueError('k'))
t('wait objs', lambda: len(gevent.wait([gevent.spawn(lambda: 1), gevent.spawn(gevent.sleep, 3)], count=1)))
t('iwait', lambda: [x.value for x in gevent.iwait([gevent.spawn(lambda i=i: gevent.sleep(0.05 * (3 - i)) or i) for i in range(3)])])
t('kill fn', gevent.kill, gevent.spawn(gevent.sleep, 3)); t('version', lambda: gevent.version_info[:1] and gevent.__version__)
def tcb(g): seen.append(type(g).__name__)
seen = []; Greenlet.add_spawn_callback(tcb); gevent.spawn(lambda: 1).join(); gevent.spawn_later(0, lambda: 1).join(); My(1).start(); Greenlet.remove_spawn_callback(tcb); gevent.spawn(lambda: 1); print(seen)
t('switch to', lambda: gevent.spawn(fail).switch())
t('throw', lambda: gevent.spawn(fail).throw(KeyError('thrown')))
g = gevent.spawn(fail); g.throw(KeyError('t2')); t('thrown', lambda: (g.exception, g.dead)); t('get', g.get)
g = gevent.spawn(lambda: gevent.getcurrent().spawning_greenlet() is greenlet.getcurrent().parent.parent); t('spawning', g.get)
