"""Small helpers of the package."""

import functools

_NONE = object()


class Lazy:
    """An attribute that is computed at its first use."""

    def __init__(self, func):
        self.data = (func, func.__name__)
        functools.update_wrapper(self, func)

    def __get__(self, inst, class_):
        if inst is None:
            return self
        func, name = self.data
        value = func(inst)
        inst.__dict__[name] = value
        return value


class LazyOnClass:
    """An attribute of a class that is computed at its first use."""

    @classmethod
    def lazy(cls, cls_dict, func):
        cls_dict[func.__name__] = cls(func)

    def __init__(self, func, name=None):
        self.name = name or func.__name__
        self.func = func

    def __get__(self, inst, klass):
        if inst is None:
            return self
        value = self.func(inst)
        setattr(klass, self.name, value)
        return value


class readproperty:
    """An attribute that is computed unless the object has one of its own."""

    def __init__(self, func):
        self.func = func
        functools.update_wrapper(self, func)

    def __get__(self, inst, class_):
        return self if inst is None else self.func(inst)


def copy_globals(source, globs, only_names=None, ignore_missing_names=False,
                 names_to_ignore=(), dunder_names_to_keep=('__implements__', '__all__',
                                                           '__imports__'),
                 cleanup_globs=True):
    """Puts the names of a module into a namespace; returns which."""
    if only_names is not None:
        names = list(only_names)
    else:
        names = list(source.__dict__)
    copied = []
    for name in names:
        if name in names_to_ignore:
            continue
        if name.startswith('__') and name not in dunder_names_to_keep:
            continue
        try:
            globs[name] = getattr(source, name)
        except AttributeError:
            if not ignore_missing_names:
                raise
            continue
        copied.append(name)
    return copied


def saferepr(value, max_len=8192):
    """The representation, or why there is none; cut where it is too long."""
    try:
        text = repr(value)
    except Exception as e:
        text = '<unable to represent %s: %r>' % (type(value).__name__, e)
    return text if len(text) <= max_len else text[:max_len] + '...'


def update_wrapper(wrapper, wrapped, *args, **kwargs):
    return functools.update_wrapper(wrapper, wrapped, *args, **kwargs)


def gmctime():
    """The time in UTC, as a text."""
    import time
    return time.asctime(time.gmtime())
