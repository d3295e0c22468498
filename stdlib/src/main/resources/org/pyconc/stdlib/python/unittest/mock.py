"""Objects that stand for others in tests."""

import asyncio
import contextlib
import inspect
import sys
from functools import partial, wraps

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call',
           'create_autospec', 'AsyncMock', 'FILTER_DIR', 'NonCallableMock',
           'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

FILTER_DIR = True


class InvalidSpecError(Exception):
    """An object cannot be a specification because it is a mock itself."""


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'sentinel.%s' % self.name

    def __reduce__(self):
        return 'sentinel.%s' % self.name


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def _format_call_signature(name, args, kwargs):
    parts = [repr(arg) for arg in args]
    parts += ['%s=%r' % pair for pair in kwargs.items()]
    return '%s(%s)' % (name, ', '.join(parts))


class _Call(tuple):
    """A call: name, positional and keyword arguments."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for each in value:
            if isinstance(each, str):
                name = each
            elif isinstance(each, tuple):
                args = each
            else:
                kwargs = each
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        if len(self) == 3:
            return tuple(self)
        return ('',) + tuple(self)

    def __eq__(self, other):
        try:
            len_other = len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = self._parts()
        if (getattr(self, '_mock_parent', None) and getattr(other, '_mock_parent', None)
                and self._mock_parent != other._mock_parent):
            return False
        other_name = ''
        if len_other == 0:
            other_args, other_kwargs = (), {}
        elif len_other == 3:
            other_name, other_args, other_kwargs = other
        elif len_other == 1:
            (value,) = other
            other_args, other_kwargs = (), {}
            if isinstance(value, tuple):
                other_args = value
            elif isinstance(value, str):
                other_name = value
            else:
                other_kwargs = value
        elif len_other == 2:
            first, second = other
            if isinstance(first, str):
                other_name = first
                if isinstance(second, tuple):
                    other_args, other_kwargs = second, {}
                else:
                    other_args, other_kwargs = (), second
            else:
                other_args, other_kwargs = first, second
        else:
            return False
        if name and other_name != name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if attr.startswith('_mock') or attr == '__bases__':
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name='%s.%s' % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ('count', 'index'):
            return tuple.__getattribute__(self, '__getattr__')(attr)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return name
        name, args, kwargs = self._parts()
        if not name:
            name = 'call'
        elif not name.startswith('()'):
            name = 'call.%s' % name
        else:
            name = 'call%s' % name
        return _format_call_signature(name, args, kwargs)

    def call_list(self):
        """The calls that led to this one, and this one."""
        found = []
        each = self
        while each is not None:
            if each._mock_from_kall:
                found.append(each)
            each = each._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        count = len(value)
        return any(self[i:i + count] == value for i in range(len(self) - count + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


_NUMERIC = ('add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod')
_MAGIC_DEFAULTS = {
    '__hash__': lambda self: object.__hash__(self), '__str__': lambda self: object.__str__(self),
    '__sizeof__': lambda self: 48, '__fspath__': lambda self: (
        f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}'),
}
_MAGIC_VALUES = {
    '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j,
    '__float__': 1.0, '__bool__': True, '__index__': 1, '__lt__': NotImplemented,
    '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented}
_MAGICS = frozenset(
    list(_MAGIC_VALUES) + list(_MAGIC_DEFAULTS)
    + ['__%s__' % n for n in _NUMERIC.split()] + ['__r%s__' % n for n in _NUMERIC.split()]
    + ['__i%s__' % n for n in _NUMERIC.split() if n != 'divmod']
    + ['__getitem__', '__setitem__', '__delitem__', '__iter__', '__enter__', '__eq__', '__ne__',
       '__neg__', '__pos__', '__abs__', '__invert__', '__round__', '__trunc__', '__floor__',
       '__ceil__', '__aenter__', '__aexit__', '__aiter__', '__anext__', '__format__',
       '__reversed__', '__missing__', '__getformat__', '__repr__', '__dir__', '__get__',
       '__set__', '__delete__', '__subclasses__', '__reduce__'])
_NOT_CONFIGURED = frozenset(
    ('__repr__', '__dir__', '__get__', '__set__', '__delete__', '__subclasses__', '__reduce__',
     '__reversed__', '__missing__', '__getformat__', '__format__', '__aenter__', '__aexit__',
     '__aiter__', '__anext__'))
_ASYNC_MAGICS = frozenset(('__aenter__', '__aexit__', '__aiter__', '__anext__'))


def _is_magic(name):
    return '__%s__' % name[2:-2] == name


def _is_exception(obj):
    return isinstance(obj, BaseException) or (isinstance(obj, type)
                                              and issubclass(obj, BaseException))


def _is_async(obj):
    return inspect.iscoroutinefunction(obj) or isinstance(obj, AsyncMock)


_OWN = frozenset((
    'return_value', 'side_effect', 'called', 'call_count', 'call_args', 'call_args_list',
    'mock_calls', 'method_calls', 'await_count', 'await_args', 'await_args_list'))


class NonCallableMock:
    """A mock that cannot be called."""

    def __new__(cls, /, *args, **kw):
        # a class for each mock: special methods live in it
        made = type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__})
        return object.__new__(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, _spec_as_instance=False,
                 _eat_self=None, unsafe=False, **kwargs):
        d = self.__dict__
        d['_mock_parent'] = parent
        d['_mock_name'] = name
        d['_mock_new_name'] = _new_name
        d['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        d['_mock_sealed'] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        self._mock_add_spec(spec, spec_set)
        d['_mock_children'] = {}
        d['_mock_wraps'] = wraps
        d['_mock_unsafe'] = unsafe
        d['_mock_return_value'] = DEFAULT
        d['_mock_side_effect'] = None
        self._clear()
        if kwargs:
            self.configure_mock(**kwargs)

    def _clear(self):
        d = self.__dict__
        d['_mock_called'] = False
        d['_mock_call_args'] = None
        d['_mock_call_count'] = 0
        d['_mock_call_args_list'] = _CallList()
        d['_mock_mock_calls'] = _CallList()
        d['_mock_method_calls'] = _CallList()

    def _mock_add_spec(self, spec, spec_set):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        d = self.__dict__
        d['_spec_class'] = None
        d['_spec_asyncs'] = ()
        if spec is not None and not isinstance(spec, (list, tuple)):
            d['_spec_class'] = spec if isinstance(spec, type) else type(spec)
            d['_spec_asyncs'] = tuple(n for n in dir(spec)
                                      if inspect.iscoroutinefunction(
                                          inspect.getattr_static(spec, n, None)))
            d['_mock_methods'] = dir(spec)
        else:
            d['_mock_methods'] = None if spec is None else list(spec)
        d['_spec_set'] = spec_set

    def mock_add_spec(self, spec, spec_set=False):
        """Only attributes of the specification can be read from now on."""
        self._mock_add_spec(spec, spec_set)

    @property
    def __class__(self):
        return type(self) if self.__dict__.get('_spec_class') is None else self._spec_class

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one, which records its calls."""
        mock.__dict__['_mock_parent'] = None
        mock.__dict__['_mock_new_parent'] = None
        mock.__dict__['_mock_name'] = ''
        mock.__dict__['_mock_new_name'] = None
        setattr(self, attribute, mock)

    @property
    def return_value(self):
        found = self._mock_return_value
        if found is DEFAULT and self._mock_wraps is None:
            found = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = found
        return found

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _adopt(self, value, None, '()')

    side_effect = property(lambda self: self._mock_side_effect)

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = _SideEffects(value)
        self.__dict__['_mock_side_effect'] = value

    called = property(lambda self: self._mock_called)
    call_count = property(lambda self: self._mock_call_count)
    call_args = property(lambda self: self._mock_call_args)
    call_args_list = property(lambda self: self._mock_call_args_list)
    mock_calls = property(lambda self: self._mock_mock_calls)
    method_calls = property(lambda self: self._mock_method_calls)

    for _each in ('called', 'call_count', 'call_args', 'call_args_list', 'mock_calls',
                  'method_calls'):
        locals()[_each] = property(
            lambda self, _n='_mock_' + _each: self.__dict__[_n],
            lambda self, value, _n='_mock_' + _each: self.__dict__.__setitem__(_n, value))
    del _each

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._clear()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if child is not _deleted and isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        made = self._mock_return_value
        if isinstance(made, NonCallableMock) and made is not self:
            made.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, those of children by names with dots."""
        for arg, value in sorted(kwargs.items(), key=lambda entry: entry[0].count('.')):
            *path, final = arg.split('.')
            obj = self
            for entry in path:
                obj = getattr(obj, entry)
            setattr(obj, final, value)

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_unsafe', '_mock_children'):
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or name in _MAGICS:
                raise AttributeError('Mock object has no attribute %r' % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not self._mock_methods or name not in self._mock_methods):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the '
                                     f'mock if {name!r} is meant to be an attribute.')
        result = self._mock_children.get(name)
        if result is _deleted:
            raise AttributeError(name)
        if result is None:
            wraps = None
            if self._mock_wraps is not None:
                wraps = getattr(self._mock_wraps, name)
            result = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                          _new_parent=self)
            self._mock_children[name] = result
        return result

    def __setattr__(self, name, value):
        if name in _OWN or name.startswith('_mock_') or name == '__class__':
            return object.__setattr__(self, name, value)
        if (self._spec_set and self._mock_methods is not None
                and name not in self._mock_methods and name not in self.__dict__):
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if _is_magic(name) and name in _MAGICS:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if isinstance(value, NonCallableMock):
                _adopt(self, value, None, name)
                setattr(type(self), name, _MagicMethod(value))
                self._mock_children[name] = value
            else:
                setattr(type(self), name, value if not callable(value) else _bound(value))
            return None
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
            return None
        if self._mock_sealed and name not in self.__dict__:
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        if child is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent = self._mock_new_parent
        last = self
        dot = '' if names == ['()'] else '.'
        while parent is not None:
            last = parent
            names.append((parent._mock_new_name or '') + dot)
            dot = '' if parent._mock_new_name == '()' else '.'
            parent = parent._mock_new_parent
        names = list(reversed(names))
        first = last._mock_name or 'mock'
        if len(names) > 1 and names[1] not in ('()', '().'):
            first += '.'
        names[0] = first
        return ''.join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        text = '' if name in ('mock', 'mock.') else ' name=%r' % name
        spec = ''
        if self._spec_class is not None:
            spec = ' spec=%r' if not self._spec_set else ' spec_set=%r'
            spec = spec % self._spec_class.__name__
        return '<%s%s%s id=%r>' % (type(self).__name__, text, spec, str(id(self)))

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        extras = self._mock_methods or []
        own = [n for n in dir(type(self)) if not n.startswith('_')]
        children = [n for n, value in self._mock_children.items() if value is not _deleted]
        return sorted(set(list(extras) + own + [n for n in self.__dict__
                                                if not n.startswith('_')] + children))

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            name = kw.get('name') or '()'
            name = '()' if name == '()' else f'.{name}'
            raise AttributeError(self._extract_mock_name() + name)
        name = kw.get('_new_name')
        if name in self.__dict__.get('_spec_asyncs', ()):
            return AsyncMock(**kw)
        kind = type(self).__mro__[1]
        if issubclass(kind, MagicMock) and name in _ASYNC_MAGICS:
            return AsyncMock(**kw)
        if issubclass(kind, AsyncMock):
            klass = AsyncMock
            if name in _MAGICS and name not in _ASYNC_MAGICS or (
                    self._mock_methods and name in self._mock_methods):
                klass = MagicMock
        elif issubclass(kind, CallableMixin):
            klass = kind
        elif issubclass(kind, NonCallableMagicMock):
            klass = MagicMock
        else:
            klass = Mock
        return klass(**kw)

    # ---- assertions

    def _calls_repr(self, prefix='Calls'):
        return f'\n{prefix}: {self.mock_calls!r}.' if self.mock_calls else ''

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._mock_name or 'mock', args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action='call'):
        return 'expected %s not found.\nExpected: %s\n  Actual: %s' % (
            action, self._format_mock_call_signature(args, kwargs),
            self._format_mock_call_signature(*self.call_args[-2:]))

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_repr()))

    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % (
                self._mock_name or 'mock'))

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_repr()))

    def _call_matcher(self, which):
        signature = self.__dict__.get('_spec_signature')
        if signature is None or not isinstance(which, tuple):
            return which
        *_, args, kwargs = which
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return call(*bound.args, **bound.kwargs)

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError('expected call not found.\nExpected: %s\n  Actual: not called.' % (
                self._format_mock_call_signature(args, kwargs),))
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._mock_name or 'mock', self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._call_matcher(c) for c in calls]
        actual = _CallList(self._call_matcher(c) for c in self.mock_calls)
        if not any_order:
            if expected not in actual:
                raise AssertionError('Calls not found.\nExpected: %s%s' % (
                    _CallList(calls), self._calls_repr(prefix='  Actual').rstrip('.')))
            return
        rest = list(actual)
        missing = []
        for each in expected:
            try:
                rest.remove(each)
            except ValueError:
                missing.append(each)
        if missing:
            raise AssertionError('%r does not contain all of %r in its call list, found %r '
                                 'instead' % (self._mock_name or 'mock', tuple(missing), rest))

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = [self._call_matcher(c) for c in self.call_args_list]
        if expected not in actual:
            raise AssertionError('%s call not found' % (
                self._format_mock_call_signature(args, kwargs)))


NonCallableMock.__name__ = 'NonCallableMock'


def _adopt(parent, value, name, new_name):
    """A mock without a parent gets one: that records its calls."""
    if not isinstance(value, NonCallableMock):
        return False
    if (value._mock_name or value._mock_new_name or value._mock_parent is not None
            or value._mock_new_parent is not None):
        return name is not None and value._mock_parent is parent
    each = parent
    while each is not None:
        if each is value:
            return False
        each = each._mock_new_parent
    if new_name:
        value.__dict__['_mock_new_parent'] = parent
        value.__dict__['_mock_new_name'] = new_name
    if name:
        value.__dict__['_mock_parent'] = parent
        value.__dict__['_mock_name'] = name
    return True


def _bound(function):
    def method(self, /, *args, **kw):
        return function(self, *args, **kw)
    return method


class _MagicMethod:
    """A special method that is a mock."""

    def __init__(self, mock):
        self.mock = mock

    def __get__(self, obj, owner=None):
        return self.mock


class _SideEffects:
    def __init__(self, values):
        self.values = iter(values)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.values)


class CallableMixin(NonCallableMock):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name,
                         _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        signature = self.__dict__.get('_spec_signature')
        if signature is not None:
            signature.bind(*args, **kwargs)
        self._record(args, kwargs)
        return self._execute(args, kwargs)

    def _record(self, args, kwargs):
        d = self.__dict__
        d['_mock_called'] = True
        d['_mock_call_count'] += 1
        made = _Call((args, kwargs), two=True)
        d['_mock_call_args'] = made
        self.call_args_list.append(made)
        method_calls = self._mock_parent is not None
        method_name = self._mock_name
        name = self._mock_new_name
        is_call = name == '()'
        self.mock_calls.append(_Call(('', args, kwargs)))
        parent = self._mock_new_parent
        while parent is not None:
            if method_calls:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                method_calls = parent._mock_parent is not None
                if method_calls:
                    method_name = parent._mock_name + '.' + method_name
            parent.mock_calls.append(_Call((name, args, kwargs)))
            if parent._mock_new_name:
                dot = '' if is_call else '.'
                is_call = parent._mock_new_name == '()'
                name = parent._mock_new_name + dot + name
            parent = parent._mock_new_parent

    def _execute(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A mock: every attribute is one, every call is recorded."""


