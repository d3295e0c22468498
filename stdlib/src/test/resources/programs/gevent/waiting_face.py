"""Events, results, locks, timeouts and waiters: the whole face."""
import gevent, sys, re
from gevent import Timeout, GreenletExit
gevent.get_hub().exception_stream = None
def clean(text):
    text = re.sub('0x[0-9a-f]+', '0x', text)
    return re.sub(r'gevent\._?\w+\.', 'gevent.', text)
def t(name_, f, *a, **k):
    try:
        print(name_, '->', clean(repr(f(*a, **k))))
    except BaseException as e:
        print(name_, '!', type(e).__name__, clean(str(e)))
from gevent.event import Event, AsyncResult
from gevent.lock import *
for c in (Event, AsyncResult, Semaphore, BoundedSemaphore, DummySemaphore, RLock):
    o = c(); t(c.__name__, lambda: o); t('str', lambda: str(o)); print([n for n in dir(o) if not n.startswith('_')])
e = Event(); t('wait', e.wait, 0.001); t('wait0', e.wait, timeout=0); g = [gevent.spawn(e.wait) for i in range(3)]; gevent.sleep(0); t('repr', lambda: e); e.set(); t('vals', lambda: [x.get() for x in g]); t('is', e.is_set); t('ready', e.ready); e.clear(); t('is', e.isSet)
e.rawlink(lambda s: print('linked', s is e)); e.set(); gevent.sleep(0); t('link bad', e.rawlink, 5); t('unlink', e.unlink, 5); t('links', e.linkcount)
e = Event(); g = gevent.spawn(e.wait); gevent.sleep(0); e.set(); e.clear(); t('set-clear', g.get)
r = AsyncResult(); t('get nb', r.get, block=False); t('nowait', r.get_nowait); t('to', r.get, timeout=0.001); t('wait', r.wait, timeout=0.001); t('attrs', lambda: (r.value, r.exception, r.exc_info, r.ready(), r.successful())); t('str', lambda: str(r))
r.set(5); t('get', r.get); t('attrs', lambda: (r.value, r.exception, r.exc_info, r.ready(), r.successful())); t('str', lambda: str(r)); t('wait', r.wait); t('done', r.done); t('result', r.result); t('cancel', r.cancel); t('cancelled', r.cancelled)
r = AsyncResult(); r.set_exception(ValueError('v')); t('get', r.get); t('attrs', lambda: (r.value, r.exception, [type(x) for x in r.exc_info], bool(r.ready()), r.successful())); t('str', lambda: str(r)); t('wait', r.wait)
r = AsyncResult(); r.set(); t('none', r.get); t('str', lambda: str(r))
r = AsyncResult(); gevent.spawn(lambda: 9).link(r); t('linked', r.get)
r = AsyncResult(); gevent.spawn(lambda: 1/0).link(r); t('linked', r.get)
r = AsyncResult(); r.set(1); r.set_exception(KeyError('k')); t('both', r.get); t('both', lambda: (r.value, r.exception)); r.set(2); t('again', r.get)
r = AsyncResult(); r.rawlink(lambda s: print('raw', s.value)); r.set(3); gevent.sleep(0); r.set_result(4); t('res', r.get)
r = AsyncResult(); r.set_exception(ValueError, None); t('cls', r.get); t('s', lambda: str(r))
r = AsyncResult(); r.set_exception(None); t('none', lambda: r.exception)
try: 1/0
except ZeroDivisionError as ex: r = AsyncResult(); r.set_exception(ex, exc_info=sys.exc_info())
t('tb', r.get); t('tb', lambda: r.exc_info[2] is not None)
# Semaphores
s = Semaphore(2); t('acq', s.acquire); t('acq', s.acquire); t('acq nb', s.acquire, blocking=False); t('acq nb', s.acquire, False); t('to', s.acquire, timeout=0.001); t('locked', s.locked); t('ready', s.ready); t('counter', lambda: s.counter); t('rel', s.release); t('wait', s.wait); t('repr', lambda: s)
t('neg', Semaphore, -1); t('ctx', lambda: s.__enter__()); t('ctx', lambda: s.__exit__(None, None, None)); t('wait0', Semaphore(0).wait, timeout=0.001)
t('hugeval', lambda: Semaphore(10**6)); t('to neg', lambda: Semaphore(1).acquire(timeout=-1)); t('bltype', lambda: Semaphore(1).acquire(True, None))
b = BoundedSemaphore(2); t('over', b.release); b.acquire(); b.release(); t('over', b.release); t('OV', lambda: b._OVER_RELEASE_ERROR)
d = DummySemaphore(); t('d', d.acquire); t('d', d.release); t('d', d.wait); t('d', d.locked); t('d', d.ready); t('d', d.rawlink, 5); t('repr', lambda: d)
r = RLock(); t('a', r.acquire); t('a', r.acquire); t('repr', lambda: r); t('rel', r.release); t('rel', r.release); t('rel', r.release); t('owned', r._is_owned); t('other', lambda: (r.acquire(), gevent.spawn(r.acquire, blocking=False).get(), gevent.spawn(r.acquire, timeout=0.001).get())); t('foreign', lambda: gevent.spawn(r.release).get())
# Timeouts
T = Timeout
t('t', lambda: (T(1), str(T(1)), str(T(2)), str(T(None)), repr(T(None)), str(T(1.5, 'text')), str(T(1, False)), str(T(1, ValueError)), repr(T(1, ValueError('x'))), str(T(0)), str(T(0.5, ValueError('q')))))
x = T(10); t('pend', lambda: x.pending); x.start(); t('rep', lambda: x); t('start', x.start); x.cancel(); t('pend', lambda: x.pending); x.start(); x.close(); t('rep', lambda: x); t('sec', lambda: x.seconds)
x = T.start_new(5); t('sn', lambda: x); t('sn same', lambda: T.start_new(x) is x); x.close(); t('none', lambda: T.start_new(None)); t('exc', lambda: T.start_new(5, ValueError).exception)
def body(to, n=0.05):
    with to: gevent.sleep(n); return 'slept'
