"""Names for annotations. Nothing is checked."""

import collections as _collections
import operator as _operator
import sys as _sys
import types as _types
from abc import ABCMeta as _ABCMeta
from types import GenericAlias as _PlainAlias

TYPE_CHECKING = False


def _text(value):
    if isinstance(value, type) and not isinstance(value, _PlainAlias):
        if value.__module__ == 'builtins':
            return value.__qualname__
        return '%s.%s' % (value.__module__, value.__qualname__)
    if value is ...:
        return '...'
    if isinstance(value, list):
        return '[%s]' % ', '.join(_text(v) for v in value)
    if isinstance(value, _types.FunctionType):
        return value.__name__
    return repr(value)


def _converted(value):
    if value is None:
        return type(None)
    if isinstance(value, str):
        return ForwardRef(value)
    return value


def _parameters(arguments):
    found = []
    for each in arguments:
        if isinstance(each, (TypeVar, ParamSpec, TypeVarTuple)):
            if each not in found:
                found.append(each)
        elif isinstance(each, (list, tuple)):
            found.extend(p for p in _parameters(each) if p not in found)
        else:
            found.extend(p for p in getattr(each, '__parameters__', ()) if p not in found)
    return tuple(found)


class _Final:
    __slots__ = ()

    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError('Cannot subclass special typing classes')


class _SpecialForm(_Final, _root=True):
    """A name such as Any or Union."""

    def __init__(self, name, get=None):
        if not isinstance(name, str):
            name, get = name.__name__, name  # as a decorator
            self.__doc__ = get.__doc__
        self._name = name
        self._get = get

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __hash__(self):
        return hash(self._name)

    def __call__(self, *args, **kwargs):
        raise TypeError('Cannot instantiate %r' % (self,))

    def __getitem__(self, parameters):
        if self._get is None:
            raise TypeError('%r is not subscriptable' % (self,))
        return self._get(self, parameters)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, value):
        raise TypeError('%r cannot be used with isinstance()' % (self,))

    def __subclasscheck__(self, value):
        raise TypeError('%r cannot be used with issubclass()' % (self,))

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass %r' % (self,))


