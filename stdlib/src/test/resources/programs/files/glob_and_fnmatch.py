import fnmatch
import glob
import os
import shutil
import tempfile

for pattern in ['*', '*.py', '?', 'a?c', '[abc]', '[!abc]', '[a-c]x', '*a*b*', '[', '[]x]', '[!]x]',
                'a[', '**', '*.*', '[a-', 'x[c-a]', '', 'A*', '[^a]', 'a\\*', '[-a]', '[a-]']:
    names = ['', 'a', 'b.py', 'abc', 'ax', 'x', ']', '[', 'axxbxx', 'ab', 'a[', '.py', 'A', '-', 'xc',
             'a\\z', '^']
    print(pattern, fnmatch.filter(names, pattern), fnmatch.translate(pattern))
print(fnmatch.fnmatch(b'abc', b'a*'), fnmatch.fnmatchcase('ABC', 'a*'))
try:
    fnmatch.fnmatch('abc', b'a*')
except TypeError as e:
    print(e)

base = tempfile.mkdtemp()
os.chdir(base)
for folder in ('a', 'a/b', 'a/.h', 'c', 'c/d'):
    os.mkdir(folder)
for name in ('x.py', 'y.txt', '.hidden', 'a/p.py', 'a/b/q.py', 'a/.h/r.py', 'c/d/s.py', 'c/[t].py'):
    open(name, 'w').close()
for pattern in ['*', '*.py', '.*', '*/*.py', '**/*.py', '**', 'a/**', '*/', 'a/', 'nothing', 'x.py',
                'no*', 'a/*/*', '**/b', '*/b/*', '', 'c/[[]t].py', './*.py', '**/']:
    print(pattern, sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob('**/*.py', recursive=True, include_hidden=True)))
print(sorted(glob.glob('*.py', root_dir='a')), sorted(glob.glob(b'*.py')))
print(sorted(path.replace(base, 'BASE') for path in glob.glob(base + '/*')))
print(glob.escape('a[b]*?c'), glob.has_magic('a*'), next(glob.iglob('x*')))
os.chdir('/')
shutil.rmtree(base)
