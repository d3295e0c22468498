"""Which Python this is."""

import os
import sys
from abc import ABC
from io import StringIO as NativeStrIO
from os import PathLike, fsdecode, fsencode, fspath
from time import get_clock_info, monotonic, perf_counter

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


izip = zip
hostname_types = (str, bytes, bytearray)
thread_mod_name = '_thread'


def get_this_psutil_process():
    """None: there is no psutil."""


def imp_acquire_lock():
    """Nothing to do: imports are not in the way of greenlets."""


imp_release_lock = imp_acquire_lock


def reraise(t, value, tb=None):
    if value.__traceback__ is not tb and tb is not None:
        raise value.with_traceback(tb)
    raise value


def exc_clear():
    pass
