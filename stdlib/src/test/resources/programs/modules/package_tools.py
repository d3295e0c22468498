"""pkgutil, runpy and importlib.resources."""
import importlib.resources
import os
import pkgutil
import runpy
import sys
import tempfile

folder = os.path.realpath(tempfile.mkdtemp())
for name, text in {
        'tree/__init__.py': 'top = 1\n', 'tree/leaf.py': 'leaf = [1, 2]\n', 'tree/data.txt': 'some data\n',
        'tree/branch/__init__.py': '', 'tree/branch/twig.py': 'class Twig:\n    name = "t"\n',
        'tree/bad/__init__.py': 'raise ImportError("bad")\n',
        'tree/__main__.py': 'import sys\nprint("main of tree", __name__, __package__, sys.argv[1:])\n',
        'script.py': 'import sys\nresult = given + 1 if "given" in globals() else None\n'
                     'print(__name__, result, sys.argv[0] == __file__, __spec__)\n'
                     'if __name__ == "__main__":\n    print("as main", sys.modules["__main__"].__name__)\n',
        'app/__main__.py': 'import helper\nprint("app", __name__, helper.x)\nanswer = 42\n',
        'app/helper.py': 'x = "helped"\n', 'failing.py': 'a = 1\nb = a / 0\n',
        'nomain/x.py': ''}.items():
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f:
        f.write(text)
sys.path.insert(0, folder)
tree = os.path.join(folder, 'tree')

for info in pkgutil.iter_modules([tree]):
    print(info.name, info.ispkg, type(info.module_finder).__name__)
print([(name, ispkg) for _, name, ispkg in pkgutil.iter_modules([folder], 'p.')])
print([i.name for i in pkgutil.walk_packages([tree], 'tree.', onerror=lambda n: print('error in', n))])
try:
    list(pkgutil.iter_modules('string'))
except ValueError as e:
    print(e)
print(pkgutil.get_data('tree', 'data.txt'))
try:
    pkgutil.get_data('tree', 'none.txt')
except OSError as e:
    print(type(e).__name__)
print(pkgutil.resolve_name('tree.leaf:leaf'), pkgutil.resolve_name('tree.branch.twig.Twig.name'),
      pkgutil.resolve_name('os.path').__name__)
for wrong in 'a b', 'tree:nothing', 'tree.nothing':
    try:
        pkgutil.resolve_name(wrong)
    except (ValueError, AttributeError, ImportError) as e:
        print(type(e).__name__, e)
print(pkgutil.find_loader('no_such') , type(pkgutil.get_loader('tree')).__name__)

values = runpy.run_path(os.path.join(folder, 'script.py'), {'given': 5})
print(values['result'], sorted(k for k in values if not k.startswith('__')))
runpy.run_path(os.path.join(folder, 'script.py'), run_name='__main__')
print(runpy.run_path(os.path.join(folder, 'app'))['answer'])
runpy.run_module('tree', run_name='__main__', alter_sys=True)
del sys.modules['tree.leaf']
print(runpy.run_module('tree.leaf')['leaf'])
for wrong in (lambda: runpy.run_module('no_such'), lambda: runpy.run_module('no.such'),
              lambda: runpy.run_module('tree.branch'), lambda: runpy.run_module('.x'),
              lambda: runpy.run_path(os.path.join(folder, 'failing.py')),
              lambda: runpy.run_path(os.path.join(folder, 'nomain')),
              lambda: runpy.run_path(os.path.join(folder, 'nothing.py')),
              lambda: runpy.run_module('sys')):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, '<folder>'))
print(__name__, sys.modules['__main__'].__name__)

files = importlib.resources.files('tree')
print((files / 'data.txt').read_text(), files.joinpath('branch').is_dir())
print(sorted(p.name for p in files.iterdir() if not p.name.startswith('__py')))
with importlib.resources.as_file(files / 'data.txt') as path:
    print(path.name)
