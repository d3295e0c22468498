import os
import shutil
import tarfile
import tempfile
import zipfile

TEXT = b''.join(b'line %d of a text that repeats itself\n' % i for i in range(2000))


def tree(top):
    return sorted(os.path.relpath(os.path.join(d, n), top) for d, ds, fs in os.walk(top) for n in ds + fs)


print(shutil.get_archive_formats())
print(shutil.get_unpack_formats())
with tempfile.TemporaryDirectory() as top:
    top = os.path.realpath(top)
    os.chdir(top)
    os.makedirs('data/sub/empty')
    for name in ('data/a.txt', 'data/sub/b.txt'):
        with open(name, 'wb') as f:
            f.write(TEXT)
    for kind in ('tar', 'gztar', 'bztar', 'xztar', 'zip'):
        for root, base in (('data', None), (None, 'data'), ('data', 'sub'), ('.', 'data')):
            made = shutil.make_archive('out/' + kind, kind, root, base)
            print(kind, root, base, made.replace(top, 'TOP'))
            names = sorted(zipfile.ZipFile(made).namelist()) if kind == 'zip' else sorted(tarfile.open(made).getnames())
            print(names)
            shutil.unpack_archive(made, 'back')
            print(tree('back'))
            with open([os.path.join(d, 'b.txt') for d, _, fs in os.walk('back') if 'b.txt' in fs][0], 'rb') as f:
                print(f.read() == TEXT)
            shutil.rmtree('back')
            os.remove(made)
    for wrong in (lambda: shutil.make_archive('x', 'rar'), lambda: shutil.unpack_archive('x.rar'), lambda: shutil.unpack_archive('x', format='rar'),
                  lambda: shutil.unpack_archive('data/a.txt', format='zip'), lambda: shutil.unpack_archive('data/a.txt', format='tar'),
                  lambda: shutil.register_archive_format('x', 3), lambda: shutil.register_archive_format('x', print, 3),
                  lambda: shutil.register_archive_format('x', print, [3]), lambda: shutil.register_unpack_format('x', ['.tar'], print),
                  lambda: shutil.register_unpack_format('x', ['.x'], 3)):
        try:
            print(wrong())
        except Exception as e:
            print(type(e).__name__, e)

    def mine(base_name, base_dir, **more):
        print('mine', base_name.replace(top, 'TOP'), base_dir, sorted(more.items()), os.path.relpath(os.getcwd(), top))
        return base_name + '.mine'

    shutil.register_archive_format('mine', mine, [('level', 3)], 'my own')
    print(shutil.make_archive('x', 'mine', 'data').replace(top, 'TOP'), ('mine', 'my own') in shutil.get_archive_formats())
    shutil.unregister_archive_format('mine')
    shutil.register_unpack_format('mine', ['.mine'], lambda name, folder, **k: print('unpacks', name, folder, k), [('a', 1)])
    shutil.unpack_archive('x.mine', 'there')
    shutil.unregister_unpack_format('mine')
    for kind in ('gz', 'bz2', 'xz'):
        name = 't.tar.' + kind
        with tarfile.open(name, 'w:' + kind) as t:
            t.add('data')
        for mode in ('r', 'r:*', 'r:' + kind, 'r|*', 'r|' + kind):
            with tarfile.open(name, mode) as t:
                print(kind, mode, [m.name for m in t])
        for other in ('gz', 'bz2', 'xz'):
            if other != kind:
                try:
                    tarfile.open(name, 'r:' + other)
                except tarfile.ReadError as e:
                    print(e)
        with tarfile.open(name, 'w|' + kind) as t:
            t.add('data/a.txt')
        with tarfile.open(name) as t:
            print(t.getnames(), t.extractfile('data/a.txt').read() == TEXT)
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with zipfile.ZipFile('z.zip', 'w', compression=method) as z:
            z.write('data/a.txt')
            z.writestr('empty', b'')
            with z.open('streamed', 'w') as f:
                f.write(TEXT[:100])
                f.write(TEXT[100:])
        with zipfile.ZipFile('z.zip') as z:
            for info in z.infolist():
                print(method, info.filename, info.compress_type, info.file_size, info.compress_size < 5000 or method == 0, info.extract_version, info.flag_bits)
            print(z.read('data/a.txt') == TEXT, z.read('empty'), z.read('streamed') == TEXT, z.testzip())
            with z.open('data/a.txt') as f:
                print(f.read(20), f.readline(), f.seek(-10, 2), f.read())
    try:
        zipfile.ZipFile('z.zip', 'w', compression=99)
    except NotImplementedError as e:
        print(e)
    os.chdir('/')