class _MagicMixin(NonCallableMock):
    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)
        self._set_magics()

    def _set_magics(self):
        cls = type(self)
        methods = self._mock_methods
        for name in _MAGICS:
            if name in _NOT_CONFIGURED and name not in _ASYNC_MAGICS:
                continue
            if methods is not None and name not in methods:
                continue
            if name in cls.__dict__:
                continue
            setattr(cls, name, _Magic(name))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        for name in _MAGICS:
            if (isinstance(type(self).__dict__.get(name), _Magic)
                    and self._mock_methods is not None and name not in self._mock_methods):
                delattr(type(self), name)
        self._set_magics()


class _Magic:
    """Makes the mock of a special method when it is first needed."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        name = self.name
        known = obj._mock_children.get(name)
        if known is not None:
            return known
        made = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
        obj._mock_children[name] = made
        if name in _MAGIC_VALUES:
            made.return_value = _MAGIC_VALUES[name]
        elif name in _MAGIC_DEFAULTS:
            made.return_value = _MAGIC_DEFAULTS[name](obj)
        elif name == '__eq__':
            made.side_effect = lambda other: (
                DEFAULT if made.__dict__['_mock_return_value'] is not DEFAULT
                else True if obj is other else NotImplemented)
        elif name == '__ne__':
            made.side_effect = lambda other: (
                DEFAULT if made.__dict__['_mock_return_value'] is not DEFAULT
                else False if obj is other else NotImplemented)
        elif name == '__iter__':
            def iterate():
                value = made.__dict__['_mock_return_value']
                return iter([]) if value is DEFAULT else iter(value)
            made.side_effect = iterate
        elif name == '__aiter__':
            async def elements(values):
                for value in values:
                    yield value

            def iterate_async():
                value = made.__dict__['_mock_return_value']
                return elements(() if value is DEFAULT else value)
            return iterate_async if made.__dict__['_mock_return_value'] is DEFAULT else \
                (lambda: elements(made.__dict__['_mock_return_value']))
        elif name == '__aexit__':
            made.return_value = False
        return made


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""


class MagicMock(_MagicMixin, Mock):
    """A mock that has the special methods too."""


class AsyncMock(MagicMock):
    """A mock whose calls give awaitables."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._clear_awaits()

    def _clear_awaits(self):
        self.__dict__['_mock_await_count'] = 0
        self.__dict__['_mock_await_args'] = None
        self.__dict__['_mock_await_args_list'] = _CallList()

    await_count = property(lambda self: self._mock_await_count)
    await_args = property(lambda self: self._mock_await_args)
    await_args_list = property(lambda self: self._mock_await_args_list)

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._clear_awaits()

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._execute_async(args, kwargs)

    async def _execute_async(self, args, kwargs):
        made = _Call((args, kwargs), two=True)
        self.__dict__['_mock_await_count'] += 1
        self.__dict__['_mock_await_args'] = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self.return_value

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(
                f'Expected {self._mock_name or "mock"} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._mock_name or "mock"} to have been awaited '
                                 f'once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'Expected await: {expected}\nNot awaited')
        if self.await_args != _Call((args, kwargs), two=True):
            raise AssertionError('expected await not found.\nExpected: %s\n  Actual: %s' % (
                self._format_mock_call_signature(args, kwargs),
                self._format_mock_call_signature(*self.await_args[-2:])))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._mock_name or "mock"} to have been awaited '
                                 f'once. Awaited {self.await_count} times.')
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in list(self.await_args_list):
            raise AssertionError('%s await not found' % (
                self._format_mock_call_signature(args, kwargs)))

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(f'Expected {self._mock_name or "mock"} to not have been '
                                 f'awaited. Awaited {self.await_count} times.')


