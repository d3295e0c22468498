"""Futures, and what all executors have in common."""

import collections
import threading
import time
import types

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_DONE = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_SHOWN = {CANCELLED_AND_NOTIFIED: 'cancelled'}

TimeoutError = TimeoutError


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """Raised when an executor has become non-functional after a severe failure."""


def __getattr__(name):
    """LOGGER, for few programs need logging, whose import takes long."""
    if name != 'LOGGER':
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    import logging
    return logging.getLogger('concurrent.futures')


def _log(message, *arguments, critical=False):
    """Tells the log of a failure that nobody else hears of, with the exception in hand."""
    import logging
    __getattr__('LOGGER').log(logging.CRITICAL if critical else logging.ERROR, message, *arguments,
               exc_info=True)


class Future:
    """The result of a call that may not have ended yet."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._listeners = []
        self._done_callbacks = []
        self._call = threading._submitted()

    def __repr__(self):
        with self._condition:
            text = _SHOWN.get(self._state, self._state.lower())
            if self._state == FINISHED:
                if self._exception is None:
                    text += ' returned ' + self._result.__class__.__name__
                else:
                    text += ' raised ' + self._exception.__class__.__name__
            return '<%s at %#x state=%s>' % (self.__class__.__name__, id(self), text)

    __class_getitem__ = classmethod(types.GenericAlias)

    def __getstate__(self):
        raise TypeError("cannot pickle '_thread.RLock' object")

    def cancel(self):
        """Cancels the call if it has not begun; whether it is cancelled now."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state != PENDING:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether it was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call is being executed."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether it was cancelled or has ended."""
        with self._condition:
            return self._state in _DONE

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke(callback)

    def _invoke(self, callback):
        try:
            callback(self)
        except Exception:
            _log('exception calling callback for %r', self)

    def add_done_callback(self, fn):
        """Calls fn(self) when it is done; at once if it is."""
        with self._condition:
            if self._state not in _DONE:
                self._done_callbacks.append(fn)
                return
        self._invoke(fn)

    def _await(self, timeout):
        """Waits until it is done; with the condition's lock."""
        if self._state not in _DONE:
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call returned; raises what it raised."""
        try:
            with self._condition:
                self._await(timeout)
                threading._answered(self._call)
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            self = None

    def exception(self, timeout=None):
        """What the call raised, or None."""
        with self._condition:
            self._await(timeout)
            return self._exception

    # What executors call.

    def set_running_or_notify_cancel(self):
        """The call is to begin; False if it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell('cancelled')
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            __getattr__('LOGGER').critical(
                'Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        """The call has returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """The call has raised."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._state in _DONE:
                raise InvalidStateError('{}: {!r}'.format(self._state, self))
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._tell('finished' if exception is None else 'raised')
            self._condition.notify_all()
        self._invoke_callbacks()

    def _tell(self, how):
        for listener in self._listeners:
            listener(self, how)


Future.__module__ = 'concurrent.futures._base'


DoneAndNotDoneFutures = collections.namedtuple('DoneAndNotDoneFutures', 'done not_done')


class _Arrivals:
    """Collects futures as they end."""

    def __init__(self, futures):
        self._condition = threading.Condition()
        self._futures = futures
        self.come = collections.deque()
        self.has_raised = False
        self.is_waited_for = []
        for future in futures:
            with future._condition:
                if future._state in (CANCELLED_AND_NOTIFIED, FINISHED):
                    self._add(future, 'raised' if future._exception is not None else '')
                else:
                    future._listeners.append(self._add)

    def _add(self, future, how):
        with self._condition:
            self.come.append(future)
            self.has_raised = self.has_raised or how == 'raised'
            self._condition.notify_all()

    def wait(self, condition, deadline):
        """Waits for the condition; whether it holds."""
        left = None if deadline is None else max(0, deadline - time.monotonic())
        with self._condition:
            if left == 0 and not condition():
                self._condition.wait(0)  # lets others run, if somebody sees to that
            return self._condition.wait_for(condition, left)

    def close(self):
        for future in self._futures:
            with future._condition:
                if self._add in future._listeners:
                    future._listeners.remove(self._add)


def _deadline(timeout):
    return None if timeout is None else timeout + time.monotonic()


def as_completed(fs, timeout=None):
    """The futures, each once, as soon as they are done."""
    deadline = _deadline(timeout)
    futures = set(fs)
    total = len(futures)
    arrivals = _Arrivals(futures)
    try:
        for i in range(total):
            if not arrivals.wait(lambda: arrivals.come, deadline):
                raise TimeoutError('%d (of %d) futures unfinished' % (total - i, total))
            # nothing here refers to a future or result that has been handed out
            come = [arrivals.come.popleft()]
            futures.discard(come[0])
            yield come.pop()
    finally:
        arrivals.close()


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the futures: a named tuple of those that are done and those that are not."""
    futures = set(fs)
    arrivals = _Arrivals(futures)

    def enough():
        count = len(arrivals.come)
        if return_when == FIRST_COMPLETED and count:
            return True
        if return_when == FIRST_EXCEPTION and arrivals.has_raised:
            return True
        return count == len(futures)

    try:
        if (len(arrivals.come) < len(futures)
                and return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)):
            raise ValueError("Invalid return condition: %r" % return_when)
        arrivals.wait(enough, _deadline(timeout))
        done = set(arrivals.come)
    finally:
        arrivals.close()
    return DoneAndNotDoneFutures(done, futures - done)


class Executor:
    """What ThreadPoolExecutor and ProcessPoolExecutor have in common."""

    def submit(self, fn, /, *args, **kwargs):
        """Has fn(*args, **kwargs) called; the Future of its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """As the builtin map, but the calls are made at the same time."""
        deadline = _deadline(timeout)
        futures = [self.submit(fn, *arguments) for arguments in zip(*iterables)]
        return _results(futures, deadline)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those it has."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(futures, deadline):
    """The results in the order of the futures; those not asked for are cancelled at the end."""
    futures.reverse()
    try:
        while futures:
            future = futures.pop()
            try:
                if deadline is None:
                    result = [future.result()]
                else:
                    result = [future.result(deadline - time.monotonic())]
            except TimeoutError:
                future.cancel()
                raise
            del future
            yield result.pop()
    finally:
        for future in futures:
            future.cancel()
