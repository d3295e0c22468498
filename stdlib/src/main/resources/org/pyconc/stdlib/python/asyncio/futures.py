"""Futures: results that are not there yet."""

import contextvars

from . import events
from . import exceptions

__all__ = ('Future', 'wrap_future', 'isfuture')

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(value):
    """Whether the value is a Future or looks like one."""
    return (hasattr(type(value), '_asyncio_future_blocking')
            and value._asyncio_future_blocking is not None)


class Future:
    """A result that will be there later; await it to get it."""

    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _retrieved = False
    _report = None

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append(f'exception={self._exception!r}')
            else:
                info.append(f'result={_shorten(repr(self._result))}')
        if self._callbacks:
            info.append(_describe_callbacks(self._callbacks))
        return info

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._repr_info())}>"

    def get_loop(self):
        if self._loop is None:
            raise RuntimeError('Future object is not initialized.')
        return self._loop

    def _make_cancelled_error(self):
        known = self._cancelled_exc
        if known is not None:
            self._cancelled_exc = None
            return known
        message = self._cancel_message
        made = exceptions.CancelledError() if message is None else exceptions.CancelledError(message)
        made.__context__ = self._cancelled_exc
        return made

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def result(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError('Result is not set.')
        if self._exception is not None:
            self._retrieve()
            raise self._exception.with_traceback(self._traceback)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError('Exception is not set.')
        self._retrieve()
        return self._exception

    def _retrieve(self):
        """Somebody knows of the failure: it need not be told."""
        self._retrieved = True
        if self._report is not None:
            _reports.pop(self._report, None)
            self._report = None

    def add_done_callback(self, fn, *, context=None):
        if context is None:
            context = contextvars.copy_context()
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [entry for entry in self._callbacks if entry[0] != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for fn, context in callbacks:
                self._loop.call_soon(fn, self, context=context)

    def set_result(self, result):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError('invalid state')
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise exceptions.InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError('StopIteration interacts badly with generators '
                            'and cannot be raised into a Future')
        self._exception = exception
        self._traceback = exception.__traceback__
        self._state = _FINISHED
        self._schedule_callbacks()
        if not self._loop.is_closed():
            self._loop.call_soon(_watch_failure, self)

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class _Report:
    """What is told of a failure that nobody has asked for when its future is forgotten."""

    def __init__(self, future):
        self.loop = future._loop
        self.message = f'{type(future).__name__} exception was never retrieved'
        self.exception = future._exception
        self.text = repr(future)

    def __repr__(self):
        return self.text

    def tell(self, _=None):
        if _reports.pop(self, None) is not None:
            self.loop.call_exception_handler(
                {'message': self.message, 'exception': self.exception, 'future': self})


_reports = {}
_is_told_at_exit = False


def _watch_failure(future):
    """Those who were told that the future is done have had their turn."""
    if future._retrieved or future._report is not None:
        return
    from _weakref import ref
    global _is_told_at_exit
    if not _is_told_at_exit:
        import atexit
        atexit.register(_tell_all)
        _is_told_at_exit = True
    future._report = report = _Report(future)
    _reports[report] = ref(future, report.tell)


def _tell_all():
    for report in list(_reports):
        report.tell()


def _collect_failures(loop):
    """The loop is about to be closed: what was forgotten is told now."""
    for handle in list(loop._ready):
        if handle._callback is _watch_failure and not handle._cancelled:
            _watch_failure(*handle._args)
            handle.cancel()
    loop._ready.clear()
    if _reports:
        import gc
        gc.collect()


def _shorten(text):
    return text if len(text) <= 200 else text[:98] + '...' + text[-99:]


def _describe_callbacks(callbacks):
    def name(entry):
        fn = entry[0]
        return f"{getattr(fn, '__qualname__', None) or repr(fn)}()"
    if len(callbacks) == 1:
        return f'cb=[{name(callbacks[0])}]'
    if len(callbacks) == 2:
        return f'cb=[{name(callbacks[0])}, {name(callbacks[1])}]'
    return f'cb=[{name(callbacks[0])}, <{len(callbacks) - 2} more>, {name(callbacks[-1])}]'


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def wrap_future(future, *, loop=None):
    """The asyncio future for one of concurrent.futures."""
    if isfuture(future):
        return future
    if loop is None:
        loop = events.get_event_loop()
    made = loop.create_future()

    def copy():
        if made.done():
            return
        if future.cancelled():
            made.cancel()
        elif future.exception() is not None:
            made.set_exception(future.exception())
        else:
            made.set_result(future.result())

    def finished(_):
        if not loop.is_closed():
            loop.call_soon_threadsafe(copy)

    def cancelled(_):
        if made.cancelled():
            future.cancel()

    made.add_done_callback(cancelled)
    future.add_done_callback(finished)
    return made
