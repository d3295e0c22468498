"""The hub: the greenlet of a thread that waits while the others do."""

import sys
import traceback

from gevent import _core
from gevent._config import config as GEVENT_CONFIG
from gevent._core import get_hub, get_hub_if_exists, set_hub, sleep
from gevent._ident import IdentRegistry
from gevent._waiter import MultipleWaiter, Waiter, reraise
from gevent.exceptions import (
    BlockingSwitchOutError,
    ConcurrentObjectUseError,
    HubDestroyed,
    InvalidSwitchError,
    InvalidThreadUseError,
    LoopExit,
)
from gevent.timeout import Timeout
from greenlet import GreenletExit, getcurrent, greenlet
from threading import get_ident as get_thread_ident, main_thread as _main_thread

__all__ = [
    'getcurrent',
    'GreenletExit',
    'spawn_raw',
    'sleep',
    'kill',
    'signal',
    'reinit',
    'get_hub',
    'Hub',
    'Waiter',
]


def spawn_raw(function, *args, **kwargs):
    """A plain greenlet below the hub that begins in the next round of the loop."""
    if not callable(function):
        raise TypeError("function must be callable")
    hub = get_hub()
    if kwargs:
        g = TrackedRawGreenlet(lambda: function(*args, **kwargs), hub)
        hub.loop.run_callback(g.switch)
    else:
        g = TrackedRawGreenlet(function, hub)
        hub.loop.run_callback(g.switch, *args)
    return g


MAIN_THREAD_IDENT = _main_thread().ident
RawGreenlet = greenlet


class TrackedRawGreenlet(greenlet):
    """A plain greenlet below the hub."""

    @property
    def loop(self):
        return self.parent.loop


def idle(priority=0):
    """Lets others run until the loop has nothing else to do at once."""
    if not isinstance(priority, int):
        raise TypeError('an integer is required')
    hub = get_hub()
    while True:
        sleep(0)
        if hub.loop.pendingcnt == 0:
            return


def kill(greenlet, exception=GreenletExit):
    """Raises the exception in a greenlet, without waiting for its end."""
    if not greenlet.dead:
        if hasattr(greenlet, 'kill'):
            greenlet.kill(exception=exception, block=False)
        else:
            get_hub().loop.run_callback(greenlet.throw, exception)


class signal:
    """Has a function called in a greenlet of its own when a signal comes."""

    greenlet_class = None

    def __init__(self, signalnum, handler, *args, **kwargs):
        import signal as _signal
        if not callable(handler):
            raise TypeError("signal handler must be callable.")
        if not isinstance(signalnum, int):
            raise TypeError("an integer is required")
        if signalnum < 1 or signalnum >= _signal.NSIG:
            raise ValueError("illegal signal number: %r" % (signalnum, ))
        self.hub = get_hub()
        self.watcher = self.hub.loop.async_(ref=False)
        self.watcher.start(self._start)
        self.handler = handler
        self.args = args
        self.kwargs = kwargs
        self._number = signalnum
        self._before = _signal.signal(signalnum, self._arrived)
        if self.greenlet_class is None:
            from gevent import Greenlet
            type(self).greenlet_class = Greenlet

    @property
    def ref(self):
        return False

    def _arrived(self, number, frame):
        self.watcher.send()

    def cancel(self):
        import signal as _signal
        self.watcher.stop()
        before = self._before
        _signal.signal(self._number, _signal.SIG_DFL if before is None else before)

    def _start(self):
        try:
            g = self.greenlet_class(self.handle)
            g.switch()
        except:
            self.hub.handle_error(None, *sys.exc_info())

    def handle(self):
        try:
            self.handler(*self.args, **self.kwargs)
        except:
            self.hub.handle_error(None, *sys.exc_info())


def reinit(hub=None):
    """Gets the loop of a forked child ready; a child's loop here is always new."""


class linkproxy:
    """A link that calls a function with an object instead of what has ended."""

    __slots__ = ('callback', 'obj')

    def __init__(self, callback, obj):
        self.callback = callback
        self.obj = obj

    def __call__(self, *args):
        return self.callback(self.obj)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)


# How many hubs were made.
_hub_count = 0
_hub_class = None


def get_hub_class():
    """The class of hubs that are made when a thread needs one."""
    return Hub if _hub_class is None else _hub_class


def set_default_hub_class(hubtype):
    global _hub_class
    _hub_class = hubtype


get_hub_noargs = get_hub


def get_loop():
    """The loop of this thread's hub."""
    return get_hub().loop
# Whether monkey patching was done: all that waits lets other greenlets run.
_everything_cooperates = False


