"""The classes of io by hand: raw ones of the program, buffers over them, text over everything."""
import io
import pickle


def attempt(label, work, *args):
    try:
        print(label, '->', repr(work(*args)))
    except Exception as e:
        print(label, '!!', type(e).__name__, e)


class Raw(io.RawIOBase):
    """Gives and takes a few bytes at a time, and says so."""

    def __init__(self, data, most=4):
        self.data, self.at, self.most, self.calls = bytearray(data), 0, most, []

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, buffer):
        part = self.data[self.at:self.at + min(len(buffer), self.most)]
        buffer[:len(part)] = part
        self.at += len(part)
        self.calls.append(('readinto', len(part)))
        return len(part)

    def write(self, data):
        data = bytes(data)[:self.most]
        self.data[self.at:self.at + len(data)] = data
        self.at += len(data)
        self.calls.append(('write', data))
        return len(data)

    def seek(self, offset, whence=0):
        base = {0: 0, 1: self.at, 2: len(self.data)}[whence]
        self.at = base + offset
        return self.at

    def truncate(self, size=None):
        del self.data[self.at if size is None else size:]
        return len(self.data)


raw = Raw(b'0123456789abcdef')
print(raw.read(3), raw.read(100), raw.readall(), raw.read(1), raw.tell(), raw.seek(0), raw.readline(), raw.closed)
raw = Raw(b'one\ntwo\nthree')
print(raw.readlines(), raw.isatty(), list(Raw(b'x\ny\n')))
attempt('fileno', raw.fileno)
with raw as same:
    print(same is raw)
attempt('closed', raw.readline)
attempt('closed', raw.__enter__)

raw = Raw(b'0123456789abcdefghij')
reader = io.BufferedReader(raw, 8)
print(reader.read(3), reader.peek()[:1], reader.read1(10), reader.tell(), reader.read(6), reader.seek(2), reader.read())
print(reader.raw is raw, reader.readable(), reader.writable(), reader.seekable(), repr(reader))
attempt('write', reader.write, b'x')
attempt('name', lambda: reader.name)
print(reader.detach() is raw)
attempt('detached', reader.read)
attempt('detached', reader.detach)
print(repr(reader), raw.closed)

raw = Raw(b'')
writer = io.BufferedWriter(raw, 10)
print(writer.write(b'12345'), raw.data, writer.write(b'67890x'), bytes(raw.data), writer.tell())
writer.flush()
print(bytes(raw.data), raw.calls)
attempt('read', writer.read)
writer.close()
print(raw.closed, writer.closed)
attempt('write to closed', writer.write, b'')

raw = Raw(b'hello world')
both = io.BufferedRandom(raw)
print(both.read(2), both.write(b'XY'), both.read(2), both.seek(-2, 2), both.write(b'!!!'), both.seek(0), both.read())
print(both.truncate(3), bytes(raw.data))

pair = io.BufferedRWPair(Raw(b'to read'), out := Raw(b''))
print(pair.read(2), pair.peek(1)[:1], pair.write(b'written'), pair.flush(), bytes(out.data), pair.read1(3), pair.readable(),
      pair.writable(), pair.seekable(), pair.isatty())
pair.close()
print(pair.closed)
for bad in (lambda: io.BufferedRWPair(io.RawIOBase(), Raw(b'')), lambda: io.BufferedReader(io.RawIOBase()),
            lambda: io.BufferedWriter(io.RawIOBase()), lambda: io.BufferedRandom(io.RawIOBase()),
            lambda: io.BufferedReader(5), lambda: io.BufferedReader(Raw(b''), 0), lambda: io.TextIOWrapper(5)):
    attempt('refused', bad)

# ---- nothing to read yet, wrong answers -----------------------------------------------------------


class Strange(Raw):
    answer = None

    def readinto(self, buffer):
        return self.answer

    def write(self, data):
        return self.answer


for Strange.answer in (None, 100000, -1):
    attempt('read', io.BufferedReader(Strange(b'')).read, 3)
    if Strange.answer is None:
        attempt('read all', io.BufferedReader(Strange(b'')).read)
    else:
        writer = io.BufferedWriter(Strange(b''))
        writer.write(b'x')
        attempt('flush', writer.flush)
        Strange.answer = 1
        writer.flush()


class Failing(Raw):
    def close(self):
        if not self.closed:
            super().close()
            raise OSError('closing failed')

    def write(self, data):
        raise OSError('writing failed')


writer = io.BufferedWriter(Failing(b''))
writer.write(b'x')
try:
    writer.close()
except OSError as e:
    print(e, '|', e.__context__)

