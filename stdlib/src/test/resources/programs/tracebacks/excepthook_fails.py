import sys


def hook(kind, value, tb):
    raise RuntimeError('broken hook')


sys.excepthook = hook
1 / 0
