"""The parts of functools that are written in the language."""

from functools import update_wrapper
from types import MappingProxyType, MethodType


def _is_kind(cls):
    from types import UnionType
    if isinstance(cls, type):
        return True
    parts = getattr(cls, '__args__', ())
    is_union = isinstance(cls, UnionType) or str(getattr(cls, '__origin__', '')) == 'typing.Union'
    return is_union and all(isinstance(each, type) for each in parts)


def _is_union(cls):
    return not isinstance(cls, type)


def _annotated_class(function):
    annotations = getattr(function, '__annotations__', {})
    if not annotations:
        raise TypeError('Invalid first argument to `register()`: %r. Use either '
                        '`@register(some_class)` or plain `@register` on an annotated function.'
                        % (function,))
    from typing import get_type_hints
    name, cls = next(iter(get_type_hints(function).items()))
    if not _is_kind(cls):
        if _is_union(cls) and hasattr(cls, '__args__'):
            raise TypeError('Invalid annotation for %r. %r not all arguments are classes.'
                            % (name, cls))
        raise TypeError('Invalid annotation for %r. %r is not a class.' % (name, cls))
    return cls


def singledispatch(func):
    """A function that looks at the class of its first argument."""
    from abc import get_cache_token
    from weakref import WeakKeyDictionary
    registry = {object: func}
    found = WeakKeyDictionary()
    token = get_cache_token()  # another one when some class has been registered with an ABC

    def find(cls):
        kinds = [each for each in registry if issubclass(cls, each)]
        best = [each for each in kinds
                if not any(other is not each and issubclass(other, each)
                           and not issubclass(each, other) for other in kinds)]
        for base in cls.__mro__:
            if base in best:
                return registry[base]
        if len(best) > 1:
            raise RuntimeError('Ambiguous dispatch: {} or {}'.format(*best))
        return registry[best[0]]

    def dispatch(cls):
        nonlocal token
        now = get_cache_token()
        if token != now:
            found.clear()
            token = now
        known = found.get(cls)
        if known is None:
            known = registry.get(cls)
            if known is None:
                known = find(cls)
            found[cls] = known
        return known

    def register(cls, func=None):
        if _is_kind(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError('Invalid first argument to `register()`. %r is not a class or '
                                'union type.' % (cls,))
            func = cls
            cls = _annotated_class(func)
        for each in cls.__args__ if _is_union(cls) else (cls,):
            registry[each] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % name_of_function)
        return dispatch(args[0].__class__)(*args, **kw)

    name_of_function = getattr(func, '__name__', 'singledispatch function')
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """A method that looks at the class of its first argument."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **kwargs)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


class partialmethod:
    """A method with some of its arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(a) for a in self.args] + ['%s=%r' % i for i in self.keywords.items()]
        return 'functools.partialmethod(%s)' % ', '.join([repr(self.func)] + parts)

    def __get__(self, obj, cls=None):
        getter = getattr(self.func, '__get__', None)
        if getter is not None and not hasattr(self.func, '__code__'):
            from functools import partial
            bound = getter(obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)
        if obj is None:
            return self._make_unbound_method()
        return MethodType(self._make_unbound_method(), obj)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method
