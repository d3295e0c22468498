"""Watchers of a loop that are seldom needed."""

import os

from gevent._core import cooperate
from greenlet import GreenletExit, getcurrent, greenlet


class _Watcher:
    """Something that calls a function in the loop while it is active."""

    pending = False
    _started = None

    def __init__(self, loop, ref=True, priority=None):
        self.loop = loop
        self.callback = None
        self.args = None
        self.priority = priority or 0
        self._ref = ref

    @property
    def ref(self):
        return self._ref

    @ref.setter
    def ref(self, value):
        value = bool(value)
        if self._started is not None and value != self._ref:
            if value:
                self.loop.ref()
            else:
                self.loop.unref()
        self._ref = value

    def __repr__(self):
        text = '<%s at 0x%x' % (type(self).__name__, id(self))
        if self.active:
            text += ' active'
        if self.callback is not None:
            text += ' callback=%r args=%r' % (self.callback, self.args)
        return text + '>'

    @property
    def active(self):
        return self._started is not None

    def start(self, callback, *args):
        if callback is None:
            raise TypeError('callback must be callable, not None')
        if not callable(callback):
            raise TypeError('Expected callable, not %r' % (callback, ))
        self.callback = callback
        self.args = args
        if self._started is None:
            self._begin()
            if self._ref:
                self.loop.ref()

    def stop(self):
        started = self._started
        self._started = self.callback = self.args = None
        if started is not None:
            if self._ref:
                self.loop.unref()
            self._end(started)

    close = stop

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        self.close()

    def _call(self):
        if self.callback is not None:
            self.callback(*self.args)


class _Waiting(_Watcher):
    """One that waits in a greenlet of its own."""

    def _begin(self):
        from gevent.hub import get_hub
        self._started = greenlet(self._run, get_hub())
        self.loop.run_callback(self._started.switch)

    def _run(self):
        me = getcurrent()
        while self._started is me and self._wait():
            self.loop.run_callback(self._call)

    def _end(self, started):
        if not started.dead and started is not getcurrent():
            self.loop.run_callback(started.throw, GreenletExit)


class child(_Waiting):
    """Calls a function when a child process has ended."""

    def __init__(self, loop, pid, trace=0, ref=True):
        super().__init__(loop, ref)
        self.pid = pid
        self.rpid = self.rstatus = 0

    def _wait(self):
        if self.rpid:
            return False
        try:
            self.rpid, self.rstatus = cooperate(os.waitpid, self.pid, 0)
        except ChildProcessError:
            return False
        return True


class stat(_Waiting):
    """Calls a function when the attributes of a file have changed."""

    def __init__(self, loop, path, interval, ref=True, priority=None):
        super().__init__(loop, ref, priority)
        self.path = os.fspath(path)
        self.interval = interval
        self.attr = self._look()
        self.prev = None

    def _look(self):
        try:
            return os.stat(self.path)
        except OSError:
            return None

    def _wait(self):
        from gevent.hub import sleep
        while True:
            sleep(max(self.interval, 0.1))
            found = self._look()
            if found != self.attr:
                self.prev, self.attr = self.attr, found
                return True


class idle(_Watcher):
    """Calls a function in every round of the loop."""

    def _begin(self):
        self._started = self.loop.run_callback(self._turn)

    def _turn(self):
        self._call()
        if self._started is not None:
            self._started = self.loop.run_callback(self._turn)

    def _end(self, started):
        started.stop()


class signal(_Watcher):
    """Calls a function in the loop when a signal has come."""

    def __init__(self, loop, signum, ref=True, priority=None):
        import signal as _signal
        if signum < 1 or signum >= _signal.NSIG:
            raise ValueError('illegal signal number: %r' % (signum, ))
        super().__init__(loop, ref, priority)
        self.signum = signum

    def _begin(self):
        import signal as _signal
        wake = self._started = self.loop.async_(ref=False)
        wake.start(self._call)
        self._before = _signal.signal(self.signum, lambda number, frame: wake.send())

    def _end(self, started):
        import signal as _signal
        started.stop()
        _signal.signal(self.signum, _signal.SIG_DFL if self._before is None else self._before)
