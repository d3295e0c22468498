"""__cause__, __context__, from None, finally, nested handlers."""
def show(e, depth=0):
    print(' ' * depth, repr(e), 'cause', repr(e.__cause__), 'suppress', e.__suppress_context__)
    if e.__context__ is not None:
        show(e.__context__, depth + 1)
def run(f):
    try:
        f()
    except BaseException as e:
        show(e)
def plain():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v')
def cause():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('v') from e
def none():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v') from None
def cls():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError from KeyError
def fin():
    try: 1 / 0
    finally: raise KeyError('in finally')
def triple():
    try:
        try: 1 / 0
        except ZeroDivisionError: [][1]
    except IndexError: {}['k']
def again():
    try: 1 / 0
    except ZeroDivisionError as e:
        try: raise KeyError
        except KeyError: pass
        raise
def same():
    e = ValueError('self')
    try: raise e
    except ValueError: raise e
def after():
    try: 1 / 0
    except ZeroDivisionError: pass
    raise ValueError('no context')
def gen():
    def g():
        try: yield
        except KeyError: raise ValueError('from gen')
    it = g(); next(it); it.throw(KeyError('thrown'))
def inner_handled():
    try: 1 / 0
    except ZeroDivisionError:
        try: raise KeyError('k')
        except KeyError: pass
        raise ValueError('context is division')
def func_in_handler():
    def f(): raise ValueError('in f')
    try: 1 / 0
    except ZeroDivisionError: f()
def with_exit():
    class M:
        def __enter__(self): pass
        def __exit__(self, *a): raise KeyError('exit')
    with M(): 1 / 0
for f in (plain, cause, none, cls, fin, triple, again, same, after, gen, inner_handled, func_in_handler, with_exit):
    print(f.__name__); run(f)
import sys
print(sys.exc_info())
try: 1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1], sys.exception() is sys.exc_info()[1])
    def f(): return sys.exc_info()[0]
    print(f())
    try: raise KeyError
    except KeyError: print(sys.exc_info()[0])
    print(sys.exc_info()[0])
print(sys.exc_info()[0])