class Hub(_core.Hub):
    """The greenlet that runs the event loop of its thread."""

    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit, SystemExit)
    threadpool_size = 10
    backend = 'default'
    name = ''

    periodic_monitoring_thread = None

    def __init__(self, loop=None, default=None):
        global _hub_count
        _hub_count += 1
        self.everything_cooperates = _everything_cooperates
        self._waiting = {}
        self._threadpool = None
        self._resolver = None
        self.ident_registry = IdentRegistry()
        self.minimal_ident = _hub_count
        self.thread_ident = get_thread_ident()

    @property
    def main_hub(self):
        return self.thread_ident == MAIN_THREAD_IDENT

    @property
    def loop_class(self):
        return type(self.loop)

    def __repr__(self):
        text = '<%s %r at 0x%x kernel %spending=%d ref=%d' % (
            type(self).__name__,
            self.name,
            id(self),
            'default ' if self.main_hub else '',
            self.loop.pendingcnt,
            self.loop.activecnt,
        )
        if self._resolver is not None:
            text += ' resolver=%r' % (self._resolver, )
        if self._threadpool is not None:
            text += ' threadpool=%r' % (self._threadpool, )
        return text + ' thread_ident=%s>' % (hex(self.thread_ident), )

    def run(self):
        assert self is getcurrent(), 'Do not call Hub.run() directly'
        self.start_periodic_monitoring_thread()
        while True:
            self._run_loop()
            self.parent.throw(
                LoopExit('This operation would block forever', self, self._explain()))

    def _explain(self):
        """Who waits for what, a line for each."""
        lines = [
            '  %s waits for %s' % ('the main greenlet' if g is self.parent else repr(g), what)
            for g, what in (
                (g, what[0] % (what[1], ) if isinstance(what, tuple) else what)
                for g, what in self._waiting.items())
        ]
        return '\n'.join(lines) if lines else []

    def handle_error(self, context, type, value, tb):
        """Prints an exception that came out of a greenlet or a callback."""
        if (type, value, tb) == (None, None, None):
            type, value, tb = sys.exc_info()
        if type is HubDestroyed:
            reraise(type, value, tb)
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        """Raises the exception in the main greenlet."""
        current = getcurrent()
        if current is self or current is self.parent:
            self.parent.throw(type, value, tb)
        else:
            # This greenlet goes on if the exception is handled there.
            turn = self.loop.run_callback(current.switch)
            try:
                self.parent.throw(type, value, tb)
            finally:
                turn.stop()

    @property
    def exception_stream(self):
        return self.__dict__.get('_exception_stream', sys.stderr)

    @exception_stream.setter
    def exception_stream(self, stream):
        self.__dict__['_exception_stream'] = stream

    def print_exception(self, context, t, v, tb):
        stream = self.exception_stream
        if not stream:
            return
        if v is None:
            stream.write('%s\n' % t.__name__)
        else:
            traceback.print_exception(t, v, tb, file=stream)
        stream.write(_core.timestamp())
        stream.write(' ' if context is not None else '\n')
        if context is not None:
            if not isinstance(context, str):
                try:
                    context = self.format_context(context)
                except:
                    traceback.print_exc(file=stream)
                    context = repr(context)
            stream.write('%s failed with %s\n\n' % (context, getattr(t, '__name__', 'exception')))

    @property
    def format_context(self):
        return GEVENT_CONFIG.format_context

    def wait(self, watcher):
        """Waits until the watcher calls."""
        waiter = Waiter(self)
        watcher.start(waiter.switch, waiter)
        try:
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(
                    'Invalid switch into %s: got %r (expected %r; waiting on %r with %r)' % (
                        getcurrent(), result, waiter, self, watcher))
        finally:
            watcher.stop()

    def cancel_wait(self, watcher, error, close_watcher=False):
        """Raises the error, soon, in the greenlet that waits for the watcher."""
        if watcher is not None:
            self.loop.run_callback(self._cancel_wait, watcher, error, close_watcher)

    def _cancel_wait(self, watcher, error, close_watcher):
        waiter = getattr(watcher.callback, '__self__', None) if watcher.active else None
        if close_watcher:
            watcher.close()
        if waiter is not None:
            waiter.throw(error)

    def join(self, timeout=None):
        """Waits until the loop has nothing left to do; False when the time is over first."""
        assert getcurrent() is self.parent, "only possible from the MAIN greenlet"
        if self.dead:
            return True
        waiter = Waiter(self)
        timer = None
        if timeout is not None:
            timer = self.loop.timer(timeout, ref=False)
            timer.start(waiter.switch, None)
        try:
            try:
                waiter.get()
            except LoopExit:
                return True
        finally:
            if timer is not None:
                timer.close()
        return False

    def switch_out(self):
        raise BlockingSwitchOutError(
            'Impossible to call blocking function in the event loop callback')

    def cancel_waits_close_and_then(self, watchers, exc_kind, then, *then_args):
        """Raises the error in those who wait for the watchers, closes these, calls the function."""
        watchers = [w for w in watchers if w is not None]
        if watchers:
            self.loop.run_callback(
                self._cancel_waits_close_and_then, watchers, exc_kind, then, then_args)
        else:
            then(*then_args)

    def _cancel_waits_close_and_then(self, watchers, exc_kind, then, then_args):
        for watcher in watchers:
            self._cancel_wait(watcher, exc_kind, True)
        then(*then_args)

    def start_periodic_monitoring_thread(self):
        """The thread that tells of greenlets that do not let others run, if there is to be one."""
        if self.periodic_monitoring_thread is None and GEVENT_CONFIG.monitor_thread:
            from gevent._monitor import PeriodicMonitoringThread
            self.periodic_monitoring_thread = PeriodicMonitoringThread(self)
        return self.periodic_monitoring_thread

    def destroy(self, destroy_loop=None):
        """Gives up this hub; the thread gets a new one when it needs one."""
        if self._resolver is not None:
            self._resolver.close()
            self._resolver = None
        if self._threadpool is not None:
            self._threadpool.kill()
            self._threadpool = None
        if self.periodic_monitoring_thread is not None:
            self.periodic_monitoring_thread.kill()
            self.periodic_monitoring_thread = None
        if get_hub_if_exists() is self:
            set_hub(None)

    @property
    def resolver_class(self):
        return GEVENT_CONFIG.resolver

    @property
    def resolver(self):
        if self._resolver is None:
            self._resolver = self.resolver_class(hub=self)
        return self._resolver

    @resolver.setter
    def resolver(self, value):
        self._resolver = value

    @resolver.deleter
    def resolver(self):
        self._resolver = None

    @property
    def threadpool_class(self):
        return GEVENT_CONFIG.threadpool

    @property
    def threadpool(self):
        if self._threadpool is None:
            self._threadpool = self.threadpool_class(self.threadpool_size, hub=self)
        return self._threadpool

    @threadpool.setter
    def threadpool(self, value):
        self._threadpool = value

    @threadpool.deleter
    def threadpool(self):
        self._threadpool = None


