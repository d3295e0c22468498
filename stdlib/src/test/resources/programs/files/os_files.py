import os
import shutil
import tempfile

base = os.path.realpath(tempfile.mkdtemp())
os.chdir(base)


def tried(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))
        if isinstance(e, OSError):
            print('  ', e.errno, e.strerror, str(e.filename).replace(base, 'BASE'), e.filename2)
    else:
        print(r)


print(os.getcwd() == base, os.listdir())
os.makedirs('a/b/c')
tried(os.makedirs, 'a/b/c')
tried(os.makedirs, 'a/b/c', exist_ok=True)
tried(os.mkdir, 'a')
tried(os.mkdir, 'x/y')
tried(os.rmdir, 'a')
tried(os.rmdir, 'nothing')
with open('f.txt', 'w') as f:
    f.write('hello\n')
tried(os.rmdir, 'f.txt')
tried(os.remove, 'a')
tried(os.remove, 'nope')
tried(os.listdir, 'f.txt')
tried(os.listdir, 'none')
tried(os.rename, 'nope', 'b')
tried(os.rename, 'f.txt', 'a')
tried(os.rename, 'a', 'f.txt')
os.rename('f.txt', 'g.txt')
print(sorted(os.listdir('.')), sorted(os.listdir(b'.')))
s = os.stat('g.txt')
print(s.st_size, oct(s.st_mode), s[6], s.st_nlink, type(s), isinstance(s, tuple), len(s))
print(type(s.st_mtime), type(s.st_mtime_ns), s[8] == int(s.st_mtime))
tried(os.stat, 'nope')
tried(os.stat, '')
tried(os.stat, 'a\0b')
tried(os.stat, 1.5)
tried(os.stat, None)
tried(os.listdir, 1.5)
tried(os.rename, 1, 2)
tried(os.mkdir, None)
os.symlink('g.txt', 'ln')
print(os.readlink('ln'), os.path.islink('ln'), os.lstat('ln').st_size)
tried(os.readlink, 'g.txt')
tried(os.symlink, 'g.txt', 'ln')
tried(os.link, 'nope', 'q')
os.link('g.txt', 'hard')
print(os.stat('hard').st_nlink, os.path.samefile('hard', 'g.txt'))
os.chmod('g.txt', 0o600)
print(oct(os.stat('g.txt').st_mode))
os.utime('g.txt', (100, 200.5))
print(os.stat('g.txt').st_atime, os.stat('g.txt').st_mtime, os.path.getmtime('g.txt'))
os.utime('g.txt', ns=(1, 2000000003))
print(os.stat('g.txt').st_mtime_ns)
os.truncate('g.txt', 3)
print(open('g.txt').read())
os.truncate('g.txt', 5)
print(open('g.txt', 'rb').read())
print(os.access('g.txt', os.R_OK), os.access('nope', os.F_OK))
with os.scandir('.') as it:
    es = sorted(it, key=lambda e: e.name)
print(es, [(e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink()) for e in es])
open('a/b/file1', 'w').close()
open('a/b/c/file2', 'w').close()
for top, ds, fs in os.walk('a'):
    print(top, ds, fs)
for top, ds, fs in os.walk('a', topdown=False):
    print(top, ds, fs)
tried(os.removedirs, 'a/b/c')
print(list(os.walk('nothing')))
tried(lambda: list(os.walk('nothing', onerror=print)))

os.chdir('/')
shutil.rmtree(base)
