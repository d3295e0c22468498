"""The one function of CPython's own interface that programs call: it raises in another thread."""

import _thread
import ctypes

_NOTHING = object()


class ArgumentError(Exception):
    """Raised when a foreign function cannot be called with an argument."""


class py_object:
    """A reference to any object."""

    def __init__(self, value=_NOTHING, /):
        self._object = value

    @property
    def value(self):
        """The object."""
        if self._object is _NOTHING:
            raise ValueError('PyObject is NULL')
        return self._object

    @value.setter
    def value(self, value):
        self._object = value

    def __repr__(self):
        if self._object is _NOTHING:
            return 'py_object(<NULL>)'
        return 'py_object(%r)' % (self._object,)


class _FuncPtr:
    """PyThreadState_SetAsyncExc: the kind of calls that it stands for can be changed."""

    restype = ctypes.c_int
    argtypes = None

    def __init__(self, name):
        self.__name__ = name

    def __call__(self, *arguments):
        if len(arguments) < 2:
            raise TypeError('this function takes at least 2 arguments (%d given)'
                            % len(arguments))
        types = self.argtypes or (None, None)
        number = _converted(arguments[0], types[0], 1)
        exception = _converted(arguments[1], types[1], 2)
        if isinstance(exception, py_object):
            return _thread._set_async_exc(number, exception.value)
        if exception:
            raise ArgumentError('argument 2: TypeError: no object is at this address')
        return _thread._set_async_exc(number)


def _converted(argument, wanted, position):
    """What reaches the function: a number, or an object in a py_object."""
    if wanted is not None and not isinstance(argument, wanted):
        try:
            argument = wanted(argument)
        except TypeError:
            raise ArgumentError('argument %d: TypeError: wrong type' % position) from None
    if isinstance(argument, py_object):
        return argument
    if argument is None:
        return 0
    if isinstance(argument, int):
        return ctypes.c_int(argument).value  # what a C function is given if nobody says more
    if isinstance(getattr(argument, 'value', None), int):
        return argument.value
    raise ArgumentError("argument %d: TypeError: Don't know how to convert parameter %d"
                        % (position, position))


class PyDLL:
    """What is there of CPython's own interface."""

    def __init__(self):
        self.PyThreadState_SetAsyncExc = _FuncPtr('PyThreadState_SetAsyncExc')

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        raise AttributeError('undefined symbol: %s (of CPython\'s own functions there is '
                             'PyThreadState_SetAsyncExc alone)' % name)

    def __getitem__(self, name):
        return getattr(self, name)

    def __repr__(self):
        return "<PyDLL 'None' at %#x>" % id(self)


pythonapi = PyDLL()

for _each in (ArgumentError, py_object):
    _each.__module__ = 'ctypes'
