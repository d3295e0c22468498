"""Logging and finalisation for multiprocessing."""

import os

import _multiprocessing

__all__ = ['sub_debug', 'debug', 'info', 'sub_warning', 'get_logger', 'log_to_stderr',
           'get_temp_dir', 'register_after_fork', 'is_exiting', 'Finalize',
           'ForkAwareThreadLock', 'ForkAwareLocal', 'close_all_fds_except', 'SUBDEBUG',
           'SUBWARNING']

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25

LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'

_logger = None
_log_to_stderr = False


def sub_debug(msg, *args):
    if _logger:
        _logger.log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    if _logger:
        _logger.log(DEBUG, msg, *args)


def info(msg, *args):
    if _logger:
        _logger.log(INFO, msg, *args)


def sub_warning(msg, *args):
    if _logger:
        _logger.log(SUBWARNING, msg, *args)


def get_logger():
    """The logger of multiprocessing."""
    global _logger
    import logging

    if not _logger:
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        _multiprocessing.log_with(info)
    return _logger


def log_to_stderr(level=None):
    """The logger of multiprocessing, which now also prints to stderr."""
    global _log_to_stderr
    import logging

    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return _logger


# ---- temporary files ----------------------------------------------------------------------

_temp_dir = None


def get_temp_dir():
    """A folder for files of this program; it is removed at the end."""
    global _temp_dir
    if _temp_dir is None:
        import tempfile
        _temp_dir = tempfile.mkdtemp(prefix='pymp-')
        info('created temp directory %s', _temp_dir)
        Finalize(None, _remove_temp_dir, args=(_temp_dir,), exitpriority=-100)
    return _temp_dir


def _remove_temp_dir(path):
    import shutil
    shutil.rmtree(path, ignore_errors=True)


def close_all_fds_except(fds):
    """Closes the descriptors of this process, except some."""
    fds = set(fds) | {-1}
    for fd in range(max(256, max(fds) + 1)):
        if fd not in fds:
            try:
                os.close(fd)
            except OSError:
                pass


# ---- children -----------------------------------------------------------------------------


def register_after_fork(obj, func):
    """Has func(obj) called in children when they begin."""
    def call():
        try:
            func(obj)
        except Exception as e:
            info('after forker raised exception %s', e)
    _multiprocessing.after_fork(call)


class ForkAwareThreadLock:
    """A lock that is free in children."""

    def __init__(self):
        import threading
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        register_after_fork(self, ForkAwareThreadLock._at_fork_reinit)

    def _at_fork_reinit(self):
        import threading
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


def __getattr__(name):
    if name == 'ForkAwareLocal':
        import threading

        class ForkAwareLocal(threading.local):
            """Values of one thread, none of which are there in children."""

            def __init__(self):
                register_after_fork(self, lambda obj: obj.__dict__.clear())

            def __reduce__(self):
                return type(self), ()

        globals()[name] = ForkAwareLocal
        return ForkAwareLocal
    raise AttributeError('module %r has no attribute %r' % (__name__, name))


# ---- finalizers ---------------------------------------------------------------------------

_finalizer_registry = {}
_finalizer_count = 0
_registered_in = 0
_exiting = False


def is_exiting():
    """Whether this process is ending."""
    return _exiting


class Finalize:
    """Calls a function once: when asked to, when an object is gone, or when the process ends."""

    _weakref = None

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        global _finalizer_count, _registered_in
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError('Exitpriority ({0!r}) must be None or int, not {1!s}'.format(
                exitpriority, type(exitpriority)))
        if obj is None and exitpriority is None:
            raise ValueError('Without object, exitpriority cannot be None')
        if obj is not None:
            from weakref import ref
            self._weakref = ref(obj, self)
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, _finalizer_count)
        self._pid = os.getpid()
        _finalizer_count += 1
        if _registered_in != self._pid:
            _registered_in = self._pid
            _finalizer_registry.clear()  # those of the parent are no business of a child
            _multiprocessing.finalize_with(_end)
        _finalizer_registry[self._key] = self

    def __call__(self, *unused):
        if _finalizer_registry.pop(self._key, None) is not self:
            sub_debug('finalizer no longer registered')
            return None
        if self._pid != os.getpid():
            sub_debug('finalizer ignored because different process')
            result = None
        else:
            sub_debug('finalizer calling %s with args %s and kwargs %s',
                      self._callback, self._args, self._kwargs)
            result = self._callback(*self._args, **self._kwargs)
        self._forget()
        return result

    def _forget(self):
        self._callback = self._args = self._kwargs = self._key = self._weakref = None

    def cancel(self):
        """Forgets the function."""
        if _finalizer_registry.pop(self._key, None) is self:
            self._forget()

    def still_active(self):
        """Whether the function is still to be called."""
        return self._key in _finalizer_registry

    def __repr__(self):
        if self._callback is None:
            return '<%s object, dead>' % type(self).__name__
        text = '<%s object, callback=%s' % (
            type(self).__name__, getattr(self._callback, '__name__', self._callback))
        if self._args:
            text += ', args=' + str(self._args)
        if self._kwargs:
            text += ', kwargs=' + str(self._kwargs)
        if self._key[0] is not None:
            text += ', exitpriority=' + str(self._key[0])
        return text + '>'


def _run_finalizers(minpriority=None):
    """Runs the finalizers with a priority, the highest and then the latest first."""
    keys = [key for key in list(_finalizer_registry)
            if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    keys.sort(reverse=True)
    for key in keys:
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
            sub_debug('calling %s', finalizer)
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


def _end(minpriority):
    """Called by the library when the process ends."""
    global _exiting
    _exiting = True
    _run_finalizers(minpriority)


def _exit_function():
    """What is done at the end of a process: ends its daemons, waits for its other children."""
    if not _exiting:
        _multiprocessing.end_children()


def _cleanup_tests():
    """What the library's own tests leave behind is removed."""
    import gc
    from multiprocessing import process
    process._cleanup()
    _run_finalizers()
    gc.collect()


# Sockets have no abstract names here.
abstract_sockets_supported = False
