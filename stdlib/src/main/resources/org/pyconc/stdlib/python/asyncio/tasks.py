"""Tasks: coroutines that a loop runs; and what waits for several of them."""

import contextvars
import itertools
import types

from . import events
from . import exceptions
from . import futures

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
           'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future',
           'run_coroutine_threadsafe', 'current_task', 'all_tasks', 'iscoroutine',
           'iscoroutinefunction')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_numbers = itertools.count(1)
_alive = {}


def iscoroutine(value):
    """Whether the value is a coroutine."""
    return (isinstance(value, types.CoroutineType)
            or isinstance(value, types.GeneratorType) and hasattr(value, '__await__')
            or type(value).__name__ in ('async_generator_asend', 'async_generator_athrow'))


def iscoroutinefunction(function):
    """Whether calling the function makes a coroutine."""
    if getattr(function, '_is_coroutine', None) is not None:
        return True
    while hasattr(function, 'func') or hasattr(function, '__func__'):  # partial objects, methods
        function = getattr(function, '__func__', None) or function.func
    code = getattr(function, '__code__', None)
    return isinstance(function, types.FunctionType) and bool(code.co_flags & 0x80)


def current_task(loop=None):
    """The task that runs, or None."""
    if loop is None:
        loop = events.get_running_loop()
    return loop._task


def all_tasks(loop=None):
    """The tasks of the loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in list(_alive) if task._loop is loop and not task.done()}


class Task(futures.Future):
    """A coroutine that the loop runs."""

    _must_cancel = False

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        self._name = f'Task-{next(_numbers)}' if name is None else str(name)
        self._requests = 0
        self._fut_waiter = None
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        self._next = self._loop.call_soon(self._step, context=self._context)
        _alive[self] = True

    def _repr_info(self):
        info = super()._repr_info()
        if self._must_cancel:
            info[0] = 'cancelling'
        info.insert(1, f'name={self._name!r}')
        info.insert(2, f'coro=<{_describe(self._coro)}>')
        if self._fut_waiter is not None:
            info.insert(3, f'wait_for={self._fut_waiter!r}')
        return info

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):
        coro = self._coro
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
        if frame is not None:
            return [frame][:limit]
        frames = []
        entry = None if self._exception is None else self._exception.__traceback__
        while entry is not None and (limit is None or len(frames) < limit):
            frames.append(entry.tb_frame)
            entry = entry.tb_next
        return frames

    def cancel(self, msg=None):
        if self.done():
            return False
        self._requests += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._requests

    def uncancel(self):
        if self._requests > 0:
            self._requests -= 1
        return self._requests

    def _schedule_callbacks(self):
        _alive.pop(self, None)
        super()._schedule_callbacks()

    def _step(self, error=None):
        if self._must_cancel:
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        outer = loop._task
        if outer is not None:
            raise RuntimeError(f'Cannot enter into task {self!r} while another task '
                               f'{outer!r} is being executed.')
        loop._task = self
        try:
            waited = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except exceptions.CancelledError as e:
            self._cancelled_exc = e
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as e:
            super().set_exception(e)
            raise
        except BaseException as e:
            super().set_exception(e)
        else:
            self._wait_for(waited)
        finally:
            loop._task = None

    def _wait_for(self, waited):
        loop = self._loop
        blocking = getattr(waited, '_asyncio_future_blocking', None)
        if blocking is None:
            if waited is None:
                if not loop._call_again(self._next):
                    self._next = loop.call_soon(self._step, context=self._context)
            else:
                if isinstance(waited, types.GeneratorType):
                    problem = (f'yield was used instead of yield from for generator in task '
                               f'{self!r} with {waited!r}')
                else:
                    problem = f'Task got bad yield: {waited!r}'
                loop.call_soon(self._step, RuntimeError(problem), context=self._context)
            return
        if waited._loop is not loop:
            problem = f'Task {self!r} got Future {waited!r} attached to a different loop'
        elif not blocking:
            problem = f'yield was used instead of yield from in task {self!r} with {waited!r}'
        elif waited is self:
            problem = f'Task cannot await on itself: {self!r}'
        else:
            waited._asyncio_future_blocking = False
            waited.add_done_callback(self._wakeup, context=self._context)
            self._fut_waiter = waited
            if self._must_cancel and waited.cancel(msg=self._cancel_message):
                self._must_cancel = False
            return
        loop.call_soon(self._step, RuntimeError(problem), context=self._context)

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as e:
            self._step(e)
        else:
            self._step()


def _describe(coro):
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    name = f'{coro.__qualname__}()'
    if code is None:
        return name
    if frame is None:
        return f'{name} done, defined at {code.co_filename}:{code.co_firstlineno}'
    running = getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False)
    return f'{name} running at {code.co_filename}:{frame.f_lineno}'


def create_task(coro, *, name=None, context=None):
    """Runs the coroutine in the loop that runs; returns its task."""
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


async def _await(awaitable):
    return await awaitable


def ensure_future(value, *, loop=None):
    """The value as a Future or Task."""
    if futures.isfuture(value):
        if loop is not None and loop is not value._loop:
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return value
    if not iscoroutine(value):
        if not hasattr(type(value), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        value = _await(value)
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(value)


@types.coroutine
def _give_way():
    yield


async def sleep(delay, result=None):
    """Waits for some seconds."""
    if delay <= 0:
        await _give_way()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures; returns the sets of those that are done and of those that are not."""
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def finished(future):
        nonlocal left
        left -= 1
        if (left <= 0 or return_when == FIRST_COMPLETED
                or (return_when == FIRST_EXCEPTION and not future.cancelled()
                    and future.exception() is not None)):
            if timer is not None:
                timer.cancel()
            _release(waiter)

    for future in fs:
        future.add_done_callback(finished)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(finished)
    done, pending = set(), set()
    for future in fs:
        (done if future.done() else pending).add(future)
    return done, pending


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(future):
    waiter = events.get_running_loop().create_future()
    release = lambda _: _release(waiter)
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


