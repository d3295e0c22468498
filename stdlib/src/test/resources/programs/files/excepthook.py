import sys


def hook(kind, value, traceback):
    print('hook:', kind.__name__, value, traceback.tb_lineno)


sys.excepthook = hook
print(sys.__excepthook__ is not hook)
raise ValueError('out')
