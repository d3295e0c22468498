"""The module threading with greenlets in the place of threads."""

import sys
import threading as _threading
from itertools import count as _count

from gevent.greenlet import Greenlet
from gevent.hub import get_hub, sleep
from gevent.local import local
from gevent.lock import RLock as _GreenletRLock
from gevent.thread import get_ident, start_new_thread
from greenlet import getcurrent

__implements__ = ['Thread', 'Timer', 'RLock', '_RLock', 'Condition', 'local', 'get_ident',
                  'current_thread', 'currentThread', 'enumerate', 'active_count',
                  'activeCount']
__all__ = __implements__
_PlainThread = _threading.Thread
_plain_current = _threading.current_thread
_plain_enumerate = _threading.enumerate
_get_native_id = _threading.get_native_id
# The greenlets that run threads.
_running = {}
_dummies = _count(1)


class _Failure:
    """What threading.excepthook is given."""

    def __init__(self, thread, exc_type, exc_value, exc_traceback):
        self.exc_type = exc_type
        self.exc_value = exc_value
        self.exc_traceback = exc_traceback
        self.thread = thread


class Thread(_PlainThread):
    """A thread that is a greenlet."""

    _greenlet = None

    def start(self):
        if self._greenlet is not None:
            raise RuntimeError("threads can only be started once")
        self.name  # raises if __init__ was not called
        g = Greenlet(self._bootstrap)
        self._greenlet = g
        _running[g] = self
        g.start()
        if getcurrent() is not get_hub():
            sleep(0)  # start() returns when the thread has begun

    def _bootstrap(self):
        try:
            self.run()
        except SystemExit:
            pass
        except:
            _threading.excepthook(_Failure(self, *sys.exc_info()))
        finally:
            _running.pop(self._greenlet, None)

    def join(self, timeout=None):
        g = self._greenlet
        if g is None:
            raise RuntimeError("cannot join thread before it is started")
        if g is getcurrent():
            raise RuntimeError("cannot join current thread")
        g.join(timeout if timeout is None or timeout > 0 else 0)

    def is_alive(self):
        g = self._greenlet
        return g is not None and not g.ready()

    @property
    def ident(self):
        return None if self._greenlet is None else get_ident(self._greenlet)

    @property
    def native_id(self):
        return None if self._greenlet is None else _get_native_id()

    def __repr__(self):
        if self._greenlet is None:
            status = 'initial'
        else:
            status = 'started' if self.is_alive() else 'stopped'
        if self.daemon:
            status += ' daemon'
        if self.ident is not None:
            status += ' %s' % self.ident
        return '<%s(%s, %s)>' % (type(self).__name__, self.name, status)


class _DummyThread(Thread):
    """Stands for a greenlet that is no thread."""

    def __init__(self, g):
        Thread.__init__(self, name='Dummy-%d' % next(_dummies), daemon=True)
        self._greenlet = g

    def is_alive(self):
        return not self._greenlet.dead

    def join(self, timeout=None):
        raise AssertionError("cannot join a dummy thread")


def current_thread():
    g = getcurrent()
    thread = _running.get(g)
    if thread is not None:
        return thread
    if g.parent is None or g is get_hub():
        return _plain_current()
    thread = _running[g] = _DummyThread(g)
    rawlink = getattr(g, 'rawlink', None)
    if rawlink is not None:
        rawlink(lambda ended: _running.pop(ended, None))
    return thread


currentThread = current_thread


def enumerate():
    return _plain_enumerate() + [t for t in _running.values() if t.is_alive()]


def active_count():
    return len(enumerate())


activeCount = active_count


class Timer(Thread):
    """Calls a function after some time."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = _threading.Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _RLock(_GreenletRLock):
    """A lock that its greenlet can take again."""

    def acquire(self, blocking=True, timeout=-1):
        return bool(_GreenletRLock.acquire(self, blocking, None if timeout == -1 else timeout))

    __enter__ = acquire

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError("cannot release un-acquired lock")
        _GreenletRLock.release(self)


RLock = _RLock
_Lock = Lock = allocate_lock = _threading.Lock


class Condition:
    """Waits for what others tell."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    def _is_owned(self):
        if hasattr(self._lock, '_is_owned'):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        saves = hasattr(self._lock, '_release_save')
        state = self._lock._release_save() if saves else self._lock.release()
        told = False
        try:
            if timeout is None:
                told = waiter.acquire()
            elif timeout > 0:
                told = waiter.acquire(True, timeout)
            else:
                told = waiter.acquire(False)
            return told
        finally:
            if saves:
                self._lock._acquire_restore(state)
            else:
                self._lock.acquire()
            if not told and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        import time
        end = None if timeout is None else time.monotonic() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for waiter in self._waiters[:n]:
            self._waiters.remove(waiter)
            waiter.release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


def _join_all():
    """A program ends after its threads."""
    for thread in list(_running.values()):
        if not thread.daemon and thread.is_alive():
            thread.join()


try:
    import atexit
except ImportError:
    pass
else:
    atexit.register(_join_all)
