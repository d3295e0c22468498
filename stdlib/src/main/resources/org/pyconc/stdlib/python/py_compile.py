"""Checks the syntax of a file; there are no files of compiled code."""
import builtins
import enum
import os
import sys
import traceback

__all__ = ['compile', 'main', 'PyCompileError', 'PycInvalidationMode']


class PyCompileError(Exception):
    """The file does not hold a program."""

    def __init__(self, exc_type, exc_value, file, msg=''):
        if not msg:
            lines = ''.join(traceback.format_exception_only(exc_type, exc_value))
            if exc_type is SyntaxError:
                msg = lines.replace('File "<string>"', 'File "%s"' % file)
            else:
                msg = 'Sorry: %s: %s' % (exc_type.__name__, exc_value)
        Exception.__init__(self, msg, exc_type.__name__, exc_value, file)
        self.exc_type_name = exc_type.__name__
        self.exc_value = exc_value
        self.file = file
        self.msg = msg

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    """How CPython would notice that a compiled file is old."""

    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None,
            quiet=0):
    """Checks the syntax of a file; returns None, since no file is written."""
    with open(file, 'rb') as f:
        source = f.read()
    try:
        builtins.compile(source, os.fspath(dfile or file), 'exec', dont_inherit=True)
    except Exception as e:
        error = PyCompileError(type(e), e, dfile or file)
        if quiet < 2:
            if doraise:
                raise error
            sys.stderr.write(error.msg + '\n')
    return None


def main():
    """Checks the files that are named; - reads their names from standard input."""
    import argparse
    parser = argparse.ArgumentParser(description='Checks the syntax of files.')
    parser.add_argument('-q', '--quiet', action='store_true', help='Suppress error output')
    parser.add_argument('filenames', nargs='+', help='Files to check')
    given = parser.parse_args()
    names = [line.rstrip('\n') for line in sys.stdin] if given.filenames == ['-'] else given.filenames
    for name in names:
        try:
            compile(name, doraise=True)
        except PyCompileError as e:
            parser.exit(1, None if given.quiet else e.msg)
        except OSError as e:
            parser.exit(1, None if given.quiet else str(e))


if __name__ == '__main__':
    main()
