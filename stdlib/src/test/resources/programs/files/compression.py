import gzip
import io
import os
import tempfile
import zlib


def tried(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


data = b'hello world ' * 100
for wbits in (15, -15, 31):
    packed = zlib.compress(data, 6, wbits)
    print(len(packed) < 60, zlib.decompress(packed, wbits) == data)
print(zlib.decompress(zlib.compress(data, 0, 31), 47) == zlib.decompress(zlib.compress(data), 47))
print(zlib.compress(b'')[:2], zlib.decompress(zlib.compress(b'')))
print(zlib.crc32(b'abc'), zlib.crc32(b'c', zlib.crc32(b'ab')), zlib.adler32(b'abc'),
      zlib.adler32(b'c', zlib.adler32(b'ab')), zlib.crc32(b''), zlib.adler32(b''))
tried(zlib.decompress, b'garbage')
tried(zlib.decompress, zlib.compress(data)[:-5])
tried(zlib.decompress, b'')
tried(zlib.compress, data, 10)
tried(zlib.compress, 'text')
tried(zlib.decompress, zlib.compress(data), -15)
c = zlib.compressobj(9)
packed = c.compress(data) + c.compress(b'more') + c.flush()
tried(c.flush)
d = zlib.decompressobj()
out = b''
for i in range(0, len(packed), 7):
    out += d.decompress(packed[i:i + 7])
print(out == data + b'more', d.eof, d.unused_data)
d = zlib.decompressobj()
print(d.decompress(packed + b'behind') == out, d.unused_data)
d = zlib.decompressobj()
part = d.decompress(packed, 10)
print(part, d.eof, len(d.unconsumed_tail) > 0)
part += d.decompress(d.unconsumed_tail, 20)
part += d.decompress(d.unconsumed_tail)
print(part + d.flush() == out, d.eof)
c = zlib.compressobj()
first = c.compress(b'abc') + c.flush(zlib.Z_SYNC_FLUSH)
d = zlib.decompressobj()
print(d.decompress(first), d.eof)

print(gzip.decompress(gzip.compress(data)) == data, gzip.compress(b'x', mtime=0)[:10])
tried(gzip.decompress, b'not gzip')
tried(gzip.decompress, gzip.compress(data)[:-3])
broken = bytearray(gzip.compress(data))
broken[-6] ^= 1
tried(gzip.decompress, bytes(broken))
print(gzip.decompress(gzip.compress(b'one') + gzip.compress(b'two')))
with tempfile.TemporaryDirectory() as base:
    path = os.path.join(base, 'f.gz')
    with gzip.open(path, 'wb') as f:
        print(f.write(b'line 1\n'), f.write(b'line 2\n'), f.tell())
    with gzip.open(path) as f:
        print(f.readline(), f.tell(), f.read(), f.seek(2), f.read(3))
    with gzip.open(path) as f:
        print(list(f), f.closed)
    print(f.closed)
    tried(f.read)
    with gzip.open(path, 'at', encoding='utf-8') as f:
        f.write('ünï\n')
    with gzip.open(path, 'rt', encoding='utf-8') as f:
        print(f.read().splitlines())
    with gzip.open(path, 'rt', encoding='utf-8') as f:
        for line in f:
            print(repr(line))
    tried(gzip.open, path, 'rbt')
    tried(gzip.open, path, 'rb', encoding='utf-8')
    with open(path, 'wb') as f:
        f.write(b'plain text')
    tried(lambda: gzip.open(path).read())
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode='wb', mtime=0) as f:
    f.write(b'in memory')
print(gzip.GzipFile(fileobj=io.BytesIO(buffer.getvalue())).read())
