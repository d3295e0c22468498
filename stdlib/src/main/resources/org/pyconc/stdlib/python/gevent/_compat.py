"""Which Python this is."""

import sys

PY3 = True
PY2 = PYPY = False
PY35 = PY36 = PY37 = PY38 = PY39 = PY311 = True
WIN = MAC = OSX = False
LINUX = True
PURE_PYTHON = False
string_types = (str, )
text_type = str
native_path_types = (str, )
integer_types = (int, )
xrange = range
iteritems = dict.items
itervalues = dict.values


def reraise(t, value, tb=None):
    if value.__traceback__ is not tb and tb is not None:
        raise value.with_traceback(tb)
    raise value


def exc_clear():
    pass