class _WaitIterator:
    """The objects in the order in which they become ready."""

    def __init__(self, objects, hub, timeout, count):
        self._hub = hub
        self._waiter = MultipleWaiter(hub)
        self._switch = self._waiter.switch
        self._timeout = timeout
        self._objects = objects
        self._timer = None
        self._begun = False
        self._current = None
        self._count = len(objects) if count is None else min(count, len(objects))

    def _begin(self):
        self._begun = True
        for obj in self._objects:
            obj.rawlink(self._switch)
        if self._timeout is not None:
            self._timer = self._hub.loop.timer(self._timeout, priority=-1)
            self._timer.start(self._switch, self)

    def __iter__(self):
        return self

    def __next__(self):
        if not self._begun:
            self._begin()
        if self._count == 0:
            self._cleanup()
            raise StopIteration()
        self._count -= 1
        waiting = self._hub._waiting
        current = getcurrent()
        waiting[current] = self
        try:
            item = self._waiter.get()
            self._waiter.clear()
            if item is self:
                self._cleanup()
                raise StopIteration()
            return item
        except:
            self._cleanup()
            raise
        finally:
            waiting.pop(current, None)

    next = __next__

    def __repr__(self):
        waited = [obj for obj in self._objects if not obj.ready()]
        return ' and '.join(repr(obj) for obj in waited[:5]) + (
            ' and %d more' % (len(waited) - 5) if len(waited) > 5 else '')

    def _cleanup(self):
        if self._timer is not None:
            self._timer.close()
            self._timer = None
        objects = self._objects
        self._objects = ()
        for obj in objects:
            unlink = getattr(obj, 'unlink', None)
            if unlink is not None:
                unlink(self._switch)

    def __enter__(self):
        return self

    def __exit__(self, typ, value, tb):
        self._cleanup()


def iwait(objects, timeout=None, count=None):
    """Yields the objects as they become ready, until all, or so many, are."""
    hub = get_hub()
    if objects is None:
        return [hub.join(timeout=timeout)]
    return _WaitIterator(objects, hub, timeout, count)


def wait(objects=None, timeout=None, count=None):
    """The objects that became ready; without objects waits for the end of the loop."""
    if objects is None:
        return get_hub().join(timeout=timeout)
    return list(iwait(objects, timeout, count))


def set_loop(loop):
    """Refused: a hub is made with its loop."""
    if loop is not get_hub().loop:
        raise ValueError('the loop of a hub cannot be replaced')


iwait_on_objects = iwait
wait_on_objects = wait
WaitOperationsGreenlet = Hub
