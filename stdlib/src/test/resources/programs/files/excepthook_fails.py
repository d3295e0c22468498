import sys


def hook(kind, value, traceback):
    raise KeyError('in hook')


sys.excepthook = hook
raise ValueError('out')
