"""What the import system knows of modules that are no files: there are no frozen ones here."""
import sys as _sys
import _thread

check_hash_based_pycs = 'default'
_lock = _thread.RLock()
_depth = []


def acquire_lock():
    """Acquires the interpreter's import lock for the current thread."""
    _lock.acquire()
    _depth.append(True)


def release_lock():
    """Release the interpreter's import lock."""
    try:
        _lock.release()
    except RuntimeError:
        raise RuntimeError('not holding the import lock') from None
    _depth.pop()


def lock_held():
    """Return True if the import lock is currently held, else False."""
    return bool(_depth)


def extension_suffixes():
    """Returns the list of file suffixes used to identify extension modules."""
    return []


def is_builtin(name, /):
    """Returns True if the module name corresponds to a built-in module."""
    return int(name in _sys.builtin_module_names)


def is_frozen(name, /):
    """Returns True if the module name corresponds to a frozen module."""
    return False


def is_frozen_package(name, /):
    """Returns True if the module name is of a frozen package."""
    raise ImportError('No such frozen object named %r' % name, name=name)


def find_frozen(name, /, *, withdata=False):
    """Return info about the corresponding frozen module (if there is one) or None."""
    return None


def get_frozen_object(name, data=None, /):
    """Create a code object for a frozen module."""
    raise ImportError('No such frozen object named %r' % name, name=name)


def init_frozen(name, /):
    """Initializes a frozen module."""
    return None


def _frozen_module_names():
    return []


def _override_frozen_modules_for_tests(override, /):
    return None
