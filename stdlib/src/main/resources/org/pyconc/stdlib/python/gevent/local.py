"""Attributes that each greenlet has for itself."""

from weakref import ref

from greenlet import getcurrent

__all__ = ['local']

# References to all locals that there are.
_all = []

_get = object.__getattribute__
_set = object.__setattr__
_delete = object.__delattr__


class local:
    """An object whose attributes are different in every greenlet.

    A subclass's __init__ is called with the same arguments in each greenlet that uses it.
    """

    __slots__ = ('_local_dicts', '_local_arguments', '__weakref__')

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported", args, kwargs)
        self = object.__new__(cls)
        _set(self, '_local_arguments', (args, kwargs))
        _set(self, '_local_dicts', {getcurrent(): {}})
        _all.append(ref(self, _all.remove))
        return self

    def __getattribute__(self, name):
        attributes = _attributes(self)
        if name == '__dict__':
            return attributes
        if name in attributes:
            found = _find(type(self), name)
            if not hasattr(type(found), '__set__'):
                return attributes[name]
        return _get(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(
                "%r object attribute '__dict__' is read-only" % type(self).__name__)
        attributes = _attributes(self)
        found = _find(type(self), name)
        if found is not None and hasattr(type(found), '__set__'):
            _set(self, name, value)
        else:
            attributes[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(
                "%r object attribute '__dict__' is read-only" % type(self).__name__)
        attributes = _attributes(self)
        found = _find(type(self), name)
        if found is not None and hasattr(type(found), '__delete__'):
            _delete(self, name)
        elif name in attributes:
            del attributes[name]
        else:
            raise AttributeError(name)

    def __copy__(self):
        args, kwargs = _get(self, '_local_arguments')
        other = type(self)(*args, **kwargs)
        _attributes(other).update(_attributes(self))
        return other


def _find(cls, name):
    for c in cls.__mro__:
        if name in c.__dict__:
            return c.__dict__[name]
    return None


def all_local_dicts_for_greenlet(greenlet):
    """Class and number of each local that the greenlet has used, with its attributes there."""
    found = []
    for reference in list(_all):
        each = reference()
        if each is not None:
            attributes = _get(each, '_local_dicts').get(greenlet)
            if attributes is not None:
                found.append(((type(each), id(each)), attributes))
    return found


def _attributes(self):
    """The attributes of the running greenlet; at its first use the subclass is initialised."""
    dicts = _get(self, '_local_dicts')
    current = getcurrent()
    attributes = dicts.get(current)
    if attributes is None:
        attributes = dicts[current] = {}
        rawlink = getattr(current, 'rawlink', None)
        if rawlink is not None:
            rawlink(lambda g: dicts.pop(g, None))
        cls = type(self)
        if cls.__init__ is not object.__init__:
            args, kwargs = _get(self, '_local_arguments')
            cls.__init__(self, *args, **kwargs)
    return attributes
