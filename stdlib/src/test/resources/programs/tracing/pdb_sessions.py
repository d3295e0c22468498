import io
import os
import pdb
import sys


def session(commands, start, *args):
    out = io.StringIO()
    debugger = pdb.Pdb(stdin=io.StringIO('\n'.join(commands) + '\n'), stdout=out, nosigint=True, readrc=False)
    debugger.use_rawinput = False
    print('==', commands)
    try:
        start(debugger, *args)
    except BaseException as e:
        print('raised', type(e).__name__, e)
    sys.settrace(None)
    print(out.getvalue().replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, ''))
    import bdb
    bdb.Breakpoint.clearBreakpoints()


def double(x):
    y = x * 2
    return y


def total(numbers):
    result = 0
    for n in numbers:
        result += double(n)
    return result


def breaks(debugger):
    a = 1
    debugger.set_trace()
    b = a + 1
    c = double(b)
    return c


def fails(n):
    if n == 0:
        raise ValueError('zero')
    fails(n - 1)


session(['p a', 'n', 'p b', 's', 's', 'w', 'a', 'u', 'p a, b', 'd', 'r', 'retval', 'c'], breaks)
session(['s', 's', 'p x', 'whatis x', 'whatis double', 'pp [x]', 'x = 50', 'p nothing', '1 +', 'x + 1', '!z = 3', 'p z', 'c'],
        lambda d: d.runcall(double, 4))
session(['s', 'b double', 'c', 'p x', 'c', 'p x', 'cl 1', 'b', 'c'], lambda d: d.runcall(total, [1, 2, 3]))
session(['s', 'tbreak double', 'c', 'p x', 'until', 'c'], lambda d: d.runcall(total, [1, 2, 3]))
session(['s', 'b double, x == 3', 'b', 'c', 'p x', 'disable 1', 'b', 'enable 1', 'ignore 1 2', 'ignore 1 0', 'condition 1', 'b 9999', 'b nowhere', 'cl 7', 'cl x', 'q'],
        lambda d: d.runcall(total, [1, 2, 3]))
session(['s', 'n', 'n', 'n', 'display result', 'n', 'n', 'unt', 'c'], lambda d: d.runcall(total, [1]))
session(['s', 'l', 'l', 'l .', 'l 1,3', 'll', 'source double', 'c'], lambda d: d.runcall(double, 1))
session(['n', 'n', 'n', 'n', 'w', 'c'], lambda d: d.runcall(fails, 0))
session(['b double', 'c', 'u', 'p result', 'd', 'd', 'q'], lambda d: d.runcall(total, [5]))
session(['alias pd p double(%1)', 's', 'pd 4', 'unalias pd', 'p 1;; p 2', 'help p', 'help nothing', 'c'], lambda d: d.runcall(double, 4))
try:
    fails(2)
except ValueError as e:
    caught = e


def looks(debugger):
    debugger.reset()
    debugger.interaction(None, caught.__traceback__)


session(['w', 'p n', 'u', 'p n', 'u', 'l', 'q'], looks)
session(['n', 'n', 'c'], lambda d: d.run('k = 1\nj = k + 1\n', {}))
sys.breakpointhook = lambda *args, **kws: print('hook', args, kws)
breakpoint(1, a=2)
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
sys.breakpointhook = sys.__breakpointhook__
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())
os.environ['PYTHONBREAKPOINT'] = 'builtins.print'
breakpoint('called', 3)
os.environ['PYTHONBREAKPOINT'] = 'nowhere.nothing'
import warnings
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    breakpoint()
print(told[0].category.__name__, told[0].message)
