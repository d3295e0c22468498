# exceptions, groups, generators, async, scoping, imports
import traceback, sys
def show(f):
    try: print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e, '|ctx', repr(e.__context__), '|cause', repr(e.__cause__), e.__suppress_context__)
def a():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
def b():
    try: 1/0
    except ZeroDivisionError: raise ValueError('v')
def c():
    try: 1/0
    except ZeroDivisionError: raise ValueError('v') from None
def d():
    try: raise KeyError(1)
    finally: raise ValueError(2)
def e():
    try: return 1
    finally: return 2
def f():
    for i in range(3):
        try: continue
        finally:
            if i == 1: break
    return i
def g():
    raise int
def h(): raise 3
def i(): raise ValueError from 3
def j(): raise
def k():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3)])])
    except* ValueError as eg: print('VE', eg.exceptions)
    except* (KeyError, TypeError) as eg: print('KT', eg)
    return 'done'
def l():
    try: raise ExceptionGroup('g', [ValueError(1), OSError(2)])
    except* ValueError: raise RuntimeError('new')
def m():
    try: raise ValueError('plain')
    except* ValueError as eg: print(repr(eg))
def n():
    with A(): raise ValueError('in with')
class A:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print('exit', t, v); return t is ValueError
def o():
    del zz; 
def p():
    x = 1; del x; return x
def q():
    def inner(): return y
    r = inner()
    y = 1
def r(): return undefined_name
def s():
    [0][1]
def t():
    def gen():
        yield 1
        return 5
    gg = gen(); next(gg)
    try: next(gg)
    except StopIteration as e: return e.value
def u():
    def gen(): yield from (x for x in [1, 2]); raise StopIteration(3)
    return list(gen())
def v(): return [x for x in 5]
def w():
    a, b = 1, 2, 3
def x():
    a, *b, c = [1]
def y():
    assert 0, 'msg'
def z():
    assert [] == [1]
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z): print(fn.__name__, end=': '); show(fn)
eg = ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [TypeError(2), ValueError(3)])])
print(eg.split(ValueError), eg.subgroup(TypeError), eg.subgroup(lambda e: e.args == (3,)), eg.derive([KeyError()]), eg.message, len(eg.exceptions))
for bad in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: ExceptionGroup('m'), lambda: BaseExceptionGroup('m', [KeyboardInterrupt()]).__class__, lambda: BaseExceptionGroup('m', [ValueError()]).__class__, lambda: eg.split(3), lambda: ValueError(1).add_note(3), lambda: ValueError(1).with_traceback(3), lambda: setattr(ValueError(), '__cause__', 3), lambda: setattr(ValueError(), 'args', 3), lambda: OSError(2, 'No such', 'f'), lambda: OSError(13, 'x').__class__, lambda: str(OSError(2, 'm', 'f', None, 'g')), lambda: KeyError('a'), lambda: str(KeyError('a')), lambda: str(KeyError(1, 2)), lambda: UnicodeDecodeError('a', b'b', 0, 1, 'r'), lambda: str(UnicodeDecodeError('a', b'b', 0, 1, 'r')), lambda: UnicodeDecodeError(1), lambda: StopIteration(3).value, lambda: SystemExit(3).code, lambda: ImportError('m', name='n', path='p').name, lambda: ImportError(bad=1), lambda: AttributeError('a', name='n', obj=1).obj, lambda: NameError('x', name='y').name, lambda: SyntaxError('m', ('f', 1, 2, 'text')).lineno, lambda: str(SyntaxError('m', ('f', 1, 2, 'text'))), lambda: SyntaxError('m', 3), lambda: BaseException.__new__(int), lambda: ValueError(a=1), lambda: ValueError(1, 2).args, lambda: repr(ValueError('a')), lambda: repr(ValueError('a', 1)), lambda: ValueError() == ValueError(), lambda: ValueError.__mro__, lambda: ExceptionGroup.__mro__):
    show(bad)
n = ValueError('noted'); n.add_note('n1'); n.add_note('n2'); print(n.__notes__, traceback.format_exception_only(n))
class MyE(Exception):
    def __init__(self, a, b=2): self.a = a
print(MyE(1).args, repr(MyE(1, b=3)), str(MyE(5)))
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
print(repr(MyG('x', [ValueError(), KeyError()]).split(KeyError)))
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print(e)
def nest():
    try:
        try: raise ValueError(1)
        except ValueError as e:
            print(sys.exc_info()[1] is e)
            raise KeyError(2)
    except KeyError as k:
        print(repr(k.__context__), sys.exc_info()[0].__name__)
    print(sys.exc_info())
    try: e
    except UnboundLocalError as u: print(u)
nest()
