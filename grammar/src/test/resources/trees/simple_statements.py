pass
del a; del a, b; del (a, b); del [a, b]; del a.b, c[d]; del (a); del a,; del ()
import a; import a.b.c; import a as b, c.d as e
from a import b; from a.b import c as d, e; from . import a; from .. import a; from ... import a; from .... import a; from .a import b; from ...a.b import c; from a import *; from a import (b, c as d,); from . import (a)
global a, b
raise; raise A; raise A from b; raise A()
assert a; assert a, b
for x in y:
    break; continue
x = 1; y = 2;
def f():
    nonlocal a, b; global c
