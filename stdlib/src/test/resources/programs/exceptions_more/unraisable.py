"""Exceptions that nobody can catch: sys.unraisablehook."""
import io
import sys


class Bad:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__qualname__,
          type(args).__name__, args.exc_traceback is not None, len(args))


sys.unraisablehook = hook
a = Bad(KeyError('hooked'))
del a


sys.stderr = io.StringIO()
sys.unraisablehook = sys.__unraisablehook__
b = Bad(ValueError('reported'))
b = None


def broken(args):
    raise TypeError('in the hook')


sys.unraisablehook = broken
c = Bad(OSError('lost'))
del c
said = sys.stderr.getvalue()
sys.stderr = sys.__stderr__
for line in said.splitlines():
    if not line.startswith('  File'):
        print('|', line.partition(' at 0x')[0])
print('end')
