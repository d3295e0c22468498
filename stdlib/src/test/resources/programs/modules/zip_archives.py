"""zipfile: writing, reading, damaged archives and malicious names."""
import io
import os
import struct
import tempfile
import zipfile

folder = tempfile.mkdtemp()
os.chdir(folder)
os.makedirs('in/sub')
for name, data in ('in/a.txt', 'alpha\n' * 100), ('in/sub/b.txt', 'beta\nlines\n'), ('in/ü.txt', 'ü'):
    with open(name, 'w', encoding='utf-8') as f:
        f.write(data)
    os.utime(name, (1600000000, 1600000000))

with zipfile.ZipFile('x.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    z.write('in/a.txt')
    z.write('in/sub/b.txt', 'renamed.txt', compress_type=zipfile.ZIP_STORED)
    z.write('in/ü.txt')
    z.writestr('made/up.txt', 'some text ' * 20)
    z.writestr(zipfile.ZipInfo('fixed.bin', (2020, 1, 2, 3, 4, 6)), b'\0\1\2')
    z.mkdir('empty')
    with z.open('streamed.txt', 'w') as f:
        f.write(b'part one, ')
        f.write(b'part two')
    z.comment = b'a comment'
    print(z)
print(zipfile.is_zipfile('x.zip'), zipfile.is_zipfile('in/a.txt'), zipfile.is_zipfile(io.BytesIO(b'')),
      zipfile.is_zipfile('missing'))
z = zipfile.ZipFile('x.zip')
print(z.namelist(), z.comment, z.testzip())
for info in z.infolist():
    print(info.filename, info.file_size, info.compress_type, info.is_dir(), hex(info.CRC),
          info.flag_bits, info.create_system, info.extract_version)
print(z.getinfo('fixed.bin'), z.getinfo('fixed.bin').date_time, z.getinfo('empty/'))
print(z.read('made/up.txt')[:20], z.read(z.getinfo('renamed.txt')))
with z.open('in/a.txt') as f:
    print(f.readline(), f.read(5), f.tell(), f.seek(100), f.read(3), f.seek(-3, 2), f.read(), f.name, f.mode)
    print(f.seekable(), f.readable(), f.seek(0), sum(1 for _ in f))
with io.TextIOWrapper(z.open('renamed.txt'), encoding='utf-8') as f:
    print(f.read().splitlines())
print(z.extract('renamed.txt', 'out'), sorted(os.listdir('out')))
z.extractall('all')
print(sorted(os.path.join(t, n)[4:] for t, ds, ns in os.walk('all') for n in ds + ns))
z.close()
print(z)
try:
    z.read('renamed.txt')
except ValueError as e:
    print(e)

with zipfile.ZipFile('x.zip', 'a') as z:
    z.writestr('added', 'more')
with zipfile.ZipFile('x.zip') as z:
    print(len(z.namelist()), z.read('added'), z.comment)
    p = zipfile.Path(z)
    print(sorted(c.name for c in p.iterdir()), (p / 'made' / 'up.txt').read_text()[:9],
          (p / 'made').is_dir(), (p / 'nothing').exists())

with zipfile.ZipFile('evil.zip', 'w') as z:
    for name in '../../escape.txt', '/absolute.txt', 'a/../../b.txt', './c.txt', 'd//e.txt':
        z.writestr(name, name)
with zipfile.ZipFile('evil.zip') as z:
    z.extractall('safe')
    print(sorted(os.path.join(t, n) for t, _, ns in os.walk('safe') for n in ns), os.path.exists('../escape.txt'))

data = open('x.zip', 'rb').read()
for name, broken in (('empty', b''), ('text', b'hello' * 50), ('cut', data[:-30]), ('head', data[40:]),
                     ('end', data[:100]), ('crc', data.replace(b'beta\nlines', b'beta\nlimes')),
                     ('local', b'XX' + data[2:]), ('central', data.replace(b'PK\1\2', b'PK\1\3', 1)),
                     ('method', data.replace(struct.pack('<HH', 20, 0) + b'\0\0', b'\x14\0\0\0\x63\0'))):
    try:
        with zipfile.ZipFile(io.BytesIO(broken)) as z:
            print(name, 'bad:', z.testzip())
            print(z.read('renamed.txt'))
    except Exception as e:
        print(name, type(e).__name__, e)
for wrong in (lambda: zipfile.ZipFile('x.zip', 'q'), lambda: zipfile.ZipFile('missing.zip'),
              lambda: zipfile.ZipFile('x.zip').read('nothing'), lambda: zipfile.ZipFile('x.zip').open('added', 'x'),
              lambda: zipfile.ZipFile('y.zip', 'w', 99), lambda: zipfile.ZipFile('x.zip').writestr('a', 'b'),
              lambda: zipfile.ZipInfo('x', (1970, 1, 1, 0, 0, 0)), lambda: zipfile.ZipFile('x.zip').setpassword('a'),
              lambda: zipfile.ZipFile('x.zip', 'x')):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)


class NoSeek(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, b):
        self.parts.append(bytes(b))
        return len(b)


sink = NoSeek()
with zipfile.ZipFile(sink, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('streamed', b'abc' * 1000)
with zipfile.ZipFile(io.BytesIO(b'prefix' + b''.join(sink.parts))) as z:
    print(z.namelist(), z.getinfo('streamed').flag_bits, len(z.read('streamed')))
