"""Specs, loaders, and modules made by hand."""
import importlib
import importlib.machinery
import importlib.util
import os
import sys
import tempfile


def shown(text):
    return str(text).replace(folder, '<folder>')


folder = os.path.realpath(tempfile.mkdtemp())
os.makedirs(os.path.join(folder, 'pack', 'sub'))
os.makedirs(os.path.join(folder, 'space'))
for name, text in {
        'plain.py': 'value = 1\nprint("plain runs as", __name__, __package__ == "")\n'
                    'def where(): return __name__\n',
        'pack/__init__.py': 'print("pack runs")\nfrom . import inside\n',
        'pack/inside.py': 'from .sub import deep\nprint("inside of", __package__)\n',
        'pack/sub/__init__.py': '', 'pack/sub/deep.py': 'x = [1]\n',
        'broken.py': 'x = 1\nraise ValueError("broken")\n', 'wrong.py': 'def (\n'}.items():
    with open(os.path.join(folder, name), 'w') as f:
        f.write(text)

spec = importlib.util.spec_from_file_location('made', os.path.join(folder, 'plain.py'))
print(spec.name, shown(spec.origin), type(spec.loader).__name__, spec.parent == '', spec.has_location,
      spec.submodule_search_locations)
module = importlib.util.module_from_spec(spec)
print(module.__name__, shown(module.__file__), module.__spec__ is spec, module.__loader__ is spec.loader,
      hasattr(module, 'value'), 'made' in sys.modules)
spec.loader.exec_module(module)
print(module.value, module.where(), shown(repr(module)))
sys.modules['made'] = module
import made
print(made is module)

print(importlib.util.spec_from_file_location('x', os.path.join(folder, 'x.unknown')))
print(importlib.util.find_spec('no_such_module'), importlib.util.find_spec('plain'))
try:
    importlib.util.find_spec('no_such_module.sub')
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    importlib.util.find_spec('sys.sub')
except ModuleNotFoundError as e:
    print(e)

sys.path.insert(0, folder)
importlib.invalidate_caches()
spec = importlib.util.find_spec('plain')
print(shown(spec)[:30])
print(shown(spec.loader.path), shown(spec.loader.get_filename('plain')), spec.loader.is_package('plain'))
print(spec.loader.get_source('plain') == open(spec.origin).read(), spec.loader.get_data(spec.origin)[:9])
print('plain' in sys.modules)
spec = importlib.util.find_spec('pack.inside')
print(spec.name, spec.parent, 'pack' in sys.modules, 'pack.inside' in sys.modules)
import pack
print(shown(pack.__spec__.submodule_search_locations), pack.__spec__.parent, shown(pack.__path__))
print(pack.inside.deep.x, pack.inside.__spec__.parent, pack.inside.__spec__.name)
print(importlib.util.find_spec('.inside', 'pack') is pack.inside.__spec__)
spec = importlib.util.find_spec('space')
print(spec.loader is None or type(spec.loader).__name__, spec.origin,
      shown(list(spec.submodule_search_locations)))

spec = importlib.util.find_spec('broken')
module = importlib.util.module_from_spec(spec)
try:
    spec.loader.exec_module(module)
except ValueError as e:
    print('ValueError', e, module.x)
for name in 'broken', 'wrong':
    try:
        importlib.import_module(name)
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__, name in sys.modules)

print(importlib.util.resolve_name('.a', 'b.c'), importlib.util.resolve_name('..a', 'b.c'),
      importlib.util.resolve_name('x', None))
for wrong in (('..a', 'b'), ('.a', ''), ('.a', None)):
    try:
        importlib.util.resolve_name(*wrong)
    except ImportError as e:
        print(e)

spec = importlib.util.find_spec('sys')
print(spec.name, spec.origin, spec.loader is importlib.machinery.BuiltinImporter, sys.__spec__ is spec)
import json
print(json.__spec__.name, json.__spec__.parent, json.__spec__.submodule_search_locations is None)
print(importlib.util.find_spec('json') is json.__spec__)
print(__spec__)

spec = importlib.machinery.ModuleSpec('hand.made', None, origin='nowhere', is_package=True)
print(spec, spec.parent, spec.has_location, spec.cached)
print(spec == importlib.machinery.ModuleSpec('hand.made', None, origin='nowhere', is_package=True))
try:
    importlib.util.module_from_spec(importlib.machinery.ModuleSpec('x', object()))
except ImportError as e:
    print(e)

loader = importlib.machinery.SourceFileLoader('again', os.path.join(folder, 'plain.py'))
print(loader.load_module().where(), 'again' in sys.modules)
try:
    loader.get_filename('other')
except ImportError as e:
    print(e, e.name)
found = importlib.machinery.PathFinder.find_spec('deep', [os.path.join(folder, 'pack', 'sub')])
print(found.name, shown(found.origin))
