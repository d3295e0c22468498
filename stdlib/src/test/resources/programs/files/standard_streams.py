import contextlib
import io
import os
import sys

print(sys.stdout.name, sys.stdout.mode, sys.stdout.encoding, sys.stdout.fileno(), sys.stdout.closed)
print(sys.stderr.name, sys.stderr.mode, sys.stderr.errors)
print(sys.stdin.name, sys.stdin.mode, sys.stdin.fileno(), sys.stdin.readable(), sys.stdin.writable())
print(sys.stdout.writable(), sys.stdout.readable(), sys.stdout.write('four') == 4)
print(isinstance(sys.stdout, io.TextIOBase), isinstance(sys.stdin, io.IOBase), sys.stdout)
print(sys.stdout is sys.__stdout__, type(sys.stdout))
for f in (sys.stdout.read, sys.stdout.readline, lambda: sys.stdin.write('x')):
    try:
        f()
    except io.UnsupportedOperation as e:
        print('refused:', e)
try:
    sys.stdout.write(b'x')
except TypeError as e:
    print(e)

print('from stdin:', repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.read(3)))
print(repr(input('prompt> ')))
sys.stdout.flush()
sys.stdout.buffer.write(b'bytes \xc3\xbc\n')
sys.stdout.buffer.flush()
os.write(1, b'by descriptor\n')
print(next(sys.stdin), end='')
print(sys.stdin.readlines(), repr(sys.stdin.read()), repr(sys.stdin.readline()))
try:
    input()
except EOFError as e:
    print('EOFError', e)

out = io.StringIO()
with contextlib.redirect_stdout(out):
    print('caught', 1, sep='-')
    print('more', file=sys.stdout, end='')
print(repr(out.getvalue()))
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print('error', file=sys.stderr)
print(repr(err.getvalue()))
sys.stdin = io.StringIO('one\ntwo\n')
sys.stdout = io.StringIO()
a = input('asked: ')
text = sys.stdout.getvalue()
sys.stdout = sys.__stdout__
print(repr(a), repr(text), input(), list(sys.stdin))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append('FLUSH')


w = Writer()
print('a', 'b', file=w, flush=True)
print(w.parts)
sys.stdout = w
print('hidden')
sys.stdout = sys.__stdout__
print(w.parts)
try:
    print('x', file=3)
except AttributeError as e:
    print(e)
sys.stdout.flush()
saved = os.dup(1)
path = 'standard_streams.tmp'
fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
os.dup2(fd, 1)
print('into the file')
sys.stdout.flush()
os.dup2(saved, 1)
os.close(fd)
os.close(saved)
print('back', open(path).read())
os.remove(path)
sys.stdin = None
try:
    input()
except RuntimeError as e:
    print(e)
f = open(2, 'w', closefd=False)
f.write('to errors\n')
f.close()
print(f.name, sys.stderr.closed)
