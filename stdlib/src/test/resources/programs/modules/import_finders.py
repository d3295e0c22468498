"""Finders and loaders of the program in sys.meta_path."""
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys

TEXTS = {'virtual': 'x = 1\nimport virtual_too\n', 'virtual_too': 'print("too", __name__, __spec__.origin)\n',
         'vpack': 'from . import inner\n', 'vpack.inner': 'print(__package__, __name__)\ny = 2\n'}


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        print('create', spec.name)
        return None

    def exec_module(self, module):
        exec(TEXTS[module.__name__], module.__dict__)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname not in TEXTS:
            return None
        print('find', fullname, path)
        return importlib.util.spec_from_loader(fullname, Loader(), origin='memory',
                                               is_package=fullname == 'vpack')


print([getattr(f, '__name__', type(f).__name__) for f in sys.meta_path
       if getattr(f, '__name__', '') in ('BuiltinImporter', 'FrozenImporter', 'PathFinder')])
sys.meta_path.append(Finder())
import virtual
print(virtual.x, virtual.__spec__.loader.__class__.__name__, virtual.__loader__ is virtual.__spec__.loader,
      hasattr(virtual, '__file__'))
import vpack
print(vpack.inner.y, vpack.__path__)
print(importlib.util.find_spec('vpack.inner').origin)
try:
    import vpack.missing
except ModuleNotFoundError as e:
    print(e)
try:
    import still_missing
except ModuleNotFoundError as e:
    print(e, e.name)
TEXTS['virtual'] = 'x = 2\n'
print(importlib.reload(virtual).x, virtual.x)


class Spy:
    @classmethod
    def find_spec(cls, name, path, target=None):
        if name in ('colorsys', 'never_there'):
            print('asked for', name)
        return None


class Forbidden:
    def find_spec(self, name, path, target=None):
        if name == 'sched':
            raise ImportError('%s is forbidden' % name)


sys.meta_path.insert(0, Spy)
sys.meta_path.insert(0, Forbidden())
import colorsys
print(colorsys.__name__)
try:
    import sched
except ImportError as e:
    print(e)
try:
    import never_there
except ImportError as e:
    print(e)
del sys.meta_path[:2]
import sched
print(sched.__name__, sched.__spec__.name)