async def wait_for(fut, timeout):
    """Waits for the awaitable, and cancels it when the time is over."""
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as e:
            raise exceptions.TimeoutError() from e
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release, waiter)
    release = lambda _: _release(waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as e:
            raise exceptions.TimeoutError() from e
    finally:
        timer.cancel()


def as_completed(fs, *, timeout=None):
    """Awaitables, each of which gives the next result that is there."""
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from .queues import Queue
    loop = events.get_event_loop()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}
    done = Queue()
    timer = None

    def expired():
        for future in todo:
            future.remove_done_callback(finished)
            done.put_nowait(None)
        todo.clear()

    def finished(future):
        if todo:
            todo.remove(future)
            done.put_nowait(future)
            if not todo and timer is not None:
                timer.cancel()

    async def next_one():
        future = await done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(finished)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, expired)
    for _ in range(len(todo)):
        yield next_one()


class _Gathering(futures.Future):
    """The result of gather(): cancelling it cancels all that it waits for."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """A future for the list of all results."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    known = {}
    children = []
    loop = None
    finished_count = 0
    total = 0
    outer = None

    def finished(future):
        nonlocal finished_count
        finished_count += 1
        if outer is None or outer.done():
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished_count == total:
            results = []
            for child in children:
                if child.cancelled():
                    message = child._cancel_message
                    results.append(exceptions.CancelledError(
                        '' if message is None else message))
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(future._make_cancelled_error())
            else:
                outer.set_result(results)

    for value in coros_or_futures:
        future = known.get(value)
        if future is None:
            future = ensure_future(value, loop=loop)
            if loop is None:
                loop = future.get_loop()
            total += 1
            known[value] = future
            future.add_done_callback(finished)
        children.append(future)
    outer = _Gathering(children, loop=loop)
    return outer


def shield(arg):
    """Waits for the awaitable, which goes on when the waiting is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(future):
        if outer.cancelled():
            return
        if future.cancelled():
            outer.cancel()
        elif future.exception() is not None:
            outer.set_exception(future.exception())
        else:
            outer.set_result(future.result())

    def outer_done(_):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Runs the coroutine in another thread's loop; returns a concurrent.futures.Future."""
    import concurrent.futures
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    result = concurrent.futures.Future()

    def start():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as e:
            result.set_exception(e)
            raise
        task.add_done_callback(copy)

    def copy(task):
        if task.cancelled():
            result.cancel()
            result.set_running_or_notify_cancel()
        elif not result.cancelled():
            result.set_running_or_notify_cancel()
            if task.exception() is not None:
                result.set_exception(task.exception())
            else:
                result.set_result(task.result())

    loop.call_soon_threadsafe(start)
    return result
