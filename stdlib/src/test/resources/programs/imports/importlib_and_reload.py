"""importlib, __import__, sys.path, modules made by hand."""
import importlib
import sys
import types

m = importlib.import_module('_counted')
print(m.n, importlib.import_module('_counted') is m, sys.modules['_counted'] is m)
m.n = 50
importlib.reload(m)
print(m.n)
del sys.modules['_counted']
import _counted
print(_counted is m, _counted.n)
print(__import__('os.path').__name__, __import__('os.path', fromlist=['join']).__name__ in ('posixpath', 'os.path'))
made = types.ModuleType('made', 'Doc.')
made.x = 5
sys.modules['made'] = made
import made as again
from made import x
print(again.x, x, made.__doc__, made.__name__, repr(made), made.__dict__['x'])
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
class Fake:
    attr = 'not a module'
sys.modules['fake'] = Fake
from fake import attr
print(attr)
for bad in ['import no_such', 'import math.nope', 'from . import x', 'importlib.import_module(".x")', 'importlib.reload(5)', 'from no.such import x', '__import__("")', 'import_module']:
    try:
        exec(bad)
    except Exception as e:
        print(bad, '->', type(e).__name__, str(e).split(' (/')[0])
print(isinstance(sys.path, list), sys.modules['__main__'].__name__, __name__, __file__.endswith('importlib_and_reload.py'))
mod = types.ModuleType('lazy')
mod.__getattr__ = lambda name: 'lazy ' + name
print(mod.anything)
try:
    made.missing
except AttributeError as e:
    print(e)
def inside():
    import math as m2, os.path as p
    from math import (pi, e as euler,)
    return m2.floor(pi), round(euler, 2), p.basename('/a/b')
print(inside())
