"""ProcessPoolExecutor."""

import _thread
import itertools
import multiprocessing
import os
import queue
import threading
import traceback

from concurrent.futures import _base

_LEFT_WHILE_PENDING = ('A process in the process pool was terminated abruptly while the '
                       'future was running or pending.')
_UNUSABLE = 'A child process terminated abruptly, the process pool is not usable anymore'


class BrokenProcessPool(_base.BrokenExecutor):
    """Raised when a process in a ProcessPoolExecutor terminated abruptly."""


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _check_system_limits():
    """Nothing limits how many processes there are."""


class _Program:
    """The end of the program: no more calls; what was submitted is still done."""

    has_ended = False
    crews = []


def _python_exit():
    _Program.has_ended = True
    for crew in list(_Program.crews):
        crew.end()
        crew.join()


threading._register_atexit(_python_exit)


def _chunks(iterables, size):
    calls = zip(*iterables)
    while chunk := tuple(itertools.islice(calls, size)):
        yield chunk


def _call_chunk(fn, chunk):
    return [fn(*arguments) for arguments in chunk]


def _work(connection, initializer, initargs):
    """What a worker process does: makes calls until it is told to end."""
    _Program.crews.clear()  # they belong to the parent
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._log('Exception in initializer:', critical=True)
            return
    while True:
        call = connection.recv()
        if call is None:
            return
        fn, args, kwargs = call
        try:
            answer = (True, fn(*args, **kwargs), None)
        except BaseException as e:
            answer = (False, e, ''.join(traceback.format_exception(type(e), e, e.__traceback__)))
        try:
            connection.send(answer)
        except BaseException as e:
            text = ''.join(traceback.format_exception(type(e), e, e.__traceback__))
            connection.send((False, e, text))
        call = fn = args = kwargs = answer = None


class _Call:
    __slots__ = ('future', 'message')

    def __init__(self, future, message):
        self.future = future
        self.message = message


class _Worker:
    """A process and, in this one, the thread that hands it its calls."""

    def __init__(self, crew):
        self._crew = crew
        self._left = None
        self._ending = None
        self._begin()
        self.thread = threading.Thread(target=self._serve)

    def _begin(self):
        crew = self._crew
        here, there = crew.context.Pipe()
        self.process = crew.context.Process(target=_work, args=(there, *crew.initial))
        self.process.start()
        there.close()
        self._connection = here
        self._left = crew.max_tasks_per_child
        _thread.start_new_thread(self._watch, (self.process,))

    def _watch(self, process):
        """Notices that a process has died, whether it was doing something or not."""
        process.join()
        if self._ending is not process:
            self._crew.died()

    def _end(self):
        self._ending = self.process
        try:
            self._connection.send(None)
        except OSError:
            pass
        self._connection.close()
        self.process.join()

    def _serve(self):
        crew = self._crew
        while True:
            call = crew.next_call()
            if call is None:
                break
            if call.future.set_running_or_notify_cancel():
                if self._left == 0:
                    self._end()
                    self._begin()
                if not self._make(call):
                    self.process.join()
                    crew.break_off()
                    return
            del call  # nothing of it is kept while there is nothing to do
            crew.idle.release()
        self._end()

    def _make(self, call):
        """Has the call made; False if the process has died."""
        if self._left is not None:
            self._left -= 1
        try:
            self._connection.send(call.message)
        except OSError:
            self._broke(call)
            return False
        except Exception as e:
            call.future.set_exception(e)
            return True
        try:
            good, value, text = self._connection.recv()
        except (EOFError, OSError):
            self._broke(call)
            return False
        except BaseException as e:
            # what was answered cannot be made here, as CPython says it
            text = ''.join(traceback.format_exception(type(e), e, e.__traceback__))
            self._broke(call, _RemoteTraceback('\n\'\'\'\n%s\'\'\'' % text))
            self.process.terminate()
            return False
        if good:
            call.future.set_result(value)
        else:
            value.__cause__ = _RemoteTraceback('\n"""\n%s"""' % text)
            call.future.set_exception(value)
        return True

    def _broke(self, call, cause=None):
        self._crew.broken = _UNUSABLE
        error = BrokenProcessPool(_LEFT_WHILE_PENDING)
        error.__cause__ = cause
        call.future.set_exception(error)


