"""Threads for what would stop all greenlets."""

import os
import queue as _queue
import sys
from concurrent.futures import ThreadPoolExecutor as _PlainExecutor

from gevent import monkey
from gevent._waiter import reraise
from gevent.event import AsyncResult
from gevent.exceptions import InvalidThreadUseError
from gevent.hub import get_hub, linkproxy
from gevent.lock import Semaphore
from gevent.pool import GroupMappingMixin
from gevent.timeout import Timeout
from greenlet import getcurrent

__all__ = ['ThreadPool', 'ThreadResult', 'ThreadPoolExecutor']


class ThreadResult:
    """Takes what a function in a thread returned or raised to the hub that waits for it."""

    exc_info = ()
    context = None

    def __init__(self, receiver, hub, call_when_ready):
        self.receiver = receiver
        self.hub = hub
        self.value = None
        self._call_when_ready = call_when_ready
        self.async_watcher = hub.loop.async_()
        self.async_watcher.start(self._arrived)

    @property
    def exception(self):
        return self.exc_info[1] if self.exc_info else None

    def successful(self):
        return self.exception is None

    # Called in the thread.

    def set(self, value):
        self.value = value
        self.async_watcher.send()

    def handle_error(self, context, exc_info):
        self.context = context
        self.exc_info = exc_info
        self.async_watcher.send()

    # Called in the hub.

    def _arrived(self):
        self.destroy_in_main_thread()
        self._call_when_ready()
        try:
            if self.exc_info:
                self.hub.handle_error(self.context, *self.exc_info)
        finally:
            self.receiver(self)

    def destroy_in_main_thread(self):
        self.async_watcher.stop()


class ThreadPool(GroupMappingMixin):
    """Calls functions in real threads; greenlets wait for the results."""

    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        self._check_size(maxsize)
        self.hub = get_hub() if hub is None else hub
        self.manager = None
        self.fork_watcher = None
        self.pid = os.getpid()
        self._maxsize = maxsize
        # One task more than there are threads waits in their queue, not the caller.
        self._lock = Semaphore(maxsize + 1)
        self.task_queue = _queue.Queue()
        self._idle_task_timeout = idle_task_timeout
        self._threads = 0
        self._unfinished = 0

    @staticmethod
    def _check_size(maxsize):
        if not isinstance(maxsize, int):
            raise TypeError('maxsize must be integer: %r' % (maxsize, ))
        if maxsize < 0:
            raise ValueError('maxsize must not be negative: %r' % (maxsize, ))

    @property
    def maxsize(self):
        return self._maxsize

    @maxsize.setter
    def maxsize(self, value):
        self._check_size(value)
        self._lock.counter += value - self._maxsize
        self._maxsize = value
        self._lock._check_and_notify()
        self.adjust()

    @property
    def size(self):
        """How many threads there are."""
        return self._threads

    @size.setter
    def size(self, value):
        if value < 0:
            raise ValueError('Size of the pool cannot be negative: %r' % (value, ))
        if value > self._maxsize:
            raise ValueError('Size of the pool cannot be bigger than maxsize: %r > %r' % (
                value, self._maxsize))
        while self._threads < value:
            self._add_thread()
        self._end_threads(self._threads - value)

    def adjust(self):
        """Ends threads above the maximum; starts what the waiting tasks need."""
        self._end_threads(self._threads - self._maxsize)
        while self._threads < min(self._unfinished, self._maxsize):
            self._add_thread()

    def _end_threads(self, count):
        for i in range(count):
            self._threads -= 1
            self.task_queue.put(None)

    def __len__(self):
        return self._unfinished

    def __repr__(self):
        return '<%s at 0x%x tasks=%s size=%s maxsize=%s hub=<%s at 0x%x thread_ident=0x%x>>' % (
            type(self).__name__, id(self), self._unfinished, self._threads, self._maxsize,
            type(self.hub).__name__, id(self.hub), self.hub.thread_ident)

    def _add_thread(self):
        self._threads += 1
        thread = monkey.get_original('threading', 'Thread')(target=self._work, daemon=True)
        thread.start()

    def _work(self):
        timeout = self._idle_task_timeout
        if timeout is not None and timeout < 0:
            timeout = None
        while True:
            try:
                task = self.task_queue.get(timeout=timeout)
            except _queue.Empty:
                # One that is given work at this moment stays.
                if self._unfinished >= self._threads:
                    continue
                self._threads -= 1
                return
            if task is None:
                return
            func, args, kwargs, result = task
            try:
                result.set(func(*args, **kwargs))
            except BaseException as e:
                result.handle_error((self, func), (type(e), e, e.__traceback__))
            del task, func, args, kwargs, result

    def spawn(self, func, *args, **kwargs):
        """Calls the function in a thread; returns its result to wait for."""
        if get_hub() is not self.hub:
            raise InvalidThreadUseError
        self._lock.acquire()
        result = AsyncResult()
        self._unfinished += 1
        self.adjust()
        self.task_queue.put((func, args, kwargs, ThreadResult(result, self.hub, self._task_done)))
        return result

    def _task_done(self):
        self._unfinished -= 1
        self._lock.release()

    def join(self):
        """Waits until nothing is left to do."""
        from gevent._core import sleep
        delay = 0.0005
        while self._unfinished > 0:
            sleep(delay)
            delay = min(delay * 2, 0.05)

    def kill(self):
        """Ends the threads."""
        self._end_threads(self._threads)

    def _apply_immediately(self):
        return get_hub() is not self.hub

    def _apply_async_cb_spawn(self, callback, result):
        callback(result)

    def _apply_async_use_greenlet(self):
        return True


