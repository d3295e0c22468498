"""sys.tracebacklimit: the module traceback counts from the outermost entry, the report from the innermost."""
import sys
import traceback


def a():
    b()


def b():
    c()


def c():
    raise ValueError('x')


def caught(function):
    try:
        function()
    except Exception as e:
        return e


for limit in 3, 2, 1, 0, -1, 1000, None, 10 ** 30:
    sys.tracebacklimit = limit
    print('==', limit)
    e = caught(a)
    if limit != 10 ** 30:
        lines = ''.join(traceback.format_exception(e)).splitlines()
        print([line.strip() for line in lines if 'File' not in line])
        print(len(traceback.extract_tb(e.__traceback__)), len(traceback.extract_tb(e.__traceback__, limit=3)))
        print(len(traceback.format_tb(e.__traceback__)), len(traceback.format_exception(e, limit=1)))
    print('--', file=sys.stderr)
    sys.excepthook(type(e), e, e.__traceback__)
sys.tracebacklimit = 'no number'
sys.excepthook(type(e), e, e.__traceback__)
del sys.tracebacklimit
print(len(traceback.format_exception(caught(a))))
sys.tracebacklimit = 2


def last():
    try:
        a()
    except ValueError as e:
        raise KeyError(1) from e


last()
