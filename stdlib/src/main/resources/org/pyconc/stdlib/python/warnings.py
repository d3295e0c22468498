"""Warnings of programs."""

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings']

filters = [('default', None, DeprecationWarning, '__main__', 0),
           ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0),
           ('ignore', None, ImportWarning, None, 0), ('ignore', None, ResourceWarning, None, 0)]
defaultaction = _defaultaction = 'default'
onceregistry = _onceregistry = {}
_filters_version = 1


class WarningMessage:
    """A warning and its circumstances."""

    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def _format(msg):
    line = msg.line
    if line is None:
        import linecache
        line = linecache.getline(msg.filename, msg.lineno)
    line = line.strip()
    text = f'{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n'
    return text + f'  {line}\n' if line else text


def _show(msg):
    file = msg.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line))
    except OSError:
        pass


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning: place, category, message, source line."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, by default to standard error."""
    _show(WarningMessage(message, category, filename, lineno, file, line))


_showwarning_orig = showwarning
_showwarnmsg_impl = _show


def _showwarnmsg(msg):
    if showwarning is not _showwarning_orig:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _showwarnmsg_impl(msg)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Inserts an entry into the list of filters."""
    _check(action, lineno)
    if not isinstance(message, str):
        raise AssertionError('message must be a string')
    if not isinstance(category, type):
        raise AssertionError('category must be a class')
    if not issubclass(category, Warning):
        raise AssertionError('category must be a Warning subclass')
    if not isinstance(module, str):
        raise AssertionError('module must be a string')
    if message or module:
        import re
    _insert((action, re.compile(message, re.I) if message else None, category,
             re.compile(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Inserts a simple entry into the list of filters: it matches all modules and messages."""
    _check(action, lineno)
    _insert((action, None, category, None, lineno), append)


def _check(action, lineno):
    if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        raise AssertionError('invalid action: %r' % (action,))
    if not (isinstance(lineno, int) and lineno >= 0):
        raise AssertionError('lineno must be an int >= 0')


def _insert(item, append):
    if not append:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    elif item not in filters:
        filters.append(item)
    _filters_mutated()


def _filters_mutated():
    global _filters_version
    _filters_version += 1


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def warn(message, category=None, stacklevel=1, source=None):
    """Tells of something that may be wrong."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    frame = sys._getframe(1)
    for _ in range(stacklevel - 1):
        frame = frame.f_back
        if frame is None:
            break
    if frame is None:
        globals, filename, lineno = sys.__dict__, 'sys', 1
    else:
        globals, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = globals.get('__name__', '<string>')
    registry = globals.setdefault('__warningregistry__', {})
    _warn(message, category, filename, lineno, module, registry, source)


def _warn_unawaited_coroutine(coro):
    text = f"coroutine '{coro.__qualname__}' was never awaited"
    if coro.cr_origin is not None:
        import traceback
        callers = traceback.StackSummary.from_list(
            [(file, line, name, None) for file, line, name in reversed(coro.cr_origin)])
        text += '\nCoroutine created at (most recent call last)\n' + ''.join(callers.format())
    warn(text.rstrip('\n'), category=RuntimeWarning, stacklevel=2, source=coro)



def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Tells of something that may be wrong at a place."""
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if isinstance(message, Warning):
        category = message.__class__
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    _warn(message, category, filename, lineno, module, registry, source)


def _matches(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


def _warn(message, category, filename, lineno, module, registry, source):
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    for action, pattern, kind, where, line in filters:
        if (_matches(pattern, text) and issubclass(category, kind) and _matches(where, module)
                and line in (0, lineno)):
            break
    else:
        action = defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        known = text, category
        if onceregistry.get(known):
            return
        onceregistry[known] = 1
    elif action == 'module':
        registry[key] = 1
        known = text, category, 0
        if registry.get(known):
            return
        registry[known] = 1
    elif action == 'default':
        registry[key] = 1
    elif action != 'always':
        raise RuntimeError('Unrecognized action (%r) in warnings.filters:\n %s' % (
            action, (action, pattern, kind, where, line)))
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Keeps warnings, and puts the filters back at the end."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append('record=True')
        if self._module is not sys.modules['warnings']:
            args.append('module=' + repr(self._module))
        return '%s(%s)' % (type(self).__name__, ', '.join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._impl = module._showwarnmsg_impl
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        module._showwarnmsg_impl = log.append
        module.showwarning = _showwarning_orig
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._impl
