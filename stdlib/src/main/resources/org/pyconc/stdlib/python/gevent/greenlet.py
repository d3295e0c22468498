"""Greenlets that the hub starts, and whose end others can wait for."""

import sys

from gevent import _core
from gevent._config import config as _config
from gevent._core import get_hub
from gevent._waiter import Waiter, reraise
from gevent.exceptions import InvalidSwitchError
from gevent.hub import iwait, wait
from gevent.timeout import Timeout
from greenlet import GreenletExit, getcurrent, greenlet

__all__ = ['Greenlet', 'joinall', 'killall']


class CallbackLink:
    """What is told of a greenlet's end for a function: it equals the function."""

    __slots__ = ['callback']

    def __init__(self, callback):
        self.callback = callback

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)

    def __str__(self):
        return str(self.callback)

    def __repr__(self):
        return repr(self.callback)

    def __getattr__(self, item):
        assert item != 'callback'
        return getattr(self.callback, item)


class SpawnedLink(CallbackLink):
    """Calls a function in a greenlet of its own. Called in the hub."""

    __slots__ = []

    def __init__(self, callback):
        if not callable(callback):
            raise TypeError("Expected callable: %r" % (callback, ))
        self.callback = callback

    def __call__(self, source):
        greenlet(self.callback, get_hub()).switch(source)


class SuccessSpawnedLink(SpawnedLink):
    __slots__ = []

    def __call__(self, source):
        if source.successful():
            return SpawnedLink.__call__(self, source)


class FailureSpawnedLink(SpawnedLink):
    __slots__ = []

    def __call__(self, source):
        if not source.successful():
            return SpawnedLink.__call__(self, source)


class _Mark:
    """Stands for a start that is over or will never be."""

    __slots__ = ()
    pending = False
    active = False

    def stop(self):
        pass

    def close(self):
        pass


_START_CANCELLED = _Mark()
_STARTED = _Mark()
_SUCCESS = (None, None, None)
_sleep = _core.sleep
# Looked at for each greenlet: asked once, so that it has a value.
_track_greenlet_tree = _config.settings['track_greenlet_tree']
_track_greenlet_tree.get()
_greenlet_init = greenlet.__init__
_greenlet_throw = greenlet.throw
_greenlet_dead = greenlet.dead
_spawn_callbacks = None


class _Frame:
    """Where a call was, for traceback: it keeps no variables alive."""

    __slots__ = ('f_code', 'f_lineno', 'f_back')
    f_globals = None

    def __init__(self, frame):
        self.f_code = frame.f_code
        self.f_lineno = frame.f_lineno
        self.f_back = None


def _calls(limit):
    """The innermost calls of the program, so many at most."""
    own = globals()
    frame = sys._getframe()
    while frame is not None and frame.f_globals is own:
        frame = frame.f_back
    first = last = None
    while frame is not None and limit > 0:
        made = _Frame(frame)
        if last is None:
            first = made
        else:
            last.f_back = made
        last = made
        frame = frame.f_back
        limit -= 1
    return first


