"""The module threading with greenlets in the place of threads."""

import sys
import threading as _threading

from gevent.greenlet import Greenlet
from gevent.hub import get_hub, sleep
from gevent.local import local
from gevent.thread import get_ident, start_new_thread
from greenlet import getcurrent

__implements__ = ['Thread', 'Timer', '_DummyThread', 'local', 'get_ident', 'current_thread',
                  'currentThread', 'enumerate', 'active_count', 'activeCount', '_shutdown']
__all__ = ['local', 'Thread', 'Lock', 'Timer', '_DummyThread', 'get_ident', 'Event',
           'current_thread', 'enumerate', 'active_count']
from threading import Condition, Event, Lock, RLock
_PlainThread = _threading.Thread
_plain_current = _threading.current_thread
_plain_enumerate = _threading.enumerate
_get_native_id = _threading.get_native_id
# The greenlets that run threads.
_running = {}


class Thread(_PlainThread):
    """A thread that is a greenlet."""

    _greenlet = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if daemon is None:
            daemon = current_thread().daemon
        _PlainThread.__init__(self, group, target, name, args, kwargs, daemon=daemon)

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._greenlet is not None:
            raise RuntimeError("threads can only be started once")
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
            _threading.excepthook(_threading.ExceptHookArgs((*sys.exc_info(), self)))
        finally:
            _running.pop(self._greenlet, None)

    @property
    def daemon(self):
        return _PlainThread.daemon.__get__(self)

    @daemon.setter
    def daemon(self, daemonic):
        if self._greenlet is not None and self._initialized:
            raise RuntimeError("cannot set daemon status of active thread")
        _PlainThread.daemon.__set__(self, daemonic)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        g = self._greenlet
        if g is None:
            raise RuntimeError("cannot join thread before it is started")
        if g is getcurrent():
            raise RuntimeError("cannot join current thread")
        g.join(timeout if timeout is None or timeout > 0 else 0)

    def is_alive(self):
        self.name  # raises if __init__ was not called
        g = self._greenlet
        if g is None or g.ready():
            return False
        if getcurrent() is not get_hub():
            sleep(0)  # who asks until it has ended lets it end
        return not g.ready()

    @property
    def ident(self):
        return None if self._greenlet is None else get_ident(self._greenlet)

    @property
    def native_id(self):
        return None if self._greenlet is None else _get_native_id()

    def _has_ended(self):
        return self._greenlet.ready()

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        if self._greenlet is None:
            status = 'initial'
        else:
            status = 'stopped' if self._has_ended() else 'started'
        if self.daemon:
            status += ' daemon'
        if self.ident is not None:
            status += ' %s' % self.ident
        return '<%s(%s, %s)>' % (type(self).__name__, self.name, status)


class _DummyThread(Thread):
    """Stands for a greenlet that is no thread."""

    def __init__(self, g):
        Thread.__init__(self, name=_threading._newname('Dummy-%d'), daemon=True)
        self._greenlet = g

    def is_alive(self):
        return not self._greenlet.dead

    def _has_ended(self):
        return self._greenlet.dead

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
    return _plain_enumerate() + [t for t in _running.values() if not t._has_ended()]


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


_plain_shutdown = _threading._shutdown


def _shutdown():
    """A program ends after its threads."""
    for thread in list(_running.values()):
        if not thread.daemon and not thread._has_ended():
            thread.join()
    _plain_shutdown()
