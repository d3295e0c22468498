# Source text given as bytes that are no UTF-8, and documentation of the fields of named tuples.
from collections import namedtuple

for source in (b'\xff', b'abc\xff', b'a = b\xe4c', b'# \xff\n1', b'"ab\xe4"', b'"""a\nb\xe4"""',
               b"f'a\xe4{a}'", b'1+\xff', b'"\\n\xe4"', b'x = "\xe4\xf6\xfc"\nprint(x)\n',
               b'r"\xff"', b'b"\xff"', b'"ab\xc3\xa4\xe4"', b'\xc3\xa4 = 1 # \xff',
               b"u'\\x41\xe4'", b"'''a\n\xe4\xe4'''", b'x = 1\ny = "a\xe4b"\n', b'\xe4\xb8',
               b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"', b'# coding: latin-1\nprint("\xe4")'):
    try:
        exec(source)
    except SyntaxError as e:
        print(source, '|', e.msg, e.lineno)
    else:
        print(source, 'is fine')

Point = namedtuple('Point', 'x y')
Point.x.__doc__ = 'how far right'
Point.__doc__ += ': a place'
print(Point.x.__doc__, '|', Point.y.__doc__, '|', Point.__doc__)
try:
    int.real.__doc__ = 'no'
except AttributeError as e:
    print(e)
