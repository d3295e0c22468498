"""Warnings of programs."""

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings']

filters = [('default', None, DeprecationWarning, '__main__', 0),
           ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0),
           ('ignore', None, ImportWarning, None, 0), ('ignore', None, ResourceWarning, None, 0)]
_default_action = 'default'
_shown = set()
_recorders = []


class WarningMessage:
    """A warning and its circumstances."""

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


def formatwarning(message, category, filename, lineno, line=None):
    return '%s:%s: %s: %s\n' % (filename, lineno, category.__name__, message)


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check_action(action)
    import re
    _insert((action, re.compile(message, re.I) if message else None, category, module or None,
             lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action)
    _insert((action, None, category, None, lineno), append)


def _check_action(action):
    if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        raise AssertionError('invalid action: %r' % (action,))


def _insert(item, append):
    if item in filters:
        if append:
            return
        filters.remove(item)
    filters.insert(len(filters) if append else 0, item)
    _shown.clear()


def resetwarnings():
    filters.clear()
    _shown.clear()


def warn(message, category=None, stacklevel=1, source=None):
    """Tells of something that may be wrong."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    filename = sys.argv[0] if sys.argv and sys.argv[0] else 'sys'
    warn_explicit(message, category, filename, 1, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    action = _default_action
    for kind, pattern, cls, where, line in filters:
        if issubclass(category, cls) and (pattern is None or pattern.match(str(text))) \
                and (where is None or where == (module or '__main__')):
            action = kind
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action != 'always':
        key = (str(text), category, None if action == 'once' else (filename, lineno))
        if key in _shown:
            return
        _shown.add(key)
    if _recorders and _recorders[-1] is not None:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno, source=source))
    else:
        showwarning(message, category, filename, lineno)


class catch_warnings:
    """Keeps warnings, and puts the filters back at the end."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._action = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._filters = filters[:]
        log = [] if self._record else None
        _recorders.append(log if self._record else (_recorders[-1] if _recorders else None))
        _shown.clear()
        if self._action is not None:
            simplefilter(*self._action)
        return log

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        _recorders.pop()
        _shown.clear()
