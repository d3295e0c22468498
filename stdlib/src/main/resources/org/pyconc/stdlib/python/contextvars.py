"""Context variables: values that follow a task rather than a thread."""

import _thread

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

_here = _thread._local()
_absent = object()


def _current():
    try:
        return _here.context
    except AttributeError:
        context = _here.context = Context()
        return context


class Context:
    """A mapping of context variables to their values."""

    __slots__ = ('_values', '_shared', '_entered', '_outer')

    def __init__(self):
        self._values = {}
        self._shared = False
        self._entered = False
        self._outer = None

    def run(self, callable, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        outer = _current()
        self._entered = True
        _here.context = self
        try:
            return callable(*args, **kwargs)
        finally:
            _here.context = outer
            self._entered = False

    def copy(self):
        new = Context()
        new._values = self._values
        new._shared = self._shared = True
        return new

    def _set(self, var, value):
        if self._shared:
            self._values = dict(self._values)
            self._shared = False
        self._values[var] = value

    def _remove(self, var):
        if self._shared:
            self._values = dict(self._values)
            self._shared = False
        self._values.pop(var, None)

    def __getitem__(self, var):
        _check_key(var)
        return self._values[var]

    def __contains__(self, var):
        _check_key(var)
        return var in self._values

    def get(self, var, default=None):
        _check_key(var)
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None


def _check_key(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {var!r}')


class ContextVar:
    """A variable with a value of its own in every context."""

    __slots__ = ('name', '_default')

    def __init__(self, name, *, default=_absent):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self.name = name
        self._default = default

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def get(self, *default):
        if len(default) > 1:
            raise TypeError(f'get expected at most 1 argument, got {len(default)}')
        value = _current()._values.get(self, _absent)
        if value is not _absent:
            return value
        if default:
            return default[0]
        if self._default is not _absent:
            return self._default
        raise LookupError(self)

    def set(self, value):
        context = _current()
        token = Token(context, self, context._values.get(self, _absent))
        context._set(self, value)
        return token

    def reset(self, token):
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        context = _current()
        if token._context is not context:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token._old is _absent:
            context._remove(self)
        else:
            context._set(self, token._old)

    def __repr__(self):
        default = '' if self._default is _absent else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at {id(self):#x}>'


class _Missing:
    def __repr__(self):
        return '<Token.MISSING>'


class Token:
    """What ContextVar.set returns, for ContextVar.reset."""

    __slots__ = ('_context', '_var', '_old', '_used')
    MISSING = _Missing()

    def __init__(self, context, var, old):
        self._context = context
        self._var = var
        self._old = old
        self._used = False

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return Token.MISSING if self._old is _absent else self._old

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self._var!r} at {id(self):#x}>'


def copy_context():
    """A copy of the current context."""
    return _current().copy()