class PropertyMock(Mock):
    """A mock to be used as a property of a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """No more attributes come into being."""
    mock.__dict__['_mock_sealed'] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *,
                    unsafe=False, **kwargs):
    """A mock with the attributes and signatures of an object."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_type = isinstance(spec, type)
    options = {'spec_set' if spec_set else 'spec': spec}
    if inspect.isdatadescriptor(spec):
        options = {}
    klass = MagicMock
    if not is_type and inspect.iscoroutinefunction(spec):
        klass = AsyncMock
    elif not callable(spec) or (is_type and instance and not hasattr(spec, '__call__')):
        klass = NonCallableMagicMock
    elif is_type and instance and '__call__' not in dir(spec):
        klass = NonCallableMagicMock
    if instance and is_type and not any('__call__' in c.__dict__ for c in spec.__mro__):
        klass = NonCallableMagicMock
    if inspect.isfunction(spec) or inspect.ismethod(spec) or inspect.isbuiltin(spec):
        return _autospec_function(spec, klass, _name, kwargs)
    mock = klass(parent=_parent, _new_parent=_parent, _new_name=_name or '', name=_name,
                 **options, **kwargs)
    if is_type and not instance:
        try:
            mock.__dict__['_spec_signature'] = inspect.signature(spec)
        except (TypeError, ValueError):
            pass
        if 'return_value' not in kwargs:
            mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()',
                                                _parent=mock)
    for entry in dir(spec):
        if _is_magic(entry):
            continue
        original = inspect.getattr_static(spec, entry, None)
        if isinstance(original, (staticmethod, classmethod)):
            function, skip = original.__func__, isinstance(original, classmethod)
        elif inspect.isfunction(original):
            function, skip = original, True
        else:
            continue
        child_class = AsyncMock if inspect.iscoroutinefunction(function) else MagicMock
        child = child_class(parent=mock, name=entry, _new_name=entry, _new_parent=mock)
        child.__dict__['_spec_signature'] = _signature(function, skip)
        mock._mock_children[entry] = child
    return mock


