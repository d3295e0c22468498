"""The parts of functools that are written in the language."""

from functools import update_wrapper
from types import MappingProxyType, MethodType


def _annotated_class(function):
    annotations = getattr(function, '__annotations__', {})
    names = [n for n in annotations if n != 'return']
    if not names:
        raise TypeError('Invalid first argument to `register()`: %r. Use either '
                        '`@register(some_class)` or plain `@register` on an annotated function.'
                        % (function,))
    cls = annotations[names[0]]
    if isinstance(cls, str):
        cls = eval(cls, function.__globals__)
    return names[0], cls


def singledispatch(func):
    """A function that looks at the class of its first argument."""
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                if base is not object:
                    return registry[base]
                break
        best = None
        for each in registry:
            if each is not object and issubclass(cls, each) \
                    and (best is None or issubclass(each, best)):
                best = each
        return registry[best if best is not None else object]

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            parts = getattr(cls, '__args__', None)
            if parts is not None and not hasattr(cls, '__annotations__'):
                return lambda f: register(cls, f)
            function = cls
            name, cls = _annotated_class(function)
            if not isinstance(cls, type) and not hasattr(cls, '__args__'):
                raise TypeError('Invalid annotation for %r. %r is not a class.' % (name, cls))
        for each in getattr(cls, '__args__', None) or (cls,):
            registry[each] = function
        return function

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % name_of_function)
        return dispatch(args[0].__class__)(*args, **kw)

    name_of_function = getattr(func, '__name__', 'singledispatch function')
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = lambda: None
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
        method.register = self.register
        update_wrapper(method, self.func)
        return method


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
            return self._unbound()
        return MethodType(self._unbound(), obj)

    def _unbound(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        return _method
