"""Threads at their edges: names, states, errors, hooks, locals, timers, representations."""
import sys
import threading
import time
import _thread


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, e)


def shown(value):
    text = repr(value)
    return ' '.join(w for w in text.replace('>', ' ').replace(')', ' ').split() if not w.isdigit())


def nop(*args, **kwds):
    pass


class Named(threading.Thread):
    def run(self):
        print('run', self.name, threading.current_thread() is self)


class NoInit(threading.Thread):
    def __init__(self):
        pass


def construction():
    attempt('group', lambda: threading.Thread(1))
    attempt('daemon', lambda: threading.Thread(daemon=True).daemon)
    attempt('keyword', lambda: threading.Thread(foo=1))
    t = threading.Thread(target=nop, name='one', args=[1, 2], kwargs={'x': 1})
    print(shown(t), t.name, t.ident, t.native_id, t.daemon, t.is_alive())
    attempt('join', t.join)
    t.start()
    attempt('start', t.start)
    t.join()
    t.join(5)
    print(shown(t), t.ident > 0, t.native_id > 0, t.is_alive())
    attempt('start', t.start)
    t = threading.Thread(target=nop)
    print(t.name.split('-')[1].split(' ')[1:], threading.Thread().name.startswith('Thread-'))
    t.name = 5
    print(repr(t.name))
    t.name = 'set'
    t.daemon = True
    print(t.daemon)
    attempt('no init', lambda: NoInit().start())
    attempt('no init', lambda: NoInit().name)
    attempt('self', lambda: threading.current_thread().join())
    n = Named(name='named')
    n.run()
    n.start()
    n.join()
    print(threading.Thread(target=nop, name='').name.startswith('Thread-'))
    attempt('daemon later', lambda: setattr(threading.current_thread(), 'daemon', True))


def about_all():
    print(shown(threading.main_thread()), threading.active_count(), 
          [t.name for t in threading.enumerate()], threading.current_thread() is threading.main_thread())
    print(threading.get_ident() == threading.main_thread().ident, threading.get_native_id() > 0)
    print(threading.stack_size(), threading.stack_size(0), threading.TIMEOUT_MAX)
    attempt('stack', lambda: threading.stack_size(5))
    print(threading.gettrace(), threading.getprofile(), threading.settrace(None), threading.setprofile(None))
    e = threading.Event()
    t = threading.Thread(target=e.wait, daemon=True, name='daemon one')
    t.start()
    print(shown(t), threading.active_count(), t in threading.enumerate())
    e.set()
    t.join()


def hooks():
    def hook(args):
        print('hook', args.exc_type.__name__, args.exc_value, args.exc_traceback is not None, args.thread.name)

    def fails():
        raise ValueError('in a thread')

    def leaves():
        sys.exit(3)

    old = threading.excepthook
    threading.excepthook = hook
    for f in (fails, leaves):
        t = threading.Thread(target=f, name=f.__name__)
        t.start()
        t.join()
    threading.excepthook = old
    print(threading.excepthook is threading.__excepthook__)
    args = threading.ExceptHookArgs((ValueError, ValueError('x'), None, None))
    print(args.exc_type, args.exc_value, args.exc_traceback, args.thread, len(args))


class Local(threading.local):
    number = 2

    def __init__(self, start=0):
        self.start = start
        print('init', start)


def locals_of_threads():
    plain = threading.local()
    plain.x = 1
    own = Local(5)
    own.start = 6

    def other():
        attempt('plain', lambda: plain.x)
        plain.x = 2
        print(own.start, own.number, sorted(own.__dict__), plain.__dict__)

    t = threading.Thread(target=other)
    t.start()
    t.join()
    print(plain.x, own.start, plain.__dict__)
    del plain.x
    attempt('deleted', lambda: plain.x)
    attempt('arguments', lambda: threading.local(1))


def timers():
    done = []
    t = threading.Timer(0.01, done.append, args=['rang'])
    print(shown(t).split('(')[0], t.interval, t.args, t.kwargs, t.finished.is_set())
    t.start()
    t.join()
    print(done, t.finished.is_set())
    t = threading.Timer(60, done.append, kwargs={'x': 1})
    t.start()
    t.cancel()
    t.join(20)
    print(done, t.is_alive(), t.finished.is_set())


def low_level():
    lock = _thread.allocate_lock()
    print(type(lock), lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(True, 0.01))
    attempt('timeout', lambda: lock.acquire(False, 1))
    attempt('timeout', lambda: lock.acquire(True, -2))
    attempt('timeout', lambda: lock.acquire(True, 'x'))
    attempt('timeout', lambda: lock.acquire(True, 1e100))
    print(lock.release())
    attempt('release', lock.release)
    print(lock.acquire_lock(), lock.locked_lock(), lock.release_lock())
    ready = _thread.allocate_lock()
    ready.acquire()
    ident = _thread.start_new_thread(ready.release, ())
    ready.acquire()
    print(type(ident), _thread.LockType is type(lock), _thread.error is RuntimeError)
    attempt('arguments', lambda: _thread.start_new_thread(nop, 5))
    attempt('function', lambda: _thread.start_new_thread(5, ()))
    attempt('keywords', lambda: _thread.start_new_thread(nop, (), 5))


def locks():
    r = threading.RLock()
    print(r.acquire(), r.acquire(blocking=False), shown(r).split(' at')[0].split(' owner')[0], r.release(), r.release())
    attempt('release', r.release)
    c = threading.Condition()
    attempt('wait', c.wait)
    attempt('notify', c.notify)
    with c:
        print(c.wait(0.01), c.wait_for(lambda: 0, timeout=0.01), c.wait_for(lambda: 7))
    attempt('release', c.release)
    s = threading.Semaphore(1)
    print(s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01), s.release(), s.release(2))
    attempt('both', lambda: s.acquire(False, 1))
    attempt('release', lambda: s.release(0))
    attempt('negative', lambda: threading.Semaphore(-1))
    b = threading.BoundedSemaphore(1)
    attempt('release', b.release)
    gate = threading.Barrier(2, timeout=0.01)
    attempt('broken', gate.wait)
    print(gate.broken, gate.reset(), gate.n_waiting, gate.parties, gate.broken)
    gate.abort()
    attempt('aborted', gate.wait)
    attempt('parties', lambda: threading.Barrier(0).parties)
    e = threading.Event()
    print(e.set(), e.wait(), e.wait(-1), e.clear(), e.wait(0))


if __name__ == '__main__':
    construction()
    about_all()
    hooks()
    locals_of_threads()
    timers()
    low_level()
    locks()
