"""globals(), locals(), vars(), __builtins__, dynamic names."""
globals()['made'] = 5
print(made, 'made' in globals(), globals()['__name__'], type(globals()).__name__)
del globals()['made']
try: made
except NameError as e: print(e)
def f(a, *b, c=1, **d):
    e = 2
    return locals()
print(f(0, 1, x=2))
class C:
    x = 1
    names = sorted(n for n in locals() if n[0] != '_')
    y = locals()['x']
print(C.names, C.y)
import builtins
builtins.injected = 'from builtins'; print(injected); del builtins.injected
try: injected
except NameError as e: print(e)
len_ = len; len = lambda x: 'mine'; print(len([])); del len; print(len([1]))
def g():
    x = 1
    def h(): return x, sorted(locals())
    return h(), sorted(locals())
print(g())
print(sorted(vars()) == sorted(locals()), [n for n in dir() if n in ('C', 'f')], eval('C') is C)
print([i for i in [1] if 'i' in locals()], (lambda q: sorted(locals()))(1))
import sys
print(sys.modules[__name__].C is C, sys.modules['__main__'].__dict__ is globals())
me = sys.modules['__main__']; me.attr = 3; print(attr)
exec('global G\nG = 9'); print(G)
def setter():
    exec('global via_exec; via_exec = 7')
setter(); print(via_exec)
def many():
    for n in 'ab': globals()[n * 3] = n
many(); print(aaa, bbb)