class Greenlet(_core.Greenlet):
    """A function that runs side by side with others."""

    spawning_stack_limit = 10
    spawning_stack = None
    _start_event = None
    _notifier = None
    _formatted_info = None
    _ident = None
    # None before the end; then the exception's type, value and traceback, or three Nones.
    _exc_info = None

    def __init__(self, run=None, *args, **kwargs):
        _greenlet_init(self, None, get_hub())
        if run is not None:
            self._run = run
        if not callable(self._run):
            raise TypeError("The run argument or self._run must be callable")
        self._args = args
        self._kwargs = kwargs
        self._links = []
        if _track_greenlet_tree.value:
            self.spawning_stack = _calls(self.spawning_stack_limit)

    @property
    def spawn_tree_locals(self):
        tree = self.__dict__.get('_tree')
        if tree is None:
            # Shared by all that were spawned, directly or not, by one of the main greenlet.
            spawner = self.spawning_greenlet()
            if spawner is None or spawner.parent is None:
                tree = {}
            else:
                tree = getattr(spawner, 'spawn_tree_locals', None)
                if tree is None:
                    tree = spawner.spawn_tree_locals = {}
            self._tree = tree
        return tree

    @spawn_tree_locals.setter
    def spawn_tree_locals(self, value):
        if not isinstance(value, dict) and value is not None:
            raise TypeError('Expected dict, got %s' % type(value).__name__)
        self._tree = value

    @property
    def minimal_ident(self):
        if self._ident is None:
            self._ident = self.parent.ident_registry.get_ident(self)
        return self._ident

    @property
    def name(self):
        name = self.__dict__.get('_name')
        return 'Greenlet-%d' % (self.minimal_ident, ) if name is None else name

    @name.setter
    def name(self, value):
        self._name = value

    @property
    def loop(self):
        return self.parent.loop

    def _raise_exception(self):
        reraise(*self.exc_info)

    def __bool__(self):
        return self._start_event is not None and self._exc_info is None

    # ---- life ----------------------------------------------------------------------------

    @property
    def dead(self):
        start = self._start_event
        if start is None or start is _STARTED:
            return _greenlet_dead.__get__(self)
        if start is _START_CANCELLED or not (start.pending or start.active):
            return True
        return _greenlet_dead.__get__(self)

    def _cancel_start(self):
        start = self._start_event
        if start is None:
            self._start_event = _START_CANCELLED
        else:
            start.stop()
            start.close()

    def _died_before_start(self, args):
        if self._exc_info is not None or not self.dead:
            return
        if not args:
            args = (GreenletExit, GreenletExit(), None)
        elif len(args) == 1:
            arg = args[0]
            if isinstance(arg, type) and issubclass(arg, BaseException):
                args = (arg, arg(), None)
            else:
                args = (type(arg), arg, None)
        elif len(args) == 2:
            args = (args[0], args[1], None)
        self._report_error(*args)

    @property
    def started(self):
        return bool(self)

    def ready(self):
        return self._exc_info is not None or self.dead

    def successful(self):
        return self._exc_info is not None and self._exc_info[1] is None

    def __repr__(self):
        if self._ident is None and '_name' not in self.__dict__:
            name = ' '
        else:
            name = ' "%s" ' % (self.name, )
        text = '<%s%sat %s' % (type(self).__name__, name, hex(id(self)))
        info = self._formatinfo()
        if info:
            text += ': ' + info
        return text + '>'

    def _formatinfo(self):
        info = self._formatted_info
        if info is not None:
            return info
        function = self._run
        receiver = getattr(function, '__self__', None)
        if receiver is self:
            info = '_run'
        elif receiver is not None and function is not _sleep:
            info = repr(function)
        else:
            info = getattr(function, '__name__', '') or repr(function)
        args = [repr(x)[:50] for x in self.args]
        if self.kwargs:
            args.extend('%s=%s' % (key, repr(x)[:50]) for key, x in self.kwargs.items())
        if args:
            info += '(' + ', '.join(args) + ')'
        self._formatted_info = info
        return info

    @property
    def exception(self):
        return self._exc_info[1] if self._exc_info is not None else None

    @property
    def exc_info(self):
        info = self._exc_info
        if info is not None and info[0] is not None:
            return info

    def throw(self, *args):
        """Raises an exception in it at once. To be called in the hub."""
        self._cancel_start()
        try:
            if not self.dead:
                _greenlet_throw(self, *args)
        finally:
            self._died_before_start(args)

    def start(self):
        """Has it begin in the next round of the loop."""
        if self._start_event is None:
            if _spawn_callbacks is not None:
                _call_spawn_callbacks(self)
            self._start_event = self.parent.loop.run_greenlet(self)

    def start_later(self, seconds):
        """Has it begin after so many seconds."""
        if self._start_event is None:
            if _spawn_callbacks is not None:
                _call_spawn_callbacks(self)
            timer = self._start_event = self.parent.loop.timer(seconds)
            timer.start(self.switch)

    @staticmethod
    def add_spawn_callback(callback):
        """Has the callback called with each greenlet that is started."""
        global _spawn_callbacks
        if _spawn_callbacks is None:
            _spawn_callbacks = set()
        _spawn_callbacks.add(callback)

    @staticmethod
    def remove_spawn_callback(callback):
        global _spawn_callbacks
        if _spawn_callbacks is not None:
            _spawn_callbacks.discard(callback)
            if not _spawn_callbacks:
                _spawn_callbacks = None

    @classmethod
    def spawn(cls, *args, **kwargs):
        """A new greenlet that is started."""
        g = cls(*args, **kwargs)
        g.start()
        return g

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        """A new greenlet that begins after so many seconds."""
        if cls is Greenlet and not args and 'run' not in kwargs:
            raise TypeError("")
        g = cls(*args, **kwargs)
        g.start_later(seconds)
        return g

    # ---- ending --------------------------------------------------------------------------

    def _maybe_kill_before_start(self, exception):
        """Ends it if it has not begun; whether it is dead."""
        self._cancel_start()
        self._forget_function()
        if self.dead:
            self._free()
            if isinstance(exception, tuple) and len(exception) == 3:
                args = exception
            else:
                args = (exception, )
            self._died_before_start(args)
            return True
        return False

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Raises the exception in it; waits for its end unless block is false."""
        if not self._maybe_kill_before_start(exception):
            if self.ready():
                return
            waiter = Waiter() if block else None
            self.parent.loop.run_callback(_kill, self, exception, waiter)
            if waiter is not None:
                waiter.get()
                self.join(timeout)

    def _wait_for_end(self, where):
        current = getcurrent()
        hub = self.parent
        hub._waiting[current] = self
        try:
            result = hub.switch()
            if result is not self:
                raise InvalidSwitchError(
                    'Invalid switch into Greenlet.%s(): %r' % (where, result))
        finally:
            hub._waiting.pop(current, None)

    def get(self, block=True, timeout=None):
        """What the function returned, or raises what it raised; waits for its end."""
        if self.ready():
            if self.successful():
                return self.value
            self._raise_exception()
        if not block:
            raise Timeout()
        resume = getcurrent().switch
        self.rawlink(resume)
        try:
            timer = Timeout._start_new_or_dummy(timeout)
            try:
                self._wait_for_end('get')
            finally:
                timer.cancel()
        except:
            self.unlink(resume)
            raise
        if self.ready():
            if self.successful():
                return self.value
            self._raise_exception()

    def join(self, timeout=None):
        """Waits for its end, or until the time is over."""
        if self.ready():
            return
        resume = getcurrent().switch
        self.rawlink(resume)
        try:
            timer = Timeout._start_new_or_dummy(timeout)
            try:
                self._wait_for_end('join')
            finally:
                timer.cancel()
        except Timeout as ex:
            self.unlink(resume)
            if ex is not timer:
                raise
        except:
            self.unlink(resume)
            raise

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        if t is None:
            try:
                self.join()
            finally:
                self.kill()
        else:
            self.kill((t, v, tb))

    def _begin(self):
        self._cancel_start()
        self._start_event = _STARTED

    def _report_result(self, result):
        self._exc_info = _SUCCESS
        self._value = result
        if self._links and not self._notifier:
            self._notifier = self.parent.loop.run_callback(self._notify_links)

    def _report_error(self, type, value, tb):
        if isinstance(value, GreenletExit):
            self._report_result(value)
            return
        self._exc_info = type, value, tb
        hub = self.parent
        if self._links and not self._notifier:
            self._notifier = hub.loop.run_callback(self._notify_links)
        hub.handle_error(self, type, value, tb)

    def _free(self):
        if self._ident is not None:
            self.parent.ident_registry.release(self)
        self._forget_function()

    def _forget_function(self):
        self.__dict__.pop('_run', None)
        self._args = ()
        self._kwargs = {}

    def _run(self):
        """What a subclass does; without one it does nothing."""

    # ---- links ---------------------------------------------------------------------------

    def has_links(self):
        return len(self._links) > 0

    def rawlink(self, callback):
        """Has the callback called in the hub, with this greenlet, at the end."""
        if not callable(callback):
            raise TypeError('Expected callable: %r' % (callback, ))
        self._links.append(callback)
        if not self._notifier and self.ready():
            self._notifier = self.parent.loop.run_callback(self._notify_links)

    def link(self, callback, SpawnedLink=SpawnedLink):
        """Has the callback called in a greenlet of its own at the end."""
        self.rawlink(SpawnedLink(callback))

    def unlink(self, callback):
        try:
            self._links.remove(callback)
        except ValueError:
            pass

    def unlink_all(self):
        del self._links[:]

    def link_value(self, callback, SpawnedLink=SuccessSpawnedLink):
        """Like link, for an end without an exception."""
        self.link(callback, SpawnedLink=SpawnedLink)

    def link_exception(self, callback, SpawnedLink=FailureSpawnedLink):
        """Like link, for an end with an exception."""
        self.link(callback, SpawnedLink=SpawnedLink)

    def _notify_links(self):
        links = self._links
        while links:
            link = links.pop(0)
            try:
                link(self)
            except:
                self.parent.handle_error((link, self), *sys.exc_info())


def _call_spawn_callbacks(g):
    for callback in list(_spawn_callbacks):
        callback(g)


def _throw(g, exception):
    try:
        if isinstance(exception, tuple) and len(exception) == 3:
            g.throw(*exception)
        else:
            g.throw(exception)
    except:
        g.parent.handle_error(g, *sys.exc_info())


def _kill(g, exception, waiter):
    _throw(g, exception)
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Waits for the greenlets; returns those that ended in time."""
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for g in iwait(greenlets, timeout=timeout, count=count):
        if getattr(g, 'exception', None) is not None:
            if hasattr(g, '_raise_exception'):
                g._raise_exception()
            else:
                raise g.exception
        done.append(g)
    return done


def _kill_many(greenlets, exception, waiter):
    alive = []
    for g in greenlets:
        if not g.dead:
            _throw(g, exception)
            if not g.dead:
                alive.append(g)
    if waiter is not None:
        waiter.switch(alive)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    """Raises the exception in all of them; waits for their ends unless block is false."""
    begun = []
    for g in greenlets:
        cancel = getattr(g, '_maybe_kill_before_start', None)
        if cancel is None or not cancel(exception):
            begun.append(g)
    if not begun:
        return
    loop = begun[-1].loop
    if not block:
        loop.run_callback(_kill_many, begun, exception, None)
        return
    waiter = Waiter()
    loop.run_callback(_kill_many, begun, exception, waiter)
    timer = Timeout._start_new_or_dummy(timeout)
    try:
        alive = waiter.get()
        if alive:
            joinall(alive, raise_error=False)
    finally:
        timer.cancel()
