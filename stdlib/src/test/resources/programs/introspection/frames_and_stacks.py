import builtins
import sys

FILE = sys._getframe().f_code.co_filename


def print(*values, **options):
    text = " ".join(map(str, values)).replace(FILE, "FILE")
    builtins.print(text, **options)


import sys, inspect, traceback, warnings
def f():
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, fr.f_back.f_code.co_name, fr.f_back.f_lineno)
    def g():
        x = 1
        return sys._getframe(1).f_locals
    y = 5
    print(sorted(g()))
    print(''.join(traceback.format_stack()))
    try:
        sys._getframe(100)
    except ValueError as e:
        print(e)
    print(len(traceback.extract_stack()), traceback.extract_stack()[-1].line)
f()
class A:
    z = sys._getframe().f_locals.keys()
    print(sorted(z))
[f() for _ in range(1)]
def deco(fn):
    return fn
@deco
@deco
def w():
    warnings.warn("hey")
    warnings.warn("hey2", DeprecationWarning, stacklevel=2)
print(w.__code__.co_firstlineno)
w()
w()
for i in range(2): warnings.warn("again")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    w()
    print(len(log), log[0].lineno, log[1].lineno, log[0].message, log[0])
try:
    1/0
except ZeroDivisionError as e:
    te = traceback.TracebackException.from_exception(e)
    print(''.join(te.format()))
    print(traceback.extract_tb(e.__traceback__))
    print(traceback.format_exception(e))
    print(e.__traceback__.tb_frame.f_locals.keys() == globals().keys())
def rec(n):
    secret = n * 2
    if n == 0: raise ValueError("x\ny")
    rec(n-1)
try:
    rec(5)
except ValueError as e:
    print(traceback.format_exception(e, limit=2))
    print(traceback.format_exception(e, limit=-2))
    print(''.join(traceback.TracebackException.from_exception(e, capture_locals=True).format()).count('secret'))
    tb = e.__traceback__
    while tb.tb_next: tb = tb.tb_next
    print(tb.tb_frame.f_locals)
    print(list(traceback.walk_tb(tb))[0][1])
warnings.warn_explicit('expl', UserWarning, 'nofile.py', 3)
warnings.filterwarnings('error', 'bad.*')
try:
    warnings.warn('bad thing')
except UserWarning as e: print(repr(e))
print(warnings.formatwarning('m', UserWarning, 'x.py', 3, 'the line'), end='')
