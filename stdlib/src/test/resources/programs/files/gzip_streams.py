import gzip, io, os, tempfile
os.chdir(tempfile.mkdtemp())
with gzip.open('t.gz', 'wt', encoding='utf-8', newline='\n') as f:
    for i in range(20000):
        f.write(f'line {i} ä\n')
    print(type(f).__name__, f.encoding)
with gzip.open('t.gz', 'rt', encoding='utf-8') as f:
    print(repr(f.readline()), repr(next(f)), sum(1 for _ in f))
with gzip.open('t.gz') as f:
    print(f.read(5), f.tell(), f.peek(3)[:3], f.readline(), f.seek(1000), f.read(10), f.seek(3), f.read(4))
    print(len(f.read()), f.read(), f.seek(0, 2), f.tell(), f.seek(-3, 1), f.read())
with open('t.gz', 'rb') as f:
    whole = f.read()
with open('two.gz', 'wb') as f:
    f.write(gzip.compress(b'first ') + b'\0\0\0' + gzip.compress(b'second') + b'\0\0')
print(gzip.open('two.gz').read(), gzip.open('two.gz').readlines())


class Counting(io.BytesIO):
    def read(self, n=-1):
        data = super().read(n)
        self.total = getattr(self, 'total', 0) + len(data)
        return data


noise = os.urandom(2_000_000)
source = Counting(gzip.compress(noise))
f = gzip.GzipFile(fileobj=source)
print(f.read(100) == noise[:100], source.total < 1_000_000)
for bad in (b'not gzip', whole[:50], whole[:-8] + b'12345678', b'\x1f'):
    try:
        gzip.GzipFile(fileobj=io.BytesIO(bad)).read()
    except (OSError, EOFError) as e:
        print(type(e).__name__, str(e)[:16])
print(gzip.GzipFile(fileobj=io.BytesIO(b'')).read())
with gzip.open('a.gz', 'at') as f:
    f.write('one\n')
with gzip.open('a.gz', 'at') as f:
    f.write('two\n')
print(gzip.open('a.gz', 'rt').readlines())
for args in (('a.gz', 'rbt'), ('a.gz', 'r', 9, 'utf-8'), (5,), ('a.gz', 'q')):
    try:
        gzip.open(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
f = gzip.open('a.gz', 'w')
try:
    f.read()
except OSError as e:
    print(e)
f.close()
try:
    f.write(b'')
except ValueError as e:
    print(e)