class _Crew:
    """The workers of an executor, which outlives it while there is something to do."""

    def __init__(self, context, max_workers, max_tasks_per_child, initial):
        self.context = context
        self.max_workers = max_workers
        self.max_tasks_per_child = max_tasks_per_child
        self.initial = initial
        self.calls = queue.SimpleQueue()
        self._lock = threading.Lock()  # of what is done to the calls when a process has died
        self.idle = threading.Semaphore(0)
        self.workers = []
        self.broken = False
        self.has_ended = False
        # children of fork inherit what threads hold at that moment: all begin before those
        self._is_on_demand = context.get_start_method(allow_none=False) != 'fork'

    def begin(self):
        """A call is going to be submitted."""
        if not self.workers:
            _Program.crews.append(self)
            if not self._is_on_demand:
                self._add(self.max_workers)
        if (self._is_on_demand and len(self.workers) < self.max_workers
                and not self.idle.acquire(blocking=False)):
            self._add(1)

    def _add(self, count):
        added = [_Worker(self) for _ in range(count)]
        self.workers += added
        for worker in added:
            worker.thread.start()

    def submit(self, call):
        """Has the call made, unless a process has died: all may do so before there is a call."""
        with self._lock:
            if not self.broken:
                self.calls.put(call)
                return
        self._give_up(call.future)

    def next_call(self):
        """For a worker: what to do next, None to end."""
        call = self.calls.get()
        if call is None:
            self.calls.put(None)
        return call

    def died(self):
        """A process has ended of which nobody wanted it."""
        if not self.broken:
            self.broken = _UNUSABLE
            self.break_off()

    def break_off(self):
        """A process has died, as `broken` says: nothing is done any more."""
        with self._lock:
            left = list(self._take_all())
            self.calls.put(None)
        for future in left:
            self._give_up(future)
        for worker in self.workers:
            worker.process.terminate()

    @staticmethod
    def _give_up(future):
        if not future.cancelled():
            future.set_exception(BrokenProcessPool(_LEFT_WHILE_PENDING))

    def cancel(self):
        for future in self._take_all():
            future.cancel()

    def _take_all(self):
        while True:
            try:
                call = self.calls.get_nowait()
            except queue.Empty:
                return
            if call is not None:
                yield call.future

    def end(self):
        self.has_ended = True
        self.calls.put(None)

    def join(self):
        for worker in self.workers:
            worker.thread.join()
        if self in _Program.crews:
            _Program.crews.remove(self)


class ProcessPoolExecutor(_base.Executor):
    """Makes calls in a number of processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context is not None and mp_context.get_start_method(allow_none=False) == 'fork':
                raise ValueError("max_tasks_per_child is incompatible with"
                                 " the 'fork' multiprocessing start method;"
                                 " supply a different mp_context.")
        self._mp_context = multiprocessing.get_context() if mp_context is None else mp_context
        self._max_workers = max_workers
        self._max_tasks_per_child = max_tasks_per_child
        self._initializer = initializer
        self._initargs = initargs
        self._crew = _Crew(self._mp_context, max_workers, max_tasks_per_child,
                           (initializer, initargs))
        self._shutdown_lock = threading.Lock()
        # the workers end once nobody refers to the executor any more
        queue._when_forgotten(self, self._crew.calls)

    @property
    def _broken(self):
        return self._crew.broken

    @property
    def _processes(self):
        if self._crew.has_ended:
            return None
        return {worker.process.pid: worker.process for worker in self._crew.workers}

    def submit(self, fn, /, *args, **kwargs):
        crew = self._crew
        with self._shutdown_lock:
            if crew.broken:
                raise BrokenProcessPool(crew.broken)
            if crew.has_ended:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _Program.has_ended:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            crew.begin()
            future = _base.Future()
            crew.submit(_Call(future, (fn, args, kwargs)))
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        lists = super().map(lambda chunk: _call_chunk(fn, chunk),
                            _chunks(iterables, chunksize), timeout=timeout)
        return itertools.chain.from_iterable(lists)

    map.__doc__ = _base.Executor.map.__doc__

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._crew.has_ended = True
        if cancel_futures:
            self._crew.cancel()
        self._crew.end()
        if wait:
            self._crew.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
