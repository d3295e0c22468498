import sys
sys.path.insert(0, sys.path[0] + '/_imported')
print(__name__, __file__.endswith('imports.py'), __package__, __spec__, __doc__, __builtins__.__name__)
import pkg
print(pkg.__name__, pkg.__doc__, pkg.v, pkg.a.value, pkg.dynamic, dir(pkg))
try:
    pkg.nope
except AttributeError as e:
    print(str(e).replace(sys.path[0] + '/', ''))
try:
    from pkg import nope
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0], e.name)
from pkg import dynamic, lazy
print(dynamic, lazy.__name__, hasattr(pkg, 'lazy'))
import pkg.sub.deep as d
print(d.__name__, pkg.sub.y, pkg.sub.deep is d)
import pkg.sub
from pkg.sub import deep, value
print(deep is d, value)
print(sorted(m for m in sys.modules if m.startswith('pkg')))
import ns.mod
print(ns.__name__, hasattr(ns, '__file__') and ns.__file__)
import c1
import c2
print(c2.f())
for name in ('nothing', 'pkg.nothing', 'os.nothing', 'nothing.more', 'once.x', 'pkg.a.b'):
    try:
        __import__(name)
    except ImportError as e:
        print(type(e).__name__, e, e.name)
try:
    import broken
except ValueError as e:
    print(e, 'broken' in sys.modules)
try:
    import syntax
except SyntaxError as e:
    print(e.msg, e.lineno)
ns_ = {}
exec('from star import *', ns_)
print(sorted(k for k in ns_ if not k.startswith('__')))
exec('from pkg import *', ns_)
print('a' in ns_, 'pub' in ns_, '_hidden' in ns_, 'lazy' in ns_)
for m in ('badall', 'badall2'):
    try:
        exec(f'from {m} import *')
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
for s in ('from . import x', 'from .a import x', 'from .. import x'):
    try:
        exec(s)
    except ImportError as e:
        print(type(e).__name__, e)
    try:
        exec(s, {'__package__': 'pkg', '__name__': 'pkg.q'})
    except ImportError as e:
        print(type(e).__name__, str(e).split(' (')[0])
    try:
        exec(s, {})
    except (ImportError, KeyError) as e:
        print(type(e).__name__, e)
import importlib
print(importlib.import_module('pkg.a') is pkg.a, importlib.import_module('.a', 'pkg') is pkg.a, importlib.import_module('..a', 'pkg.sub') is pkg.a)
try:
    importlib.import_module('.a')
except TypeError as e:
    print(str(e).replace(sys.path[0] + '/', ''))
import once
once.n = 5
import once as again
print(again.n)
importlib.reload(once)
print(once.n)
del sys.modules['once']
import once as third
print(third is again, third.n)
sys.modules['fake'] = 5
import fake
print(fake)
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
def local():
    import pkg.sub.deep
    from os import sep as s
    return pkg.__name__, s, sorted(locals())
print(local())
class InClass:
    import once
    from os import sep
print(InClass.once.__name__, InClass.sep)
print(__import__('pkg.sub.deep').__name__, __import__('pkg.sub', fromlist=['deep']).__name__)
import types
m = types.ModuleType('dyn', 'docs')
m.x = 1
sys.modules['dyn'] = m
from dyn import x
print(x, m.__doc__, repr(m))
print(repr(sys), repr(pkg).startswith("<module 'pkg' from "), repr(once).split(' from ')[0])
from pkg import (a as a1,
                 v as v1,)
print(a1.__name__, v1)
try:
    from os import (nope1, nope2)
except ImportError as e:
    print(str(e).split(' (')[0])
if __name__ == '__main__':
    print('main')
import __main__
print(__main__ is sys.modules['__main__'])
import broken
