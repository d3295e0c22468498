"""Weak references. An object vanishes from them when the collector of the JVM has found that
nothing else refers to it: gc.collect() makes it look."""
from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref
from collections.abc import MutableMapping, MutableSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary',
           'ReferenceType', 'ProxyType', 'CallableProxyType', 'ProxyTypes',
           'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']


_new = object.__new__
_set = object.__setattr__
_get = object.__getattribute__


def _alive(proxy):
    object = _get(proxy, '_weakref_of')()
    if object is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return object


def _plain(value):
    return _alive(value) if type(value) in ProxyTypes else value


def _unary(function):
    return lambda self: function(_alive(self))


def _binary(function):
    return lambda self, other: function(_alive(self), _plain(other))


def _reflected(function):
    return lambda self, other: function(_plain(other), _alive(self))


def _power(self, other, modulus=None, /):
    return pow(_alive(self), _plain(other), _plain(modulus))


def _set_item(self, key, value, /):
    _alive(self)[key] = value


def _delete_item(self, key, /):
    del _alive(self)[key]


def _contains(self, value, /):
    return _plain(value) in _alive(self)


def _next(self, /):
    object = _alive(self)
    if not hasattr(type(object), '__next__'):
        raise TypeError('Weakref proxy referenced a non-iterator '
                        f'{type(object).__name__!r} object')
    return next(object)


def _refuse(kind, *args, **kwargs):
    raise TypeError(f"cannot create 'weakref.{kind.__name__}' instances")


def _proxy_methods():
    """What proxies do with the object itself: the operators, so that errors speak of it."""
    import operator
    methods = {'__slots__': ('_weakref_of',), '__module__': 'weakref', '__hash__': None,
               '__new__': _refuse, '__pow__': _power, '__setitem__': _set_item,
               '__delitem__': _delete_item, '__contains__': _contains, '__next__': _next,
               '__divmod__': _binary(divmod), '__rdivmod__': _reflected(divmod),
               '__rpow__': _reflected(pow), '__ipow__': _binary(operator.ipow),
               '__getitem__': _binary(operator.getitem), '__iter__': _unary(iter),
               '__int__': _unary(int), '__float__': _unary(float), '__len__': _unary(len),
               '__bool__': _unary(bool), '__str__': _unary(str), '__dir__': _unary(dir)}
    for name in 'add sub mul matmul truediv floordiv mod lshift rshift and xor or'.split():
        function = getattr(operator, f'__{name}__')
        methods[f'__{name}__'] = _binary(function)
        methods[f'__r{name}__'] = _reflected(function)
        methods[f'__i{name}__'] = _binary(getattr(operator, f'__i{name}__'))
    for name in 'lt le eq ne gt ge'.split():
        methods[f'__{name}__'] = _binary(getattr(operator, name))
    for name in 'neg pos abs invert index'.split():
        methods[f'__{name}__'] = _unary(getattr(operator, f'__{name}__'))

    def __getattribute__(self, name):
        if name == '__class__':
            return _alive(self).__class__
        return getattr(_alive(self), name)

    def __setattr__(self, name, value):
        setattr(_alive(self), name, value)

    def __delattr__(self, name):
        delattr(_alive(self), name)

    def __repr__(self):
        object = _get(self, '_weakref_of')()
        return (f'<weakproxy at {hex(id(self))} to {type(object).__name__} '
                f'at {hex(id(object))}>')

    methods.update(__getattribute__=__getattribute__, __setattr__=__setattr__,
                   __delattr__=__delattr__, __repr__=__repr__)
    return methods


def _bytes(self, /):
    return _alive(self).__bytes__()


def _reversed(self, /):
    return _alive(self).__reversed__()


def _call(self, /, *args, **kwargs):
    return _alive(self)(*args, **kwargs)


ProxyType = type('ProxyType', (), {**_proxy_methods(), '__bytes__': _bytes,
                                   '__reversed__': _reversed})
CallableProxyType = type('CallableProxyType', (), {**_proxy_methods(), '__call__': _call,
                                                   '__reversed__': None})
ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    kind = CallableProxyType if callable(object) else ProxyType
    made = _new(kind)
    _set(made, '_weakref_of', ref(object) if callback is None else ref(object, callback))
    return made


class WeakMethod(ref):
    """A weak reference to a bound method, which lives as long as its object."""

    def __new__(cls, meth, callback=None):
        try:
            object, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self = ref.__new__(cls, object) if callback is None else ref.__new__(cls, object, callback)
        self._function = ref(function)
        self._kind = type(meth)
        return self

    def __call__(self):
        object, function = super().__call__(), self._function()
        if object is None or function is None:
            return None
        return self._kind(function, object)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        mine, its = self(), other()
        return self is other if mine is None or its is None else mine == its

    __hash__ = ref.__hash__


class KeyedRef(ref):
    def __new__(cls, object, callback, key):
        self = ref.__new__(cls, object, callback)
        self.key = key
        return self


