"""tarfile: writing, reading, filters, damaged and malicious archives."""
import io
import os
import tarfile
import tempfile

folder = os.path.realpath(tempfile.mkdtemp())
os.chdir(folder)
os.makedirs('in/sub')
for name, data in ('in/a.txt', 'alpha\n' * 200), ('in/sub/b.txt', 'beta\n'), ('in/' + 'long' * 30 + '.txt', 'l'), ('in/ü', 'u'):
    with open(name, 'w', encoding='utf-8') as f:
        f.write(data)
    os.utime(name, (1600000000, 1600000000))
os.symlink('a.txt', 'in/link')


def show(archive):
    for m in archive:
        print(m.name[:30], len(m.name), m.type, m.size, oct(m.mode & 0o777), m.linkname, m.isfile(), m.isdir(), m.issym())


for mode in 'w', 'w:gz':
    for kind in tarfile.PAX_FORMAT, tarfile.GNU_FORMAT:
        with tarfile.open('x.tar', mode, format=kind) as t:
            t.add('in')
            info = tarfile.TarInfo('made.bin')
            info.size = 5
            t.addfile(info, io.BytesIO(b'12345'))
        with tarfile.open('x.tar') as t:
            print(mode, kind, sorted(t.getnames()) == sorted(['in', 'in/a.txt', 'in/link', 'in/' + 'long' * 30 + '.txt',
                                                              'in/sub', 'in/sub/b.txt', 'in/ü', 'made.bin']))
        print(tarfile.is_tarfile('x.tar'), tarfile.is_tarfile('in/a.txt'))
with tarfile.open('x.tar', 'r:gz') as t:
    show(t)
    print(t.extractfile('made.bin').read(), t.extractfile('in/link').readline(), t.extractfile('in'))
    f = t.extractfile(t.getmember('in/a.txt'))
    print(f.seek(6), f.read(5), f.tell(), f.readlines()[-1], f.name)
    t.extractall('out', filter='data')
print(sorted(os.path.join(top, n)[4:20] for top, ds, ns in os.walk('out') for n in ns), os.readlink('out/in/link'))
print(os.stat('out/in/a.txt').st_mtime, open('out/in/ü').read())
with tarfile.open('y.tar', 'w') as t:
    t.add('in/a.txt', 'first', filter=lambda m: m.replace(uid=7, name='changed', deep=False))
    t.add('in/sub', filter=lambda m: None)
with tarfile.open('y.tar', 'a') as t:
    t.add('in/sub/b.txt', 'second')
with tarfile.open('y.tar') as t:
    print(t.getnames(), t.getmember('changed').uid, [m.size for m in t.getmembers()])
    t.extract('second', 'one')
print(os.listdir('one'))
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode='w|gz') as t:
    t.add('in/a.txt', 's')
with tarfile.open(fileobj=io.BytesIO(buffer.getvalue()), mode='r|gz') as t:
    for m in t:
        print(m.name, len(t.extractfile(m).read()))


def archive(*members):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode='w') as t:
        for name, kind, link in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, link
            if kind == tarfile.REGTYPE:
                info.size = 4
            info.mode = 0o7777
            t.addfile(info, io.BytesIO(b'evil') if kind == tarfile.REGTYPE else None)
    return tarfile.open(fileobj=io.BytesIO(made.getvalue()))


for name in 'data', 'tar':
    for members in ([('../escape', tarfile.REGTYPE, '')], [('/absolute/x', tarfile.REGTYPE, '')],
                    [('ok', tarfile.SYMTYPE, '/etc/passwd')], [('ok', tarfile.SYMTYPE, '../../x')],
                    [('hard', tarfile.LNKTYPE, '../x')], [('fifo', tarfile.FIFOTYPE, '')], [('plain', tarfile.REGTYPE, '')],
                    [('d', tarfile.SYMTYPE, '..'), ('d/x', tarfile.REGTYPE, '')]):
        try:
            with archive(*members) as t:
                where = tempfile.mkdtemp(dir=folder)
                if name == 'tar' and members[0][1] != tarfile.REGTYPE:
                    continue
                t.extractall(where, filter=name)
                for top, ds, ns in os.walk(where):
                    for n in ns:
                        print(name, os.path.relpath(os.path.join(top, n), where), oct(os.stat(os.path.join(top, n)).st_mode))
        except tarfile.TarError as e:
            print(name, type(e).__name__, str(e).replace(folder, '<folder>').split(' would')[0])
print(os.path.exists('../escape'), os.path.exists('escape'))

data = open('y.tar', 'rb').read()
for name, broken in (('empty', b''), ('text', b'hello ' * 200), ('short', data[:100]), ('cut', data[:700]),
                     ('sum', b'X' + data[1:]), ('second', data[:2048] + b'junk' * 128 + data[2560:])):
    try:
        with tarfile.open(fileobj=io.BytesIO(broken), mode='r:') as t:
            print(name, t.getnames())
            print(t.extractfile('changed').read()[:5])
            print(len(t.extractfile('changed').read()))
    except (tarfile.TarError, KeyError) as e:
        print(name, type(e).__name__, e)
for wrong in (lambda: tarfile.open('x.tar', 'q'), lambda: tarfile.open(), lambda: tarfile.open('missing.tar'),
              lambda: tarfile.open('x.tar', 'r:zz'), lambda: tarfile.open('y.tar').getmember('none'),
              lambda: tarfile.open('y.tar').add('in'), lambda: tarfile.open('y.tar').extractall('z', filter='nope'),
              lambda: tarfile.open('y.tar', 'r:gz'), lambda: tarfile.TarInfo('x').replace(foo=1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
