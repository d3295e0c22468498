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


open('g.txt', 'w').close()
fd = os.open('data', os.O_RDWR | os.O_CREAT, 0o644)
print(os.write(fd, b'hello world'), os.lseek(fd, 0, 0), os.read(fd, 5), os.lseek(fd, 0, os.SEEK_CUR))
d2 = os.dup(fd)
print(os.read(d2, 100)); os.close(fd); os.lseek(d2, 0, 0); print(os.read(d2, 3)); 
print(os.fstat(d2).st_size, os.isatty(d2))
os.ftruncate(d2, 2); print(os.pread(d2, 10, 0)); os.close(d2)
tried(os.close, d2)
tried(os.read, d2, 1)
tried(os.write, 999, b'x')
r, w = os.pipe()
print(os.write(w, b'abc'), os.read(r, 2)); os.close(w); print(os.read(r, 10), os.read(r, 10))
os.close(r)
r, w = os.pipe()
os.close(r)
tried(os.write, w, b'x')
os.close(w)
r, w = os.pipe()
with os.fdopen(w, 'w') as f: f.write('text\nmore\n')
with os.fdopen(r) as f: print(f.readlines(), f.name == r)
tried(os.open, 'nope', os.O_RDONLY)
tried(os.chdir, 'nope'); tried(os.chdir, 'g.txt')

os.chdir('/')
shutil.rmtree(base)
