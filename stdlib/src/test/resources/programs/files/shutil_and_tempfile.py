import os
import shutil
import tempfile


def tried(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))
    else:
        print(str(r).replace(base, 'BASE'))


with tempfile.TemporaryDirectory() as base:
    base = os.path.realpath(base)
    os.chdir(base)
    os.makedirs('tree/inner')
    for name in ('tree/one.txt', 'tree/two.py', 'tree/inner/three.txt'):
        with open(name, 'w') as f:
            f.write(name)
    tried(shutil.copyfile, 'tree/one.txt', 'copy.txt')
    tried(shutil.copyfile, 'tree/one.txt', 'tree/one.txt')
    tried(shutil.copyfile, 'nothing', 'x')
    tried(shutil.copyfile, 'tree', 'x')
    tried(shutil.copy, 'tree/one.txt', 'tree/inner')
    os.chmod('tree/two.py', 0o640)
    os.utime('tree/two.py', (1000, 2000))
    tried(shutil.copy2, 'tree/two.py', 'two.py')
    print(oct(os.stat('two.py').st_mode), os.stat('two.py').st_mtime)
    tried(shutil.copytree, 'tree', 'copied')
    tried(shutil.copytree, 'tree', 'copied')
    tried(shutil.copytree, 'tree', 'copied', dirs_exist_ok=True)
    tried(shutil.copytree, 'tree', 'some', ignore=shutil.ignore_patterns('*.py', 'inner'))
    for top, folders, files in sorted(os.walk('.')):
        print(top, sorted(folders), sorted(files))
    tried(shutil.move, 'copy.txt', 'some')
    tried(shutil.move, 'some', 'renamed')
    tried(shutil.move, 'renamed/copy.txt', 'renamed/moved.txt')
    open('moved.txt', 'w').close()
    tried(shutil.move, 'moved.txt', 'renamed')
    tried(shutil.rmtree, 'copied')
    tried(shutil.rmtree, 'copied')
    tried(shutil.rmtree, 'copied', ignore_errors=True)
    tried(shutil.rmtree, 'two.py')
    os.symlink('tree', 'link')
    tried(shutil.rmtree, 'link')
    print(sorted(os.listdir('.')))
    print(shutil.which('sh') is not None, shutil.which('no-such-program'))
    os.environ['COLUMNS'] = '100'
    os.environ['LINES'] = '30'
    print(shutil.get_terminal_size())
    print(shutil.disk_usage('.')._fields)
    os.chdir('/')
print(os.path.exists(base))

with tempfile.NamedTemporaryFile('w+', suffix='.txt', prefix='p-') as f:
    name = f.name
    print(os.path.basename(name).startswith('p-'), name.endswith('.txt'), os.path.exists(name))
    f.write('text\nmore\n')
    f.flush()
    print(open(name).read() == 'text\nmore\n')
    f.seek(0)
    print(list(f))
print(os.path.exists(name))
with tempfile.TemporaryFile() as f:
    f.write(b'abc')
    f.seek(1)
    print(f.read(), f.mode)
fd, path = tempfile.mkstemp('.x')
os.write(fd, b'1')
os.close(fd)
print(path.endswith('.x'), oct(os.stat(path).st_mode))
os.remove(path)
with tempfile.SpooledTemporaryFile(max_size=5, mode='w+') as f:
    f.write('abc')
    f.write('defgh')
    f.seek(0)
    print(f.read())
tried(tempfile.mkstemp, 'a', b'b')
print(tempfile.gettempprefix(), len(os.path.basename(tempfile.mktemp())))