# ---- text ----------------------------------------------------------------------------------------
raw = Raw('zwölf\r\nBoxkämpfer\njagen'.encode(), most=3)
text = io.TextIOWrapper(io.BufferedReader(raw, 4))
print(repr(text.read(4)), repr(text.readline()), text.newlines, text.readlines(), text.newlines)
text = io.TextIOWrapper(io.BytesIO('a\nb'.encode('utf-16')), encoding='utf-16')
print(text.read(), text.encoding, text.errors, text.line_buffering, text.write_through)
below = io.BytesIO()
text = io.TextIOWrapper(below, encoding='latin-1', newline='\r\n', write_through=True)
text.write('é\n')
text.flush()
print(below.getvalue())
text.reconfigure(encoding='utf-8', newline='\n')
text.write('é\n')
text.flush()
print(below.getvalue(), text.encoding)
print(text.detach() is below, below.closed)
attempt('detached', text.read)
attempt('detached', lambda: text.closed)


class Upper(io.TextIOWrapper):
    def write(self, s):
        return super().write(s.upper())


below = io.BytesIO()
upper = Upper(below, write_through=True)
print('shout', file=upper, flush=True)
print(below.getvalue())


class Lines(io.TextIOBase):
    def __init__(self, lines):
        self.lines = list(lines)

    def readline(self, size=-1):
        return self.lines.pop(0) if self.lines else ''


print(list(Lines(['a\n', 'b'])), Lines(['x', 'y']).readlines(), io.TextIOBase().encoding)


class Counting(io.BytesIO):
    reads = 0

    def read1(self, size=-1):
        Counting.reads += 1
        return super().read1(size)


text = io.TextIOWrapper(Counting(b'x\n' * 3))
print(text.readlines(), Counting.reads > 0)
closed = []


class Closing(io.BytesIO):
    def close(self):
        closed.append(self.getvalue())
        super().close()


with io.TextIOWrapper(Closing()) as text:
    text.write('kept')
print(closed)

# ---- in memory -----------------------------------------------------------------------------------
for newline in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO('a\nb\r\nc\rd', newline=newline)
    print(repr(newline), s.readlines(), repr(s.getvalue()), s.newlines)
    s = io.StringIO(newline=newline)
    s.write('x\ny\r\nz\r')
    print('  ', repr(s.getvalue()), s.newlines)
s = io.StringIO('0123456789')
print(s.read(3), s.tell(), s.seek(8), s.write('abcd'), s.getvalue(), s.truncate(5), s.getvalue(), s.seek(0, 2), s.tell())
print(s.seek(8), s.write('z'), repr(s.getvalue()))
s = io.StringIO('😀b😀\nd')
print(s.read(1), s.tell(), s.read(2), s.tell(), repr(s.readline()), s.seek(1), s.write('X'), ascii(s.getvalue()))
for bad in (lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 3), lambda: s.truncate(-1), lambda: s.write(b''),
            lambda: io.StringIO(5), lambda: io.StringIO('', 'x'), lambda: s.fileno(), lambda: s.detach()):
    attempt('refused', bad)
b = io.BytesIO(b'0123456789')
print(b.read(2), b.seek(-2, 2), b.read(), b.seek(20), b.write(b'x'), b.getvalue(), b.truncate(3), b.getvalue(), b.tell())
for bad in (lambda: b.seek(-1), lambda: b.seek(0, 3), lambda: b.truncate(-1), lambda: b.write('x'), lambda: io.BytesIO('x'),
            lambda: b.fileno(), lambda: b.detach()):
    attempt('refused', bad)
view = io.BytesIO(b'abc')
with view.getbuffer() as window:
    window[1] = 88
print(view.getvalue(), view.readinto(bytearray(2)), view.readlines(), view.read1())
s.seek(2)
for original in (io.BytesIO(b'abc'), s):
    original.read(1)
    original.note = 'mine'
    copy = pickle.loads(pickle.dumps(original))
    print(copy.getvalue() == original.getvalue(), copy.tell() == original.tell(), copy.note)
attempt('pickled', lambda: pickle.dumps(open('/dev/null')))
attempt('pickled', lambda: pickle.dumps(open('/dev/null', 'rb')))

# ---- decoder of line ends --------------------------------------------------------------------------
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print([decoder.decode(p) for p in ('a\r', '\nb\r', 'c\n', '\r')], decoder.getstate(), repr(decoder.decode('', final=True)),
      decoder.newlines)
decoder.reset()
print(decoder.newlines, decoder.getstate())
plain = io.IncrementalNewlineDecoder(None, translate=False)
print([plain.decode(p) for p in ('a\r', '\nb')], plain.newlines)
print(sorted(io.__all__) == sorted(n for n in io.__all__ if hasattr(io, n)), io.open is open, io.DEFAULT_BUFFER_SIZE)
