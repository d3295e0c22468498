"""open in every mode: what comes back, where the file is, what is refused."""
import io
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'file')


def content():
    with open(path, 'rb') as f:
        return f.read()


def attempt(label, work, *args):
    try:
        print(label, '->', repr(work(*args)))
    except Exception as e:
        print(label, '!!', type(e).__name__, str(e).replace(folder, 'FOLDER'))


def put(data):
    with open(path, 'wb') as f:
        f.write(data)


# ---- each mode -----------------------------------------------------------------------------------
for mode in ('r', 'r+', 'w', 'w+', 'a', 'a+', 'x', 'x+', 'rb', 'rb+', 'wb', 'w+b', 'ab', 'a+b', 'xb', 'rt', 'tw',
             'rw', 'q', '', 'r++', 'rbt', 'U', 'br', '+r', 'b', 'rr'):
    put(b'one\ntwo\nthree\n')
    if 'x' in mode:
        os.remove(path)
    try:
        f = open(path, mode)
    except Exception as e:
        print(repr(mode), '!!', type(e).__name__, e)
        continue
    text = 'b' not in mode
    print(repr(mode), type(f).__name__, f.mode, f.readable(), f.writable(), f.seekable(), f.tell(), f.closed)
    attempt('  readline', f.readline)
    attempt('  tell', f.tell)
    attempt('  write', f.write, 'X' if text else b'X')
    attempt('  flush', f.flush)
    attempt('  tell', f.tell)
    attempt('  rest', f.read)
    attempt('  seek', f.seek, 1)
    attempt('  write', f.write, 'YZ' if text else b'YZ')
    attempt('  truncate', f.truncate)
    attempt('  wrong type', f.write, b'b' if text else 't')
    f.close()
    attempt('  closed', f.read)
    print('  file:', content())

# ---- newlines ------------------------------------------------------------------------------------
data = b'a\nb\r\nc\rd\r\n\r\n\re'
for newline in (None, '', '\n', '\r', '\r\n'):
    put(data)
    with open(path, newline=newline) as f:
        print(repr(newline), f.newlines, f.readlines(), f.newlines)
    with open(path, newline=newline) as f:
        print('  read', repr(f.read(3)), repr(f.read(1)), repr(f.readline()), repr(f.readline(1)), repr(f.read()))
    put(b'a\nb\r\nc\n\r\nd')
    with open(path, newline=newline) as f:
        places = []
        while True:
            line = f.readline()
            places.append(f.tell())
            if not line:
                break
        print('  places', places)
    with open(path, 'w', newline=newline) as f:
        print('  wrote', f.write('x\ny\r\nz\rw'))
    print('  file', content())
for bad in ('x', '\n\n', 3, b'\n'):
    attempt('newline %r' % (bad,), lambda: open(path, newline=bad))

# ---- encodings and error handlers -----------------------------------------------------------------
text = 'aé€😀z\n'
for encoding in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'latin-1', 'ascii', 'cp1252',
                 'iso-8859-15', 'cp437', 'koi8-r', 'shift_jis', 'euc-jp'):
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'):
        if errors == 'namereplace' and encoding != 'ascii':
            continue
        try:
            with open(path, 'w', encoding=encoding, errors=errors) as f:
                f.write(text)
        except UnicodeEncodeError as e:
            print(encoding, errors, '!!', e)
            continue
        print(encoding, errors, content())
        with open(path, encoding=encoding) as f:
            print('   ', ascii(f.read()))
for raw in (b'ok\xff\xfe', b'\xc3', b'\xe2\x82', b'\xf0\x9f\x98', b'\xed\xa0\x80', b'\x80abc', b'abc\xc3(\n'):
    put(raw)
    for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
        with open(path, encoding='utf-8', errors=errors) as f:
            attempt('%r %s' % (raw, errors), lambda: ascii(f.read()))
put(b'\xff\xfea\x00b\x00\n\x00c\x00')
with open(path, encoding='utf-16') as f:
    print(f.read(1), f.tell(), repr(f.readline()), f.read())
    f.seek(0)
    print(repr(f.read()))
with open(path, 'a', encoding='utf-16') as f:
    f.write('d')
print(content())
with open(path, 'w', encoding='utf-8-sig') as f:
    f.write('a')
    f.write('b')
with open(path, 'a', encoding='utf-8-sig') as f:
    f.write('c')
