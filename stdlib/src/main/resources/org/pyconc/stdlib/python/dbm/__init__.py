"""Dictionaries of bytes in files."""
import os

__all__ = ['open', 'whichdb', 'error']


class error(Exception):
    pass


_defaultmod = None
error = (error, OSError)


def whichdb(filename):
    """The module that can open the file: 'dbm.dumb', '' for none known, None for no file."""
    filename = os.fsencode(filename)
    try:
        os.stat(filename + b'.dat')
        if os.stat(filename + b'.dir').st_size == 0:
            return 'dbm.dumb'
        with _io_open(filename + b'.dir', 'rb') as f:
            if f.read(1) in (b"'", b'"'):
                return 'dbm.dumb'
    except OSError:
        pass
    return '' if os.path.exists(filename) else None


_io_open = open


def open(file, flag='r', mode=0o666):
    """Opens a dictionary: 'r' to read, 'w' to change, 'c' to make it if it is not there, 'n' anew."""
    import dbm.dumb
    kind = whichdb(file) if 'n' not in flag else None
    if kind is None and 'c' not in flag and 'n' not in flag:
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == '':
        raise error[0]('db type could not be determined')
    return dbm.dumb.open(file, flag, mode)