class ThreadPoolExecutor(_PlainExecutor):
    """concurrent.futures.ThreadPoolExecutor whose futures greenlets can wait for."""

    def __init__(self, *args, **kwargs):
        max_workers = args[0] if args else kwargs.pop('max_workers', None)
        if max_workers is None:
            max_workers = get_hub().threadpool_size
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers
        self._threadpool = ThreadPool(max_workers)
        self._shutdown = False

    def submit(self, fn, *args, **kwargs):
        """Calls the function in a thread."""
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = _Future()
        result = self._threadpool.spawn(future._call, fn, args, kwargs)
        result.rawlink(future._arrived)
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results for all items, in their order."""
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                for future in futures:
                    yield future.result(timeout)
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True, **kwargs):
        self._shutdown = True
        if wait:
            self._threadpool.join()
            self._threadpool.kill()

    kill = shutdown

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        self.shutdown(wait=True)


# Those who wait in concurrent.futures need not be told of it any more.
_CANCELLED = 'CANCELLED_AND_NOTIFIED'


class _Future:
    """What a function in a thread is going to return."""

    def __init__(self):
        self._result = AsyncResult()
        self._state = 'PENDING'
        self._callbacks = []
        self._listeners = []
        self._lock = None

    def __repr__(self):
        return '<Future at 0x%x state=%s>' % (
            id(self), self._state.partition('_')[0].lower())

    # For wait and as_completed of concurrent.futures.

    @property
    def _condition(self):
        if not self.done() and not monkey.is_module_patched('threading'):
            # Waiting for it would stop the hub, which has to bring the result.
            raise AttributeError('_condition')
        if self._lock is None:
            import threading
            self._lock = threading.Condition()
        return self._lock

    @property
    def _exception(self):
        return self._result.exception

    def _call(self, fn, args, kwargs):
        if self._state != 'PENDING':
            return None, None
        self._state = 'RUNNING'
        try:
            return fn(*args, **kwargs), None
        except BaseException as e:
            return None, e

    def _arrived(self, result):
        if self._state != 'RUNNING':
            return
        self._state = 'FINISHED'
        value, failure = result.value
        if failure is None:
            self._result.set(value)
        else:
            self._result.set_exception(failure, (type(failure), failure, failure.__traceback__))
        self._tell()

    def _tell(self):
        for listener in self._listeners:
            listener(self, 'finished' if self._exception is None else 'raised')
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            try:
                callback(self)
            except:
                get_hub().handle_error((callback, self), *sys.exc_info())

    # To be waited for with gevent.wait.

    def ready(self):
        return self.done()

    def rawlink(self, callback):
        self._result.rawlink(linkproxy(callback, self))

    def unlink(self, callback):
        self._result.unlink(callback)

    def cancel(self):
        if self._state in ('RUNNING', 'FINISHED'):
            return False
        if self._state == 'PENDING':
            from concurrent.futures import CancelledError
            self._state = _CANCELLED
            self._result.set_exception(CancelledError())
            self._tell()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def running(self):
        return self._state == 'RUNNING'

    def done(self):
        return self._state in (_CANCELLED, 'FINISHED')

    def result(self, timeout=None):
        from concurrent.futures import TimeoutError
        with Timeout(timeout, TimeoutError):
            return self._result.get()

    def exception(self, timeout=None):
        from concurrent.futures import TimeoutError
        with Timeout(timeout, TimeoutError):
            self._result.wait()
        return self._result.exception

    def add_done_callback(self, fn):
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)
