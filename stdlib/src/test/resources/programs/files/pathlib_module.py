import os
import pathlib
import shutil
import tempfile
from pathlib import Path, PurePath, PurePosixPath


def tried(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


for text in ['/a/b/c.tar.gz', 'a', '', '.', '/', '//', '//a', '///a', 'a/b/', '.bashrc', 'x/..', 'a.',
             './a/./b', '..', 'a//b', '~/x']:
    p = PurePath(text)
    print(repr(text), p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.root,
          p.anchor, p.is_absolute(), list(p.parents))
p = Path('/usr/lib') / 'python' / 'x.py'
print(p, '/etc' / p, 'a' / PurePath('b'), PurePath('a', '/b', 'c'), p.joinpath('..', 'y'))
print(p.with_name('y.txt'), p.with_suffix('.txt'), p.with_suffix(''), p.with_stem('z'))
tried(Path('/').with_name, 'a')
tried(p.with_suffix, 'txt')
tried(p.with_name, 'a/b')
print(p.relative_to('/usr'), p.relative_to('/usr/lib', 'python'), p.is_relative_to('/etc'))
tried(p.relative_to, '/etc')
tried(Path('a').relative_to, '/etc')
tried(lambda: p / 3)
tried(Path, b'a')
tried(Path, None)
print(PurePath('a') == PurePath('a/'), PurePath('a') < PurePath('b'), {PurePath('a'): 1}[Path('a')])
print(sorted([Path('b'), Path('a/c'), Path('a')]), PurePath('a') == 'a', hash(Path('a')) == hash(Path('a')))
print(p.match('*.py'), p.match('lib/*/*.py'), p.match('/usr/*'), PurePath('a.PY').match('*.py'))
print(p.parents[0], p.parents[-1], len(p.parents), p.parents[0:2], p.parents)
tried(lambda: p.parents[9])
print(p.as_posix(), bytes(p), os.fspath(p), isinstance(p, os.PathLike), type(p), issubclass(Path, PurePath))

base = Path(os.path.realpath(tempfile.mkdtemp()))
os.chdir(base)
print(Path.cwd() == base, Path('x').absolute() == base / 'x', Path('a/../b').resolve() == base / 'b')
d = Path('one')
d.mkdir()
tried(d.mkdir)
d.mkdir(exist_ok=True)
tried(Path('x/y').mkdir)
Path('x/y/z').mkdir(parents=True)
f = d / 'file.txt'
print(f.write_text('héllo\nwörld\n'), f.read_text(), f.read_bytes(), f.stat().st_size)
print(f.write_bytes(b'123'), f.read_bytes(), f.exists(), f.is_file(), f.is_dir(), d.is_dir())
tried(f.write_text, 3)
tried(Path('none').read_text)
with f.open('a') as out:
    out.write('4')
with f.open() as source:
    print(source.read(), source.name)
print(open(f).read(), f.samefile('one/file.txt'))
(d / 'sub').mkdir()
(d / 'sub' / 'a.py').touch()
(d / 'b.py').touch()
tried((d / 'b.py').touch, exist_ok=False)
(d / '.hidden').touch()
print(sorted(d.iterdir()))
for pattern in ['*.py', '**/*.py', '*', '**', 'sub/*', '*/a.py', 'sub', 'none', 'sub/../b.py']:
    print(pattern, sorted(d.glob(pattern)), sorted(d.rglob(pattern)))
tried(lambda: list(d.glob('')))
tried(lambda: list(d.glob('/x')))
link = Path('link')
link.symlink_to('one')
print(link.is_symlink(), link.readlink(), link.resolve() == base / 'one', link.is_dir())
print(repr(f.rename('moved.txt')), f.exists(), repr(Path('moved.txt').replace('again.txt')))
Path('hard').hardlink_to('again.txt')
print(Path('hard').stat().st_nlink)
Path('hard').chmod(0o600)
print(oct(Path('again.txt').stat().st_mode))
Path('hard').unlink()
tried(Path('hard').unlink)
Path('hard').unlink(missing_ok=True)
tried(d.rmdir)
Path('x/y/z').rmdir()
print(sorted(str(p) for p in Path('.').iterdir()))
os.environ['HOME'] = '/home/me'
print(Path('~/x').expanduser(), Path.home(), Path('a/~').expanduser())
print(shutil.copy(Path('again.txt'), Path('copy.txt')), os.path.join(Path('a'), 'b'), os.listdir(d) != [])
os.chdir('/')
shutil.rmtree(base)
