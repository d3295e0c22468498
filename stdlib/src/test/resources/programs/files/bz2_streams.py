import bz2
import io
import os
import tempfile

TEXT = b''.join(b'line %d of a text that repeats itself\n' % i for i in range(3000))
GIVEN = bytes.fromhex('425a68393141592653594eece83600000251800010400006449080200031064c4101a7a9a580bb9431f8bb9229c28482776741b0')
print(bz2.decompress(GIVEN))
for level in (1, 5, 9):
    packed = bz2.compress(TEXT, level)
    print(level, len(packed) < len(TEXT) // 10, packed[:4], bz2.decompress(packed) == TEXT)
print(bz2.compress(b''), bz2.decompress(b''), bz2.compress(b'hello world\n') == GIVEN)
packed = bz2.compress(TEXT)
print(bz2.decompress(packed + packed) == TEXT * 2, bz2.decompress(packed + b'garbage') == TEXT)
d = bz2.BZ2Decompressor()
print(d.eof, d.needs_input, d.unused_data)
out = b''
for i in range(0, len(packed), 100):
    out += d.decompress(packed[i:i + 100])
print(out == TEXT, d.eof, d.needs_input, d.unused_data)
d = bz2.BZ2Decompressor()
first = d.decompress(packed + b'tail', max_length=10)
print(first, d.eof, d.needs_input)
rest = b''
while not d.eof:
    rest += d.decompress(b'', 5000)
print(first + rest == TEXT, d.unused_data, d.needs_input)
c = bz2.BZ2Compressor(3)
parts = c.compress(TEXT[:1000]) + c.compress(TEXT[1000:]) + c.flush()
print(bz2.decompress(parts) == TEXT)
for wrong in (lambda: c.flush(), lambda: c.compress(b'x'), lambda: d.decompress(b'x'), lambda: bz2.decompress(b'no bzip2'), lambda: bz2.decompress(packed[:-5]),
              lambda: bz2.decompress(packed[:40] + b'\0' * 20 + packed[60:]), lambda: bz2.compress(b'', 0), lambda: bz2.compress('text'),
              lambda: bz2.open('x', 'rbt'), lambda: bz2.open('x', 'rb', encoding='utf-8'), lambda: bz2.BZ2File(3), lambda: bz2.BZ2File('x', 'q'),
              lambda: bz2.BZ2File('/no/such')):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
with tempfile.TemporaryDirectory() as top:
    name = os.path.join(top, 'a.bz2')
    with bz2.open(name, 'wt', encoding='utf-8') as f:
        f.write('é one\ntwo\n')
    with bz2.open(name, 'at', encoding='utf-8') as f:
        f.write('three\n')
    with bz2.open(name, 'rt', encoding='utf-8') as f:
        print(f.read())
    with bz2.BZ2File(name) as f:
        print(f.readline(), f.tell(), f.read(2), f.peek()[:2], f.seek(0), f.readlines(), f.seekable(), f.readable(), f.writable(), f.closed)
        print(f.seek(-3, 2), f.read(), f.seek(2), f.read(3))
        try:
            f.write(b'x')
        except io.UnsupportedOperation as e:
            print(e)
    print(f.closed)
    try:
        f.read()
    except ValueError as e:
        print(e)
    with bz2.BZ2File(name, 'w') as f:
        print(f.write(TEXT), f.tell())
        f.writelines([b'a\n', b'b\n'])
    with open(name, 'rb') as raw, bz2.BZ2File(raw) as f:
        print(sum(1 for line in f), raw.closed)
    with open(name, 'rb') as raw:
        data = raw.read()
    with bz2.open(io.BytesIO(data[:-10])) as f:
        try:
            f.read()
        except EOFError as e:
            print(e)
print(sorted(bz2.__all__))