def _signature(function, skip_first):
    found = inspect.signature(function)
    if not skip_first:
        return found
    return found.replace(parameters=list(found.parameters.values())[1:])


def _autospec_function(spec, klass, name, kwargs):
    mock = klass(name=name or spec.__name__, **kwargs)
    try:
        signature = inspect.signature(spec)
    except ValueError:
        return mock
    mock.__dict__['_spec_signature'] = signature

    @wraps(spec)
    def function(*args, **kw):
        return mock(*args, **kw)

    for each in ('assert_called_with', 'assert_called_once_with', 'assert_has_calls',
                 'assert_any_call', 'assert_called', 'assert_not_called', 'assert_called_once',
                 'reset_mock'):
        setattr(function, each, getattr(mock, each))
    function.mock = mock
    return _FunctionMock(function, mock)


class _FunctionMock:
    """A function with the signature of another one, and a mock behind it."""

    def __init__(self, function, mock):
        self.__dict__['_function'] = function
        self.__dict__['mock'] = mock
        self.__dict__['__wrapped__'] = function.__wrapped__
        self.__dict__['__name__'] = function.__name__

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.mock, name)

    def __setattr__(self, name, value):
        setattr(self.mock, name, value)

    def __repr__(self):
        return repr(self._function)


def mock_open(mock=None, read_data=''):
    """A mock that stands for open()."""
    empty = read_data[:0]

    def lines():
        return read_data.splitlines(True)

    state = {}

    def reset():
        state['rest'] = iter(_chunks(read_data))
        state['text'] = read_data

    def read(*args):
        size = args[0] if args and args[0] is not None and args[0] >= 0 else None
        text = state['text']
        part = text if size is None else text[:size]
        state['text'] = text[len(part):]
        return part

    def readline(*args):
        text = state['text']
        newline = empty + ('\n' if isinstance(empty, str) else b'\n')
        end = text.find(newline) + 1 or len(text)
        state['text'] = text[end:]
        return text[:end]

    def readlines(*args):
        found = state['text'].splitlines(True)
        state['text'] = empty
        return found

    def iterate():
        while True:
            line = readline()
            if not line:
                return
            yield line

    import io
    if mock is None:
        mock = MagicMock(name='open', spec=open)
    handle = MagicMock(spec=list(dir(io.TextIOWrapper)) + list(dir(io.BytesIO)))
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    handle.read.return_value = handle.readline.return_value = handle.readlines.return_value = None
    handle.read.side_effect = read
    handle.readline.side_effect = readline
    handle.readlines.side_effect = readlines
    handle.__iter__.side_effect = iterate
    handle.__next__.side_effect = lambda: next(iterate())

    def opened(*args, **kwargs):
        reset()
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    reset()
    return mock