class _GenericAlias(_Final, _root=True):
    """Something with parameters in brackets."""

    def __init__(self, origin, args, *, name=None, inst=True):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters(self.__args__)
        self._name = name
        self._inst = inst
        if not name:
            self.__module__ = getattr(origin, '__module__', 'typing')

    def _like(self, args):
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __reduce__(self):
        args = self.__args__
        if self._name == 'Callable' and not (len(args) == 2
                                             and (args[0] is ... or isinstance(args[0], ParamSpec))):
            args = list(args[:-1]), args[-1]
        elif len(args) == 1 and args != ((),):
            args = args[0]
        elif not args and self._name == 'Tuple':
            args = ()
        origin = globals()[self._name] if self._name else self.__origin__
        return _operator.getitem, (origin, args)

    def __iter__(self):
        yield Unpack[self]

    def __getitem__(self, values):
        if not self.__parameters__:
            raise TypeError('%r is not a generic class' % (self,))
        if not isinstance(values, tuple):
            values = (values,)
        if len(values) != len(self.__parameters__) \
                and not any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in self.__parameters__):
            raise TypeError('Too %s arguments for %r; actual %d, expected %d' % (
                'many' if len(values) > len(self.__parameters__) else 'few', self, len(values),
                len(self.__parameters__)))
        table = dict(zip(self.__parameters__, map(_converted, values)))
        args = []
        for each in self.__args__:
            new = _replaced(each, table)
            if self._name == 'Callable' and isinstance(each, ParamSpec) and isinstance(new, list):
                args.extend(map(_converted, new))
            else:
                args.append(new)
        if self.__origin__ is Union:
            return Union[tuple(args)]
        return self._like(tuple(args))

    def __call__(self, *args, **kwargs):
        if not self._inst or self._name and not isinstance(self.__origin__, type):
            raise TypeError('Type %s cannot be instantiated; use %s() instead'
                            % (self._name, getattr(self.__origin__, '__name__', self._name)))
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError('Cannot subclass %r' % (self,))
        if self._name:
            entries = [self.__origin__] if self.__origin__ not in bases else []
            if self.__parameters__ or True:
                if not any(b is Generic or isinstance(b, type) and issubclass(b, Generic)
                           or isinstance(b, _GenericAlias) and b is not self
                           for b in bases):
                    entries.append(Generic)
            return tuple(entries)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _GenericAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __repr__(self):
        origin = self.__origin__
        args = self.__args__
        if origin is Union:
            if len(args) == 2 and type(None) in args:
                other = args[0] if args[1] is type(None) else args[1]
                return 'typing.Optional[%s]' % _text(other)
            return 'typing.Union[%s]' % ', '.join(map(_text, args))
        if origin is Unpack:
            return '*' + repr(args[0])
        if origin is Literal:
            return 'typing.Literal[%s]' % ', '.join(map(_text, args))
        if self._name == 'Callable':
            if len(args) == 2 and args[0] is ...:
                return 'typing.Callable[..., %s]' % _text(args[1])
            if len(args) == 2 and isinstance(args[0], ParamSpec):
                return 'typing.Callable[%s, %s]' % (args[0], _text(args[1]))
            return 'typing.Callable[[%s], %s]' % (', '.join(map(_text, args[:-1])),
                                                  _text(args[-1]))
        if self._name == 'Annotated':
            return 'typing.Annotated[%s, %s]' % (_text(origin), ', '.join(
                map(repr, self.__metadata__)))
        name = 'typing.' + self._name if self._name else _text(origin)
        return '%s[%s]' % (name, ', '.join(map(_text, args)) or '()')

    def __eq__(self, other):
        if isinstance(other, _types.UnionType) and self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__origin__ is Literal and other.__origin__ is Literal:
            return _kinds(self.__args__) == _kinds(other.__args__)
        if self.__origin__ is Union:
            return self.__origin__ is other.__origin__ and set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        if self.__origin__ is Literal:
            return hash(frozenset(_kinds(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, value):
        return self.__subclasscheck__(type(value))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


def _kinds(values):
    return {(type(value), value) for value in values}


def _replaced(value, table):
    if isinstance(value, (TypeVar, ParamSpec, TypeVarTuple)):
        return table.get(value, value)
    if isinstance(value, list):
        return [_replaced(v, table) for v in value]
    if getattr(value, '__parameters__', ()) and isinstance(value, _GenericAlias):
        return value[tuple(table.get(p, p) for p in value.__parameters__)]
    return value


class _Named(_Final, _root=True):
    """List, Dict ...: another name of a class that takes parameters."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count
        self._name = name

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self._name == 'Tuple' and parameters == ((),):
            return _GenericAlias(tuple, (), name='Tuple', inst=False)
        parameters = tuple(map(_converted, parameters))
        if self._count >= 0 and len(parameters) != self._count:
            raise TypeError('Too %s arguments for %r; actual %d, expected %d' % (
                'many' if len(parameters) > self._count else 'few', self, len(parameters),
                self._count))
        is_made = self._name in ('DefaultDict', 'OrderedDict', 'Counter', 'ChainMap', 'Deque')
        return _GenericAlias(self.__origin__, parameters, name=self._name, inst=is_made)

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        if self._name in ('DefaultDict', 'OrderedDict', 'Counter', 'ChainMap', 'Deque'):
            return self.__origin__(*args, **kwargs)
        raise TypeError('Type %s cannot be instantiated; use %s() instead'
                        % (self._name, self.__origin__.__name__))

    def __instancecheck__(self, value):
        return isinstance(value, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        if any(isinstance(b, type) and issubclass(b, Generic) for b in bases):
            return (self.__origin__,)
        return (self.__origin__, Generic)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)


class _CallableName(_Named, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = parameters
        if isinstance(args, list):
            args = tuple(map(_converted, args))
        elif args is ... or isinstance(args, (ParamSpec, _GenericAlias)):
            args = (args,)
        else:
            raise TypeError('Callable[args, result]: args must be a list. Got %r' % (args,))
        return _GenericAlias(self.__origin__, args + (_converted(result),), name='Callable', inst=False)


def _get_union(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for each in map(_converted, parameters):
        if isinstance(each, _GenericAlias) and each.__origin__ is Union:
            parts = each.__args__
        elif isinstance(each, _types.UnionType):
            parts = each.__args__
        else:
            parts = (each,)
        flat.extend(p for p in parts if p not in flat)
    if len(flat) == 1:
        return flat[0]
    return _GenericAlias(Union, tuple(flat), name='Union', inst=False)


def _get_optional(self, parameter):
    if isinstance(parameter, tuple):
        raise TypeError('typing.Optional requires a single type. Got %.100r.' % (parameter,))
    return Union[parameter, type(None)]


def _get_literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for each in parameters:
        if isinstance(each, _GenericAlias) and each.__origin__ is Literal:
            flat.extend(each.__args__)
        else:
            flat.append(each)
    kept = []
    for each in flat:
        if not any(k == each and type(k) is type(each) for k in kept):
            kept.append(each)
    return _GenericAlias(Literal, tuple(kept), name='Literal', inst=False)


def _get_one(self, parameter):
    if isinstance(parameter, tuple):
        raise TypeError('%r accepts only %ssingle type. Got %.100r.' % (
            self, 'a ' if self._name in ('Required', 'NotRequired') else '', parameter))
    return _GenericAlias(self, (_converted(parameter),), name=self._name, inst=False)


def _get_many(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _GenericAlias(self, tuple(map(_converted, parameters)), name=self._name, inst=False)


class _AnyMeta(type):
    def __instancecheck__(self, value):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(value)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
ClassVar = _SpecialForm('ClassVar', _get_one)
Final = _SpecialForm('Final', _get_one)
Union = _SpecialForm('Union', _get_union)
Optional = _SpecialForm('Optional', _get_optional)
Literal = _SpecialForm('Literal', _get_literal)
Concatenate = _SpecialForm('Concatenate', _get_many)
TypeAlias = _SpecialForm('TypeAlias')
TypeGuard = _SpecialForm('TypeGuard', _get_one)
Required = _SpecialForm('Required', _get_one)
NotRequired = _SpecialForm('NotRequired', _get_one)
Unpack = _SpecialForm('Unpack', _get_one)


class ForwardRef(_Final, _root=True):
    """An annotation that is still text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError('Forward reference must be a string -- got %r' % (arg,))
        try:
            self.__forward_code__ = compile(arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError('Forward reference must be an expression -- got %r' % (arg,)) from None
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return 'ForwardRef(%r)' % (self.__forward_arg__,)


def _caller_module():
    try:
        return _sys._getframe(2).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return '__main__'


class _Variable(_Final, _root=True):
    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of %s' % type(self).__name__)

    def __reduce__(self):
        return self.__name__


class TypeVar(_Variable, _root=True):
    """A type that is not known yet."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = tuple(map(_converted, constraints))
        self.__bound__ = None if bound is None else _converted(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__module__ = _caller_module()


class TypeVarTuple(_Variable, _root=True):
    """Any number of types."""

    def __init__(self, name):
        self.__name__ = name
        self.__module__ = _caller_module()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ParamSpec(_Variable, _root=True):
    """The parameters of a function."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__module__ = _caller_module()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs(_Final, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return '%s.args' % self.__origin__.__name__


class ParamSpecKwargs(_Final, _root=True):
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return '%s.kwargs' % self.__origin__.__name__


class Generic:
    """A class with parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        parameters = tuple(map(_converted, parameters))
        if cls in (Generic, Protocol):
            if not parameters:
                raise TypeError('Parameter list to %s[...] cannot be empty' % cls.__qualname__)
            if not all(isinstance(p, (TypeVar, ParamSpec, TypeVarTuple))
                       or isinstance(p, _GenericAlias) and p.__origin__ is Unpack for p in parameters):
                raise TypeError('Parameters to %s[...] must all be type variables or parameter '
                                'specification variables.' % cls.__name__)
            if len(set(parameters)) != len(parameters):
                raise TypeError('Parameters to %s[...] must all be unique' % cls.__name__)
        else:
            wanted = getattr(cls, '__parameters__', ())
            if not wanted:
                raise TypeError('%r is not a generic class' % (cls,))
            if len(wanted) != len(parameters) \
                    and not any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in wanted):
                raise TypeError('Too %s arguments for %r; actual %d, expected %d' % (
                    'many' if len(parameters) > len(wanted) else 'few', cls, len(parameters),
                    len(wanted)))
        return _GenericAlias(cls, parameters)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        variables = ()
        for base in cls.__dict__.get('__orig_bases__', ()):
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                variables = base.__parameters__
                break
        else:
            variables = _parameters(cls.__dict__.get('__orig_bases__', ()))
        cls.__parameters__ = tuple(variables)


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, value):
        if cls.__dict__.get('_is_protocol') and not cls.__dict__.get('_is_runtime_protocol') \
                and cls is not Protocol:
            raise TypeError('Instance and class checks can only be used with @runtime_checkable '
                            'protocols')
        if super().__instancecheck__(value):
            return True
        if cls.__dict__.get('_is_protocol'):
            return all(hasattr(value, name) and (not callable(getattr(cls, name, None))
                                                 or getattr(value, name) is not None)
                       for name in _protocol_names(cls))
        return False

    def __subclasscheck__(cls, other):
        if cls.__dict__.get('_is_protocol') and cls is not Protocol:
            if not cls.__dict__.get('_is_runtime_protocol'):
                raise TypeError('Instance and class checks can only be used with '
                                '@runtime_checkable protocols')
            if all(any(name in base.__dict__ for base in other.__mro__)
                   for name in _protocol_names(cls)):
                return True
        return super().__subclasscheck__(other)


_NO_PROTOCOL_NAMES = frozenset((
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__',
    '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__qualname__', '__hash__', '__init_subclass__', '_abc_impl', '__match_args__'))


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', ())):
            if not name.startswith('_abc_') and name not in _NO_PROTOCOL_NAMES:
                names.add(name)
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    """What a value can do, whatever its class."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            type(self).__init__ = init
            init(self, *args, **kwargs)
            return


def runtime_checkable(cls):
    """Lets isinstance ask for a protocol."""
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def _like(self, args):
        return Annotated[(args[0],) + self.__metadata__]

    def __reduce__(self):
        return _operator.getitem, (Annotated, (self.__origin__,) + self.__metadata__)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return 'Annotated'
        return super().__getattr__(name)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class Annotated:
    """A type with more about it."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError('Cannot subclass %s.Annotated' % cls.__module__)

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple) or len(parameters) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments (a type and '
                            'an annotation).')
        origin, metadata = _converted(parameters[0]), parameters[1:]
        if isinstance(origin, _AnnotatedAlias):
            return _AnnotatedAlias(origin.__origin__, origin.__metadata__ + metadata)
        return _AnnotatedAlias(origin, metadata)


def _make_names():
    import collections.abc as abc
    import contextlib
    import re
    names = globals()
    for name, origin, count in (
            ('List', list, 1), ('Dict', dict, 2), ('Set', set, 1), ('FrozenSet', frozenset, 1),
            ('Tuple', tuple, -1), ('Type', type, 1), ('Deque', _collections.deque, 1),
            ('DefaultDict', _collections.defaultdict, 2),
            ('OrderedDict', _collections.OrderedDict, 2), ('Counter', _collections.Counter, 1),
            ('ChainMap', _collections.ChainMap, 2), ('Awaitable', abc.Awaitable, 1),
            ('Coroutine', abc.Coroutine, 3), ('AsyncIterable', abc.AsyncIterable, 1),
            ('AsyncIterator', abc.AsyncIterator, 1), ('AsyncGenerator', abc.AsyncGenerator, 2),
            ('Iterable', abc.Iterable, 1), ('Iterator', abc.Iterator, 1),
            ('Generator', abc.Generator, 3), ('Reversible', abc.Reversible, 1),
            ('Container', abc.Container, 1), ('Collection', abc.Collection, 1),
            ('AbstractSet', abc.Set, 1), ('MutableSet', abc.MutableSet, 1),
            ('Mapping', abc.Mapping, 2), ('MutableMapping', abc.MutableMapping, 2),
            ('Sequence', abc.Sequence, 1), ('MutableSequence', abc.MutableSequence, 1),
            ('MappingView', abc.MappingView, 1), ('KeysView', abc.KeysView, 1),
            ('ItemsView', abc.ItemsView, 2), ('ValuesView', abc.ValuesView, 1),
            ('Hashable', abc.Hashable, 0), ('Sized', abc.Sized, 0),
            ('ByteString', abc.ByteString, 0), ('Pattern', re.Pattern, 1),
            ('Match', re.Match, 1)):
        names[name] = _Named(origin, count, name)
    for name in ('AbstractContextManager', 'AbstractAsyncContextManager'):
        if hasattr(contextlib, name):
            names[name[8:]] = _Named(getattr(contextlib, name), 1, name[8:])
    names['Callable'] = _CallableName(abc.Callable, 2, 'Callable')


_make_names()
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
AnyStr = TypeVar('AnyStr', bytes, str)
Text = str


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    __slots__ = ()

    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    __slots__ = ()

    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    """A file."""


class BinaryIO(IO[bytes]):
    """A file of bytes."""


class TextIO(IO[str]):
    """A file of text."""


def NewType(name, tp):
    """A name for a type."""
    return _NewType(name, tp)


class _NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = _sys._getframe(2).f_globals.get('__name__', '__main__')

    def __call__(self, value):
        return value

    def __repr__(self):
        return '%s.%s' % (self.__module__, self.__qualname__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        annotations = namespace.get('__annotations__', {})
        defaults = []
        for field in annotations:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                raise TypeError('Non-default namedtuple field %s cannot follow default field%s %s'
                                % (field, 's' if len(defaults) > 1 else '', ', '.join(defaults)))
        made = _collections.namedtuple(name, list(annotations),
                                       defaults=[namespace[n] for n in defaults],
                                       module=namespace['__module__'])
        made.__annotations__ = {k: _converted(v) for k, v in annotations.items()}
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                       '_field_defaults', '_field_types', '_make', '_replace', '_asdict',
                       '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__name__', '__module__', '__annotations__', '__orig_bases__',
                           '__qualname__') and key not in made._fields:
                setattr(made, key, value)
        if '__qualname__' in namespace:
            made.__qualname__ = namespace['__qualname__']
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A tuple whose items have names and types."""
    if fields is None:
        fields = kwargs.items()
    fields = [(n, _converted(t)) for n, t in fields]
    made = _collections.namedtuple(typename, [n for n, _ in fields], module=_caller_module())
    made.__annotations__ = dict(fields)
    return made


_named_tuple_base = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _NamedTupleMaker:
    __name__ = __qualname__ = 'NamedTuple'

    def __init__(self, function):
        self._function = function

    def __call__(self, typename, fields=None, /, **kwargs):
        return self._function(typename, fields, **kwargs)

    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTupleMaker(NamedTuple)


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        made = type.__new__(metacls, name, (dict,), dict(namespace))
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= getattr(base, '__required_keys__', set())
            optional |= getattr(base, '__optional_keys__', set())
        own = {k: _converted(v) for k, v in namespace.get('__annotations__', {}).items()}
        annotations.update(own)
        for key, value in own.items():
            origin = getattr(value, '__origin__', None)
            if origin is Required or origin is not NotRequired and total:
                required.add(key)
            else:
                optional.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, value):
        raise TypeError('TypedDict does not support instance and class checks')

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')


_typed_dict_base = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class _TypedDictMaker:
    __name__ = __qualname__ = 'TypedDict'

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        namespace = {'__annotations__': dict(kwargs if fields is None else fields),
                     '__module__': _caller_module()}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __repr__(self):
        return '<function TypedDict>'


TypedDict = _TypedDictMaker()


def cast(typ, val):
    """The value."""
    return val


_overloads = {}


def overload(func):
    """A signature without a body."""
    plain = getattr(func, '__func__', func)
    try:
        line = plain.__code__.co_firstlineno
        _overloads.setdefault((plain.__module__, plain.__qualname__), {})[line] = func
    except AttributeError:
        pass  # of other callables nothing is remembered
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of '
                              '@overload-decorated functions outside a stub module should always '
                              'be followed by an implementation that is not @overload-ed.')


def get_overloads(func):
    """The signatures that overload() has seen of a function."""
    plain = getattr(func, '__func__', func)
    return list(_overloads.get((plain.__module__, plain.__qualname__), {}).values())


def clear_overloads():
    """Forgets what overload() has seen."""
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """The annotations of a function, or of the functions of a class, are no types."""
    if isinstance(arg, type):
        for name in dir(arg):
            each = getattr(arg, name)
            if getattr(each, '__module__', None) != arg.__module__ \
                    or getattr(each, '__qualname__', None) != '%s.%s' % (arg.__qualname__, name):
                continue
            if isinstance(each, _types.FunctionType):
                each.__no_type_check__ = True
            elif isinstance(each, _types.MethodType):
                each.__func__.__no_type_check__ = True
            elif isinstance(each, type):
                no_type_check(each)
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def no_type_check_decorator(decorator):
    return decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        field_specifiers=(), **kwargs):
    """Says that a decorator or a base class makes data classes."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default,
            'kw_only_default': kw_only_default, 'field_specifiers': field_specifiers,
            'kwargs': kwargs}
        return cls_or_fn
    return decorator


def reveal_type(obj, /):
    print('Runtime type is %r' % type(obj).__name__, file=_sys.stderr)
    return obj


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError('Expected code to be unreachable, but got: %r' % (arg,))


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    """What stands before the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _PlainAlias, _Named)):
        return tp.__origin__
    if isinstance(tp, _types.UnionType):
        return _types.UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """What stands in the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _GenericAlias):
        if tp._name == 'Callable' and not (len(tp.__args__) == 2 and tp.__args__[0] is ...):
            return list(tp.__args__[:-1]), tp.__args__[-1]
        return tp.__args__
    if isinstance(tp, _PlainAlias):
        import collections.abc
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
            return list(args[:-1]), args[-1]
        return args
    if isinstance(tp, _types.UnionType):
        return tp.__args__
    return ()


def _evaluated(value, globalns, localns, include_extras):
    if isinstance(value, str):
        value = ForwardRef(value)
    if value is None:
        return type(None)
    if isinstance(value, ForwardRef):
        return _evaluated(eval(value.__forward_arg__, globalns, localns), globalns, localns,
                          include_extras)
    if isinstance(value, _AnnotatedAlias):
        inner = _evaluated(value.__origin__, globalns, localns, include_extras)
        return _AnnotatedAlias(inner, value.__metadata__) if include_extras else inner
    if isinstance(value, _GenericAlias):
        if value.__origin__ is Literal:
            return value
        if value.__origin__ in (Required, NotRequired) and not include_extras:
            return _evaluated(value.__args__[0], globalns, localns, include_extras)
        args = tuple(_evaluated(a, globalns, localns, include_extras) if a is not ... else a
                     for a in value.__args__)
        if value.__origin__ is Union:
            return Union[args]
        return value._like(args)
    if isinstance(value, _PlainAlias):
        return _PlainAlias(value.__origin__, tuple(
            _evaluated(a, globalns, localns, include_extras) if a is not ... else a
            for a in value.__args__))
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with text evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            module = _sys.modules.get(base.__module__)
            space = globalns if globalns is not None else getattr(module, '__dict__', {})
            local = dict(vars(base)) if localns is None else localns
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _evaluated(value, dict(space), local, include_extras)
        return hints
    if globalns is None:
        target = obj
        while hasattr(target, '__wrapped__'):
            target = target.__wrapped__
        globalns = getattr(target, '__globals__', None)
        if globalns is None:
            globalns = getattr(obj, '__dict__', {})
    hints = getattr(obj, '__annotations__', None)
    if hints is None:
        raise TypeError('%r is not a module, class, method, or function.' % (obj,))
    return {name: _evaluated(value, dict(globalns), localns, include_extras)
            for name, value in hints.items()}


__all__ = [name for name in globals() if name[0] != '_' and name not in ('T', 'KT', 'VT')]


# ---- what other libraries use, though it is not public -----------------------------------------


def _tp_cache(func=None, /, *, typed=False):
    """Remembers results for arguments that can be hashed."""

    def decorator(function):
        import functools
        cached = functools.lru_cache(typed=typed)(function)

        @functools.wraps(function)
        def inner(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:
                return function(*args, **kwds)  # some of them cannot, or it raises once more
        return inner

    return decorator if func is None else decorator(func)


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The type that an argument stands for; TypeError if it is none."""
    arg = _converted(arg)
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError('Plain %r is not valid as type argument' % (arg,))
    if type(arg) is tuple:
        raise TypeError('%s Got %.100r.' % (msg, arg))
    return arg


def _check_generic(cls, parameters, elen):
    """TypeError if a generic class gets another number of parameters."""
    if not elen:
        raise TypeError('%r is not a generic class' % (cls,))
    if len(parameters) != elen:
        raise TypeError('Too %s arguments for %r; actual %d, expected %d' % (
            'many' if len(parameters) > elen else 'few', cls, len(parameters), elen))


_type_repr = _text
_collect_parameters = _parameters
_ConcatenateGenericAlias = type(Concatenate[int, ParamSpec('P')])