for a in ((0.001,), (0.001, False), (0.001, ValueError), (0.001, ValueError('inst')), (0.001, 'string'), (0.001, None), (None,), (5,), (0,), (-1,)):
    t(str(a), body, T(*a))
def nested(a, b):
    with T(a, False) as o:
        with T(b, KeyError('inner')): gevent.sleep(0.2)
    return 'outer silent'
t('n', nested, 0.01, 0.1); t('n', nested, 0.1, 0.01)
def catch():
    x = T(0.005)
    try:
        with x: gevent.sleep(0.1)
    except T as e: return e is x, str(e), repr(e)
t('catch', catch)
t('wt', gevent.with_timeout, 0.005, gevent.sleep, 1, timeout_value='tv'); t('wt', gevent.with_timeout, 0.005, gevent.sleep, 1); t('wt', gevent.with_timeout, 1, lambda x, y=2: (x, y), 1, y=3); t('wtN', gevent.with_timeout, None, lambda: 5)
t('mro', lambda: T.__mro__); t('isinst', lambda: issubclass(T, Exception)); t('args', lambda: T(5).args)
t('bad', T, 'abc'); t('bad', lambda: T(1, 2, 3, 4, 5, 6, 7))
t('max', lambda: body(T(0.01), 0))
def inner_timeout():
    with T(0.05, False):
        try:
            with T(0.001): gevent.sleep(1)
        except T: return 'inner caught'
t('inner', inner_timeout)
x = T(0.01); x.start(); t('wait', gevent.sleep, 0.5)
t('hub wait', lambda: gevent.get_hub().wait(gevent.get_hub().loop.timer(0.001)))
from gevent.hub import Waiter
w = Waiter(); t('w', lambda: str(w)); t('repr', lambda: repr(w)[:8]); gevent.get_hub().loop.run_callback(w.switch, 'v'); t('wget', w.get); w = Waiter(); gevent.get_hub().loop.run_callback(w.throw, ValueError('w')); t('wget', w.get)
w = Waiter(); w.switch('early'); t('early', w.get); t('s', lambda: (w.ready(), w.successful(), w.value, w.exc_info)); w.clear(); t('s', lambda: (w.ready(), w.value)); w.throw(KeyError('k')); t('get', w.get); t('s', lambda: str(w))
w = Waiter(); gevent.spawn(w.get); gevent.sleep(0); t('twice', w.get); t('not hub', w.switch, 5); w2 = Waiter(); w2.switch_args(1, 2); t('args', w2.get); w3 = Waiter(); gevent.spawn(lambda: 4).link(w3) if False else None