def _chunks(data):
    return data.splitlines(True)


# ---- patch -------------------------------------------------------------------------------------

def _importer(target):
    import pkgutil
    return pkgutil.resolve_name(target)


def _resolve(target):
    parts = target.split('.')
    found = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


def _get_target(target):
    try:
        target, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(
            f'Need a valid target to patch. You supplied: {target!r}') from None
    return partial(_resolve, target), attribute


class _patch:
    """Replaces an attribute for a time: a decorator and a context manager."""

    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                 kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create,
                      self.spec_set, self.autospec, self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [p.copy() for p in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            return self._decorate_class(func)
        if inspect.iscoroutinefunction(func):
            return self._decorate(func, True)
        return self._decorate(func, False)

    def _decorate_class(self, klass):
        for attr in dir(klass):
            if attr.startswith(patch.TEST_PREFIX) and hasattr(getattr(klass, attr), '__call__'):
                setattr(klass, attr, self.copy()(getattr(klass, attr)))
        return klass

    def _decorate(self, func, is_async):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @contextlib.contextmanager
        def entered(patchings, args, keywords):
            extra = []
            with contextlib.ExitStack() as stack:
                for patching in patchings:
                    arg = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        keywords.update(arg)
                    elif patching.new is DEFAULT:
                        extra.append(arg)
                yield args + tuple(extra), keywords

        if is_async:
            @wraps(func)
            async def patched(*args, **keywords):
                with entered(patched.patchings, args, keywords) as (newargs, newkeywords):
                    return await func(*newargs, **newkeywords)
        else:
            @wraps(func)
            def patched(*args, **keywords):
                with entered(patched.patchings, args, keywords) as (newargs, newkeywords):
                    return func(*newargs, **newkeywords)
        patched.patchings = [self]
        return patched

    def get_original(self):
        target = self.getter()
        name = self.attribute
        original = DEFAULT
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins
        if name in builtins.__dict__ and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError('%s does not have the attribute %r' % (target, name))
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        new, spec, spec_set, autospec = self.new, self.spec, self.spec_set, self.autospec
        kwargs = self.kwargs
        self.target = self.getter()
        original, local = self.get_original()
        if new is DEFAULT and autospec is None:
            inherit = False
            if spec is True:
                spec = original
                if spec_set is True:
                    spec_set, spec = original, None
            elif spec is not None and spec_set is True:
                spec_set, spec = spec, None
            elif spec_set is True:
                spec_set = original
            if spec is not None or spec_set is not None:
                inherit = isinstance(spec if spec is not None else spec_set, type)
            if self.new_callable is not None:
                klass = self.new_callable
            elif spec is None and _is_async(original):
                klass = AsyncMock
            else:
                klass = MagicMock
            options = {}
            if spec is not None:
                options['spec'] = spec
            if spec_set is not None:
                options['spec_set'] = spec_set
            if (isinstance(klass, type) and issubclass(klass, NonCallableMock)
                    and self.attribute):
                options['name'] = self.attribute
            options.update(kwargs)
            new = klass(**options)
            if inherit and isinstance(new, NonCallableMock) and callable(new):
                new.return_value = klass(**({**options, 'name': None}))
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and "
                                'new.')
            if autospec is True:
                autospec = original
            new = create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute,
                                  **kwargs)
        elif kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self.is_local = local
        self._exit_stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is not None:
                extra = {}
                if self.new is DEFAULT:
                    extra[self.attribute_name] = new
                for patching in self.additional_patchers:
                    arg = self._exit_stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        extra.update(arg)
                return extra
            return new
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        self.is_started = False
        return self._exit_stack.__exit__(*exc_info)

    def start(self):
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec,
                  new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    getter = partial(_resolve, target) if isinstance(target, str) else (lambda: target)
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    items = list(kwargs.items())
    attribute, new = items[0]
    patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
    patcher.attribute_name = attribute
    for attribute, new in items[1:]:
        other = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                       {})
        other.attribute_name = attribute
        patcher.additional_patchers.append(other)
    return patcher


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """Replaces what a dotted name stands for while a function or block runs."""
    getter, attribute = _get_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


class _patch_dict:
    """Changes a dictionary for a time."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            for attr in dir(f):
                value = getattr(f, attr)
                if attr.startswith(patch.TEST_PREFIX) and hasattr(value, '__call__'):
                    setattr(f, attr, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f
        if inspect.iscoroutinefunction(f):
            @wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear_dict(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]
        return target

    def __exit__(self, *args):
        if self._original is not None:
            _clear_dict(self.in_dict)
            try:
                self.in_dict.update(self._original)
            except AttributeError:
                for key in self._original:
                    self.in_dict[key] = self._original[key]
            self._original = None
        return False

    start = _patch.start
    stop = _patch.stop


def _clear_dict(target):
    try:
        target.clear()
    except AttributeError:
        for key in list(target):
            del target[key]


def _stopall():
    for each in reversed(list(_patch._active_patches)):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = 'test'