class _WeakMapping(MutableMapping):
    """What holds for both dictionaries that forget."""

    def __or__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        made = self.__class__()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakMapping):
    def __init__(self, other=(), /, **kw):
        self._refs = {}
        self.update(other, **kw)

    def _living(self):
        refs = self._refs
        dead = [key for key, each in refs.items() if each() is None]
        for key in dead:
            del refs[key]
        return refs

    def __getitem__(self, key):
        value = self._refs[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._refs[key] = ref(value)

    def __delitem__(self, key):
        del self._refs[key]

    def __contains__(self, key):
        found = self._refs.get(key)
        return found is not None and found() is not None

    def __len__(self):
        return len(self._living())

    def __iter__(self):
        return iter(list(self._living()))

    keys = __iter__

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def values(self):
        for each in list(self._living().values()):
            value = each()
            if value is not None:
                yield value

    def items(self):
        for key, each in list(self._living().items()):
            value = each()
            if value is not None:
                yield key, value

    def valuerefs(self):
        return list(self._living().values())

    itervaluerefs = valuerefs

    def get(self, key, default=None):
        found = self._refs.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def pop(self, key, *args):
        found = self._refs.pop(key, None)
        value = None if found is None else found()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, found = self._refs.popitem()
            value = found()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def copy(self):
        made = self.__class__()
        made.update(self.items())
        return made

    __copy__ = copy

    def update(self, other=(), /, **kw):
        for key, value in dict(other.items() if hasattr(other, 'items') else other, **kw).items():
            self[key] = value


class WeakKeyDictionary(_WeakMapping):
    def __init__(self, dict=None):
        self._values = {}
        if dict is not None:
            self.update(dict)

    def _living(self):
        values = self._values
        dead = [each for each in values if each() is None]
        for each in dead:
            del values[each]
        return values

    def __getitem__(self, key):
        return self._values[ref(key)]

    def __setitem__(self, key, value):
        self._values[ref(key)] = value

    def __delitem__(self, key):
        del self._values[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self._values
        except TypeError:
            return False

    def __len__(self):
        return len(self._living())

    def __iter__(self):
        for each in list(self._living()):
            key = each()
            if key is not None:
                yield key

    keys = __iter__

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def values(self):
        for each, value in list(self._living().items()):
            if each() is not None:
                yield value

    def items(self):
        for each, value in list(self._living().items()):
            key = each()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self._living())

    def get(self, key, default=None):
        return self._values.get(ref(key), default)

    def pop(self, key, *args):
        return self._values.pop(ref(key), *args)

    def popitem(self):
        while True:
            each, value = self._values.popitem()
            key = each()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self._values.setdefault(ref(key), default)

    def copy(self):
        made = self.__class__()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy

    def update(self, other=(), /, **kw):
        for key, value in (other.items() if hasattr(other, 'items') else other):
            self[key] = value


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self._refs = set()
        if data is not None:
            self.update(data)

    def _living(self):
        self._refs -= {each for each in self._refs if each() is None}
        return self._refs

    def __iter__(self):
        for each in list(self._living()):
            item = each()
            if item is not None:
                yield item

    def __len__(self):
        return len(self._living())

    def __contains__(self, item):
        try:
            return ref(item) in self._refs
        except TypeError:
            return False

    def __repr__(self):
        return repr(set(self))

    def add(self, item):
        self._refs.add(ref(item))

    def discard(self, item):
        self._refs.discard(ref(item))

    def remove(self, item):
        self._refs.remove(ref(item))

    def clear(self):
        self._refs.clear()

    def pop(self):
        while self._refs:
            item = self._refs.pop()()
            if item is not None:
                return item
        raise KeyError('pop from empty WeakSet')

    def copy(self):
        return self.__class__(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def _result(self, items):
        return self.__class__(items)

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def difference(self, other):
        other = set(other)
        return self._result(item for item in self if item not in other)

    __sub__ = difference

    def intersection(self, other):
        other = set(other)
        return self._result(item for item in self if item in other)

    __and__ = intersection

    def symmetric_difference(self, other):
        return self._result(set(self) ^ set(other))

    __xor__ = symmetric_difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        self._refs = self.intersection(other)._refs

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def issubset(self, other):
        return set(self) <= set(other)

    __le__ = issubset

    def __lt__(self, other):
        return set(self) < set(other)

    def issuperset(self, other):
        return set(self) >= set(other)

    __ge__ = issuperset

    def __gt__(self, other):
        return set(self) > set(other)

    def isdisjoint(self, other):
        return not set(self) & set(other)


class finalize:
    """Calls a function when an object has vanished, or at the end of the program."""

    __slots__ = ()
    _registry = {}
    _registered = False

    class _Info:
        __slots__ = ('ref', 'func', 'args', 'kwargs', 'atexit')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            import atexit
            atexit.register(finalize._at_exit)
            finalize._registered = True
        info = finalize._Info()
        info.ref = ref(obj, self)
        info.func, info.args, info.kwargs, info.atexit = func, args, kwargs, True
        finalize._registry[self] = info

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info is not None:
            return info.func(*info.args, **info.kwargs)

    def detach(self):
        info = finalize._registry.get(self)
        obj = info and info.ref()
        if obj is not None and finalize._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs

    def peek(self):
        info = finalize._registry.get(self)
        obj = info and info.ref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.ref()
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return (f'<{type(self).__name__} object at {id(self):#x}; for '
                f'{type(obj).__name__!r} at {id(obj):#x}>')

    @classmethod
    def _at_exit(cls):
        while True:
            waiting = [each for each, info in cls._registry.items() if info.atexit]
            if not waiting:
                return
            try:
                waiting[-1]()
            except Exception:
                import sys
                sys.excepthook(*sys.exc_info())
