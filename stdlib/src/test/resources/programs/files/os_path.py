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


with open('g.txt', 'w') as f:
    f.write('12345')
os.mkdir('a')
os.symlink('g.txt', 'ln')
class P:
    def __fspath__(self): return 'g.txt'
print(os.fspath(P()), isinstance(P(), os.PathLike), issubclass(P, os.PathLike), isinstance(3, os.PathLike), os.fsencode('ü'), ascii(os.fsdecode(b'\xff')))
tried(os.fspath, 3)
tried(os.path.join, 'a', 1); tried(os.path.join, 'a', b'b'); tried(os.path.join, 3)
print(os.path.join('a', 'b', '/c', 'd'), os.path.join('a', ''), os.path.join('a/', 'b'), os.path.join(b'a', b'b'))
for p in ['/a/b/c.txt', 'a', '', '/', '//', '//a', 'a/b/', '/a//b', '.bashrc', 'x/.bashrc', 'x.tar.gz', '...a', 'a.', '../..', './a/./b/../c']:
    print(repr(p), os.path.split(p), os.path.splitext(p), os.path.basename(p), os.path.dirname(p), os.path.normpath(p), os.path.isabs(p))
print(os.path.relpath('/a/b/c', '/a/d'), os.path.relpath('a', 'a'), os.path.commonpath(['/a/b', '/a/c']), os.path.commonprefix(['abc', 'abd']), os.path.commonprefix([]))
tried(os.path.commonpath, []); tried(os.path.commonpath, ['/a', 'b'])
print(os.path.exists('g.txt'), os.path.isfile('g.txt'), os.path.isdir('a'), os.path.getsize('g.txt'), os.path.exists(''), os.path.exists('a\0'))
print(os.path.realpath('ln') == os.path.join(base, 'g.txt'), os.path.abspath('x') == os.path.join(base, 'x'))

os.chdir('/')
shutil.rmtree(base)
