"""Attributes that each greenlet has for itself."""

from gevent import _core

__all__ = ['local']


class local(_core.local):
    """An object whose attributes are different in every greenlet.

    A subclass's __init__ is called with the same arguments in each greenlet that uses it.
    """

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported", args, kwargs)
        return _core.local.__new__(cls, *args, **kwargs)

    def __copy__(self):
        args, kwargs = _core.local_arguments(self)
        other = type(self)(*args, **kwargs)
        other.__dict__.update(self.__dict__)
        return other

    def __reduce__(self):
        raise TypeError("cannot pickle %r object" % (type(self).__name__, ))


def all_local_dicts_for_greenlet(greenlet):
    """Class and number of each local that the greenlet has used, with its attributes there."""
    return [((type(each), id(each)), attributes)
            for each, attributes in _core.locals_of(greenlet)]
