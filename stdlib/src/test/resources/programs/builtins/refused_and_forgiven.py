"""Flags that compile() does not know, names that a class cannot have, streams without flush for input()."""
import ast
import sys

for flags in 0xff, 1 << 30, 1, ast.PyCF_ONLY_AST | 1:
    try:
        compile('a', 'x', 'exec', flags)
        print('compiled')
    except ValueError as e:
        print(e)
print(type(compile('a', 'x', 'exec', 0x1000000)).__name__)


class T:
    pass


for name in 'A\0B', b'A', 'Fine':
    try:
        T.__name__ = name
        print(T.__name__)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class In:
    def readline(self):
        return 'a line\n'


class Out:
    written = ''

    def write(self, text):
        self.written += text


kept = sys.stdin, sys.stdout
sys.stdin, sys.stdout = In(), Out()
try:
    line = input('prompt ')
    written = sys.stdout.written
finally:
    sys.stdin, sys.stdout = kept
print(repr(line), repr(written))