print(content())
for name in ('utf8', 'UTF_8', 'U8', 'Latin-1', 'l1', 'ascii', 'US-ASCII', 'nope', 'hex'):
    attempt('encoding ' + name, lambda: (open(path, encoding=name).encoding, open(path, encoding=name).errors)
            if name != 'hex' else None)

# ---- buffering -----------------------------------------------------------------------------------
for buffering in (-1, 0, 1, 2, 10, 8192):
    attempt('text %d' % buffering, lambda: open(path, 'w', buffering).line_buffering)
    attempt('binary %d' % buffering, lambda: type(open(path, 'wb', buffering if buffering != 1 else 2)).__name__)
f = open(path, 'w', 1)
f.write('first\nsecond')
print(content())
f.close()
print(content())
f = open(path, 'wb', 10)
for i in range(4):
    f.write(b'12345')
    print(f.tell())
f.close()
f = open(path, 'wb', 0)
f.write(b'now')
print(content(), f.raw if hasattr(f, 'raw') else 'raw itself')
f.close()

# ---- positions in text ----------------------------------------------------------------------------
put('añb\r\nsecond ü line\nthird'.encode())
with open(path) as f:
    print(repr(f.read(2)), f.tell(), repr(f.read(2)), f.tell(), repr(f.readline()), f.tell())
    place = f.tell()
    print(repr(f.read(4)), f.seek(place), repr(f.read(4)))
    attempt('relative', f.seek, 2, 1)
    attempt('from the end', f.seek, -1, 2)
    attempt('whence', f.seek, 0, 9)
    attempt('negative', f.seek, -1)
    print(f.seek(0, 2), repr(f.read()), f.seek(0), f.seek(0, 1))
    attempt('next', next, f)
    attempt('tell in an iteration', f.tell)
    print(list(f), f.tell())
    f.seek(0)
    print(f.readlines(3), f.readlines())

# ---- bytes ----------------------------------------------------------------------------------------
put(bytes(range(20)))
with open(path, 'rb') as f:
    buffer = bytearray(5)
    print(f.readinto(buffer), buffer, f.read1(3), f.peek(2)[:2], f.tell(), f.seek(-3, 2), f.read(), f.seek(-5, 1))
    view = memoryview(buffer)[1:3]
    print(f.readinto(view), buffer, f.readinto1(buffer), f.readinto(buffer), buffer)
    attempt('bytes', f.readinto, b'123')
    attempt('negative', f.read, -5)
    print(f.raw.read(), f.fileno() > 2, f.raw.fileno() == f.fileno(), f.isatty())
with open(path, 'rb+') as f:
    print(f.read(3), f.write(b'abc'), f.read(3), f.seek(0), f.read())
    print(f.truncate(4), f.tell(), f.seek(0), f.read(), f.truncate(8), f.seek(0), f.read())
    attempt('negative size', f.truncate, -1)

# ---- descriptors ----------------------------------------------------------------------------------
fd = os.open(path, os.O_RDWR | os.O_CREAT)
f = open(fd, 'rb', closefd=False)
print(f.raw.closefd, f.name == fd)
f.close()
print(os.read(fd, 2))
with open(fd, 'r+') as g:
    print(g.name == fd, g.read())
attempt('closed by it', os.read, fd, 1)
attempt('no such', open, 9999)
attempt('negative', open, -1)
attempt('closefd', lambda: open(path, closefd=False))
asked = []


def opener(name, flags):
    asked.append((os.path.basename(name), flags & ~os.O_CLOEXEC))
    return os.open(name, flags)


for mode in ('r', 'r+', 'w', 'w+', 'a', 'a+'):
    open(path, mode, opener=opener).close()
print(asked)
attempt('opener', lambda: open(path, opener=lambda n, f: 'x'))
attempt('opener', lambda: open(path, opener=lambda n, f: -1))
for bad in (folder, folder + '/none', folder + '/none/x', 'a\0b', 3.5, None, ''):
    attempt('open %s' % (str(bad).replace(folder, 'FOLDER')), open, bad)
attempt('exists', open, path, 'x')
attempt('text and bytes', lambda: open(path, 'rb', encoding='utf-8'))
attempt('text and bytes', lambda: open(path, 'rb', errors='strict'))
attempt('text and bytes', lambda: open(path, 'rb', newline=''))
os.remove(path)
os.rmdir(folder)
