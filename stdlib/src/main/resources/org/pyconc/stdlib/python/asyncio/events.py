"""What is scheduled, and which loop is the current one."""

import _thread
import contextvars
import sys

__all__ = ('AbstractEventLoop', 'AbstractEventLoopPolicy', 'Handle', 'TimerHandle',
           'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop',
           'new_event_loop', '_set_running_loop', 'get_running_loop', '_get_running_loop')

_here = _thread._local()


class Handle:
    """A call that the loop will make."""

    __slots__ = ('_callback', '_args', '_cancelled', '_loop', '_context')

    def __init__(self, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False

    def cancel(self):
        self._cancelled = True
        self._callback = None
        self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._loop.call_exception_handler({
                'message': f'Exception in callback {_describe(self._callback, self._args)}',
                'exception': e, 'handle': self})

    def __repr__(self):
        if self._cancelled:
            return f'<{type(self).__name__} cancelled>'
        return f'<{type(self).__name__} {_describe(self._callback, self._args)}>'


class TimerHandle(Handle):
    """A call that the loop will make at a certain time."""

    __slots__ = ('_when', '_scheduled')

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_cancelled(self)
        super().cancel()

    def __lt__(self, other):
        return self._when < other._when

    def __repr__(self):
        if self._cancelled:
            return f'<TimerHandle cancelled when={self._when}>'
        return f'<TimerHandle when={self._when} {_describe(self._callback, self._args)}>'


def _describe(callback, args):
    name = getattr(callback, '__qualname__', None) or getattr(callback, '__name__', None)
    return f"{name or repr(callback)}({', '.join(map(repr, args))})"


class AbstractEventLoop:
    """What every event loop can do."""

    _task = None

    def _call_again(self, handle):
        return False


class AbstractEventLoopPolicy:
    """Makes event loops and knows which belongs to which context."""


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop for each thread; the main thread's is made when it is first asked for."""

    def __init__(self):
        self._local = _thread._local()

    def get_event_loop(self):
        loop = getattr(self._local, 'loop', None)
        if loop is None and not hasattr(self._local, 'loop'):
            import threading
            if threading.current_thread() is threading.main_thread():
                loop = self.new_event_loop()
                self.set_event_loop(loop)
        if loop is None:
            import threading
            raise RuntimeError('There is no current event loop in thread '
                               f'{threading.current_thread().name!r}.')
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError('loop must be an instance of AbstractEventLoop or None, '
                            f"not '{type(loop).__name__}'")
        self._local.loop = loop

    def new_event_loop(self):
        from .base_events import EventLoop
        return EventLoop()


_event_loop_policy = None


def get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError('policy must be an instance of AbstractEventLoopPolicy or None, '
                        f"not '{type(policy).__name__}'")
    _event_loop_policy = policy


def _get_running_loop():
    return getattr(_here, 'loop', None)


def _set_running_loop(loop):
    _here.loop = loop


def get_running_loop():
    loop = getattr(_here, 'loop', None)
    if loop is None:
        raise RuntimeError('no running event loop')
    return loop


def get_event_loop():
    loop = getattr(_here, 'loop', None)
    return get_event_loop_policy().get_event_loop() if loop is None else loop


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()
