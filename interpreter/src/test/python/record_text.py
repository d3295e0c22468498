"""Records what CPython makes of expressions about str, bytes and bytearray.

Run by hand with CPython 3.11 after changing the lists here:
    python3 record_text.py ../resources/org/pyconc/builtins
Each line of the tables: expression, tab, repr of the result or !Type: message.
"""

import sys
import warnings
from itertools import product
from pathlib import Path

warnings.simplefilter("ignore")

TEXTS = [
    "''", "'a'", "'hello world'", "'  two  words '", "'a,b,,c'", "'Straße'", "'ǅungla ﬁn'",
    "'ΑΣ ΟΔΥΣΣΕΥΣ'", "'tab\\there\\n\\x00\\x7f\\xa0'", "'it\\'s \"q\" \\\\'", "'😀 smile 😀'",
    "'𝔘nicode\\n\\U0001f600'", "'\\ud800x\\udc00'", "'ab\\r\\ncd\\n\\nef\\x0bgh\\u2028ij\\r'",
    "'123'", "'-42'", "'+7'", "'٣²½四'", "'A1 b2'", "'They\\'re Bill\\'s'", "'ͅᾳΣ'",
]
NO_ARGUMENTS = [
    "capitalize", "casefold", "expandtabs", "isalnum", "isalpha", "isascii", "isdecimal",
    "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle",
    "isupper", "lower", "lstrip", "rsplit", "rstrip", "split", "splitlines", "strip", "swapcase",
    "title", "upper", "__len__", "__repr__", "__str__",
]
TEXT_CALLS = [
    "center(9)", "center(10, '*')", "center(4, '😀')", "ljust(7, '.')", "rjust(8)", "zfill(6)",
    "expandtabs(3)", "expandtabs(0)", "splitlines(True)", "strip('a h')", "lstrip('hA')",
    "rstrip('d s\\n')", "split(' ')", "split(',')", "split(None, 1)", "rsplit(None, 1)",
    "split('l', 1)", "rsplit('l', 1)", "split('😀')", "rsplit('😀', 1)", "partition(' ')",
    "rpartition(' ')", "partition('😀')", "find('o')", "rfind('o')", "find('')", "rfind('')",
    "find('', 3)", "find('l', 3, -1)", "rfind('l', -100, 100)", "count('l')", "count('')",
    "count('', 1, 3)", "startswith('he')", "startswith(('x', 'a'))", "startswith('', 2)",
    "endswith('d')", "endswith((' ', '😀'))", "endswith('o', 0, 5)", "replace('l', 'LL')",
    "replace('', '-')", "replace('', '-', 2)", "replace('a', '')", "replace('😀', 'x', 1)",
    "replace(' ', '😀')", "removeprefix('he')", "removesuffix('ld')", "join(['1', '2', '3'])",
    "join('😀é')", "join([])", "translate({97: 'A', 98: None, 104: 72, 32: '😀'})",
    "__mul__(2)", "__mul__(-1)", "__add__('é😀')",
    "__contains__('l')", "__contains__('😀')", "__eq__('a')", "__lt__('b')", "__ge__('😀')",
    "__format__('12')", "__format__('*^20')", "__format__('.2')", "__format__('😀>12.5s')",
    "encode()", "encode('ascii', 'backslashreplace')", "encode('latin-1', 'replace')",
    "encode('utf-16', 'ignore')", "encode('utf-8', 'surrogatepass')", "encode('utf-32-be', 'replace')",
    "encode('ascii', 'xmlcharrefreplace')", "encode('ascii', 'namereplace')", "encode('ascii')",
    "encode('cp1252')", "encode('utf-16-le')", "encode('utf-8')", "encode('unicode_escape')",
]
SLICES = ["[::-1]", "[1:-1]", "[-3:]", "[::3]", "[10:1:-2]", "[5:2]", "[-100:100]", "[-1]", "[1]"]
TEXT_ERRORS = """
'a'.split(1, 2, 3)
'a'.split(foo=1)
'a'.split(sep=',', sep2=1)
'a'.split(',', sep=',')
'a,b,c'.split(sep=',', maxsplit=1)
'a,b,c'.rsplit(maxsplit=1, sep=',')
'a'.encode(1, 2, 3)
'a'.encode(errors='strict')
'a'.splitlines(1, 2)
'a\\n'.splitlines(keepends=True)
'a'.expandtabs(1, 2)
'\\t'.expandtabs(tabsize=2)
'a'.join(foo=1)
'a'.upper(foo=1)
'a'.zfill(width=1)
chr(i=1)
ord()
ord(1, 2)
format()
str(foo=1)
str(1, 2, 3, 4)
str(b'x', encoding='ascii')
bytes(1, 2, 3, 4)
bytes(foo=1)
bytes('x', encoding='ascii', errors='strict')
bytearray(1, 2, 3, 4)
bytearray('x', encoding='ascii')
memoryview()
memoryview(b'', 1)
memoryview(object=b'x').tolist()
b'a'.hex(1, 2, 3)
b'a'.decode(1, 2, 3)
b'a'.decode(encoding='ascii')
'a'.find(1)
'a'.index('b')
'a'.rindex('b')
'a'.count(1)
'a'.find('a', 'x')
'a'.split(1)
'a'.split('')
'a'.rsplit('')
'a'.split(',', 'x')
'a'.split(None, 10 ** 30)
'a'.partition(1)
'a'.partition('')
'a'.startswith(1)
'a'.startswith((1,))
'a'.endswith((1,))
'a'.endswith(1)
'a'.replace(1, 'b')
'a'.replace('b', 1)
'a'.replace('b', 'c', 'd')
'a'.join(1)
'a'.join([1])
'a'.join(['b', 1])
'a'.center('x')
'a'.center(5, 'ab')
'a'.center(5, 1)
'a'.center(10 ** 30)
'a'.center(10 ** 18)
'a'.zfill('x')
'a'.expandtabs('x')
'a'.strip(1)
'a'.lstrip(1)
'a'.removeprefix(1)
'a'.removesuffix(1)
'a'[None]
'a'['x']
'a'[1.5]
'a'[5]
'😀'[-2]
'a'[1:'x']
'a'[::0]
'a'[10 ** 30]
1 in 'a'
None in '😀'
'a' * 'b'
'a' * 1.5
'a' + 1
'😀' + None
'a' * 10 ** 30
'a' * 10 ** 18
10 ** 18 * ''
'a' < 1
'😀' >= b'a'
'a' == 1
'a' != b'a'
'a'.translate(1)
'a'.translate({97: 1.5})
'a'.translate({97: 1114112})
'a'.translate({97: -1})
str.maketrans(1)
str.maketrans({'ab': 1})
str.maketrans({1.5: 1})
str.maketrans('a')
str.maketrans('a', 1)
str.maketrans(1, 'a')
str.maketrans('a', 'bc')
str.maketrans('a', 'b', 1)
str.maketrans('ab', 'cd', 'ef')
str.maketrans({'a': 1, 98: 'x'})
str.maketrans('😀', 'x')
str(1, 'utf-8')
str('a', 'utf-8')
str(b'a', 1)
str(b'a', 'foo')
str(b'\\xff', 'utf-8')
str(b'\\xff', errors='replace')
str(b'\\xff', errors='foo')
str()
str(12)
str(None)
str(b'abc')
str(b'a\\xc3\\xa9', 'utf-8')
str(object='x')
'a'.encode('foo')
'a'.encode(1)
'\\xff'.encode('ascii')
'\\xff\\xfe'.encode('ascii')
'\\ud800'.encode()
'a\\ud800\\ud801\\U0001f600'.encode()
'\\udc80a'.encode('utf-8', 'surrogateescape')
'\\ud800a'.encode('utf-8', 'surrogateescape')
'\\xff'.encode('ascii', 'foo')
ord('ab')
ord('')
ord(1)
ord(b'ab')
ord('😀')
ord(b'a')
ord(bytearray(b'b'))
chr(-1)
chr('a')
chr(1114112)
chr(10 ** 30)
chr(128512)
chr(55296)
chr(97)
chr(True)
format(1, 2)
format('a', '5')
format('a')
'a'.__format__(1)
'a'.__getnewargs__()
'a'.splitlines('x')
str.upper(1)
str.upper()
'a'.upper(1)
'a'.replace()
'a'.replace('a')
'a'.join()
'a'.center()
'a'.isdigit(1)
'a'.zfill()
'a'.translate()
str.maketrans()
'a'.strip(1, 2)
'a'.partition()
'a'.foo
ascii('é😀\\n')
ascii('plain')
ascii(['é'])
repr('\\u200b\\u0378\\ue000\\U000e0001')
list('a😀b')
list(iter('ab'))
sorted('😀\\uffffa\\U00010000')
max('a', '😀', '\\uffff')
{'😀': 1}['😀']
'\\x1f\\x85\\u3000'.isspace()
'\\u200b'.isspace()
'_a1'.isidentifier()
'1a'.isidentifier()
'class'.isidentifier()
'a' 'b' == 'ab'
'a😀'[0] == 'a'
hash('a😀'[0]) == hash('a')
hash('😀') == hash('😀x'[0])
'a'.__sizeof__(), 'é'.__sizeof__(), '€'.__sizeof__(), '😀'.__sizeof__()
""".strip().split("\n")

PERCENT_VALUES = [
    "0", "42", "-42", "10 ** 20", "-(10 ** 20)", "True", "3.14159", "-0.0", "1e100", "1e-7",
    "'text'", "'😀'", "None", "[1]", "()", "(1, 2)", "{'a': 1}", "(None,)", "('é',)", "b'x'",
    "65", "128512",
]
PERCENT_FORMATS = [
    "'%s'", "'%r'", "'%a'", "'%d'", "'%5d|'", "'%-5d|'", "'%05d'", "'%+d'", "'% d'", "'%.3d'",
    "'%+8.3d|'", "'%x'", "'%#x'", "'%#o'", "'%X'", "'%#010x'", "'%-#10x|'", "'%i %%'", "'%c'",
    "'%5s|'", "'%-5s|'", "'%.2s'", "'%(a)s'", "'%(a)5d'", "'%s %s'", "'%'", "'%y'", "'%5%'",
    "'%e'", "'%f'", "'%.2f'", "'%10.3e|'", "'%g'", "'%G'", "'%#g'", "'%+.1f'", "'%08.2f'", "'no'",
]
PERCENT_OTHER = """
'%*d|' % (5, 42)
'%-*d|' % (5, 42)
'%*d|' % (-5, 42)
'%.*f' % (2, 3.14159)
'%*.*f' % (8, 2, 3.14159)
'%*d' % ('a', 1)
'%.*d' % ('a', 1)
'%99999999999999999999d' % 1
'%.99999999999999999999d' % 1
'%(a' % {}
'%(a)s %(b)r' % {'a': 1, 'b': 'x'}
'%(a)s' % 1
'%(a)s' % {}
'%(a(b))s' % {'a(b)': 5}
'%()s' % {'': 3}
'%(a)*d' % {'a': 1}
'%s' % ((),)
'%s %s %s' % (1, 'b', None)
'%c%c' % ('x', 121)
'%c' % 'ab'
'%c' % -1
'%c' % 1114112
'%c' % 1.5
'%ld %hd %Ld' % (1, 2, 3)
'%é' % 1
'😀 %s 😀' % 'x'
'%😀' % 1
'%d%%' % 50
'%d' % float('nan')
'%d' % float('inf')
'%f' % float('nan')
'%5.1f|%-8f|' % (float('inf'), float('-inf'))
'abc' % []
'abc' % {}
'abc' % ''
'abc' % 1
'%s' % 'a' % ()
""".strip().split("\n")

FORMAT_CASES = """
'{'.format()
'}'.format()
'{}'.format()
'{}'.format(1)
'{} {}'.format(1, 'two')
'{0} {1} {0}'.format('a', 'b')
'{0}{}'.format(1)
'{}{0}'.format(1)
'{a}'.format(a=5)
'{a}'.format()
'{self} {format}'.format(self=1, format=2)
'{{}} {{{}}}'.format(1)
'{a'.format()
'{!'.format(1)
'{!r'.format(1)
'{!rx}'.format(1)
'{!x}'.format(1)
'{!\\x01}'.format(1)
'{!r} {!s} {!a}'.format('é', 'é', 'é')
'{!r:>8}|'.format('a')
'{:{'.format(1)
'{:{}'.format(1)
'{:{}}'.format('a', 5)
'{:{}{}}|'.format('a', '>', 5)
'{:{w}.{p}}|'.format('abcdef', w=8, p=3)
'{:{:{}}}'.format(1, 2, 3)
'{0:{1}}'.format('a', '*^7')
'{a.}'.format(a=1)
'{a[}'.format(a=1)
'{a[]}'.format(a=1)
'{a[b]c}'.format(a={'b': 1})
'{a[b]}'.format(a={'b': 1})
'{a[0]} {a[1][x]}'.format(a=[1, {'x': 2}])
'{0[0]}{0[1]}'.format('xy')
'{[1]}'.format([1, 2])
'{a.b}'.format(a=1)
'{.real}'.format(5)
'{a[b]}'.format(a={})
'{a[-1]}'.format(a={'-1': 'neg'})
'{a{b}}'.format(a=1)
'{a]}'.format(**{'a]': 1})
'{ a }'.format(**{' a ': 1})
'{}'.format_map({})
'{a}'.format_map({'a': 'x'})
'{a}'.format_map({})
'{a}'.format_map(1)
'{99999999999999999999}'.format(1)
'{0[99999999999999999999]}'.format(1)
'{:5}|{:<5}|{:>5}|{:^5}|'.format('a', 'b', 'c', 'd')
'{:😀^5}'.format('x')
'😀{}😀{x}'.format('é', x='😀')
'{:10}|'.format('😀')
'{:}'.format('x')
'{:abc}'.format('x')
'{:,}'.format('x')
'{:_}'.format('x')
'{:,_}'.format('x')
'{:+}'.format('x')
'{: }'.format('x')
'{:#}'.format('x')
'{:z}'.format('x')
'{:=5}'.format('x')
'{:05}'.format('x')
'{:<05}'.format('x')
'{:d}'.format('x')
'{:\\x01}'.format('x')
'{:.}'.format('x')
'{:99999999999999999999}'.format('x')
'{:.99999999999999999999}'.format('x')
'{:s}{:.1s}'.format('ab', 'cd')
'{:>>5}'.format('x')
'{:{{}}}'.format(1)
'{:}}'.format(1)
'{0.__class__.__name__}'.format('')
'{:{}}'.format('x', '😀<4')
'{}'.format(None)
'{:5}'.format(None)
'{:5}'.format([])
'{!s:5}|'.format(None)
'{:%}'.format('x')
""".strip().split("\n")

DECODE_BYTES = [
    "b''", "b'abc'", "b'\\xc3\\xa9\\xf0\\x9f\\x98\\x80'", "b'a\\xffb'", "b'\\xc3'", "b'\\xc3('",
    "b'\\xe2\\x82'", "b'\\xe2\\x28\\xa1'", "b'\\xe0\\x80\\x80'", "b'\\xed\\xa0\\x80'",
    "b'\\xf0\\x9f\\x98'", "b'\\xf0\\x80\\x80\\x80'", "b'\\xf4\\x90\\x80\\x80'", "b'\\xf5a'",
    "b'\\x80\\x81'", "b'\\xef\\xbb\\xbfx'", "b'\\xff\\xfea\\x00'", "b'\\xfe\\xff\\x00a'",
    "b'a\\x00\\x3d\\xd8\\x00\\xde'", "b'\\x00\\xd8a\\x00'", "b'\\x00\\xdca'",
    "b'\\xff\\xfe\\x00\\x00a\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\xff'", "b'\\x00\\xd8\\x00\\x00'",
    "b'\\\\n\\\\x41\\\\u20ac\\\\q\\\\101'", "b'\\\\x4'", "b'\\x81\\x40\\x82'",
]
DECODINGS = [
    "'utf-8'", "'utf-8', 'replace'", "'utf-8', 'ignore'", "'utf-8', 'backslashreplace'",
    "'utf-8', 'surrogateescape'", "'utf-8', 'surrogatepass'", "'utf_8_sig'", "'ascii'",
    "'ascii', 'replace'", "'latin-1'", "'utf-16'", "'utf-16-be', 'replace'", "'utf-16-le'",
    "'utf-32'", "'utf-32-be', 'replace'", "'cp1252'", "'UTF8'", "'unicode_escape'", "'foo'",
    "'ascii', 'xmlcharrefreplace'", "'cp437'", "'koi8-r'",
]
BYTES = [
    "b''", "b'Hello World'", "b' two  words\\n'", "b'a,b,,c'", "b'\\x00\\xff\\x80'", "b'it\\'s'",
    "b'-42'", "bytearray(b'aXbXc')", "bytearray(b'ab\\r\\ncd\\n\\x0b')", "b'\\t1\\tA'",
]
BYTES_METHODS = [
    "capitalize", "expandtabs", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace",
    "istitle", "isupper", "lower", "lstrip", "rsplit", "rstrip", "split", "splitlines", "strip",
    "swapcase", "title", "upper", "hex", "__len__", "__repr__",
]
BYTES_CALLS = [
    "center(9)", "center(12, b'*')", "ljust(12, b'.')", "rjust(12)", "zfill(6)", "expandtabs(3)",
    "splitlines(True)", "strip(b'a H')", "lstrip(b'hA ')", "rstrip(b'dX \\n')", "split(b' ')",
    "split(b',')", "split(None, 1)", "rsplit(None, 1)", "split(b'l', 1)", "rsplit(b'l', 1)",
    "partition(b' ')", "rpartition(b'X')", "find(b'o')", "rfind(b'o')", "find(b'', 3)",
    "find(b'l', 3, -1)", "find(108)", "count(b'l')", "count(b'')", "startswith(b'He')",
    "startswith((b'x', b'a'))", "endswith(b'd')", "endswith(b'o', 0, 5)", "replace(b'l', b'LL')",
    "replace(b'', b'-', 2)", "removeprefix(b'He')", "removesuffix(b'ld')", "join([b'1', b'2'])",
    "translate(None, b'lX')", "translate(bytes(range(255, -1, -1)))", "hex('-', 2)",
    "__mul__(2)", "__add__(b'\\xff')", "__contains__(b'l')", "__eq__(b'a,b,,c')", "__lt__(b'b')",
    "decode('latin-1')",
]
BYTES_FORMATS = [
    "b'%s' % b'x'", "b'%b' % bytearray(b'x')", "b'%s' % 1", "b'%d %5d %-5d|' % (1, 2, 3)",
    "b'%x' % 'a'", "b'%x %X %o' % (255, 255, 8)", "b'%(a)s' % {b'a': b'v'}", "b'%(a)s' % {'a': 1}",
    "b'%s %s' % (b'a',)", "b'a' % 1", "b'%y' % 1", "b'%c%c' % (97, b'b')", "b'%c' % 'a'",
    "b'%c' % 256", "b'%f' % 'a'", "b'%.1s|%5s' % (b'abc', bytearray(b'x'))", "b'%5%' % 1",
    "b'%r %a' % ('\\xe9', '\\xe9')", "b'%d' % 'a'", "b'%.2f' % 1.5", "bytearray(b'%s') % b'x'",
    "b'100%%' % ()",
]
BYTES_CASES = '''
bytes()
bytes(3)
bytes(-1)
bytes('a')
bytes('é','utf-8')
bytes('a', 1)
bytes(b'a','utf-8')
bytes(1,'utf-8')
bytes(errors='strict')
bytes('a',errors='strict')
bytes([1,2,255])
bytes([256])
bytes([-1])
bytes(['a'])
bytes([10**30])
bytes(1.5)
bytes(None)
bytes((1,2))
bytes(range(3))
bytes(10**30)
bytes(10**18)
bytes(bytearray(b'x'))
bytes({1:2})
bytes(True)
bytes(source=b'x')
bytearray()
bytearray(3)
bytearray(-1)
bytearray('a')
bytearray('é','utf-8')
bytearray(b'a','utf-8')
bytearray([256])
bytearray(['a'])
bytearray(1.5)
bytearray(None)
bytearray(10**30)
bytearray(errors='strict')
b'a'.find('a')
b'a'.find(300)
b'a'.find(97)
b'a'.find(1.5)
b'a'.index(b'z')
b'a'.rindex(98)
b'a'.count('a')
b'a'.count(97)
b'a'.split('a')
b'a'.split(b'')
b'a'.split(1)
b'a'.join('a')
b'a'.join(['a'])
b'a'.join(1)
b'a'.join([b'x', 1])
b'a'.replace('a',b'b')
b'a'.replace(b'a','b')
b'a'.startswith('a')
b'a'.startswith(('a',))
b'a'.endswith(1)
b'a'.strip('a')
b'a'.strip(1)
b'a'.partition('a')
b'a'.partition(b'')
b'a'.partition(1)
b'a'.center(5,'a')
b'a'.center(5,b'ab')
b'a'.center(5, bytearray(b'*'))
b'a'.ljust(5,1)
b'a'.zfill('a')
b'a'.translate('a')
b'a'.translate(b'a')
b'a'.translate(None, 1)
b'a'.translate(None, b'a')
b'abc'.translate(None, delete=b'b')
bytes.maketrans(b'a',b'bc')
bytes.maketrans('a',b'b')
bytes.maketrans(b'a',1)
b'a'.removeprefix('a')
b'a'.removesuffix(1)
b'a'.decode(1)
b'a'.decode('utf-8',1)
b'a'.hex(1)
b'a'.hex('::')
b'a'.hex('é')
b'abcdef'.hex(':',2)
b'abcdef'.hex(':',-2)
b'abcdef'.hex(':',0)
b'abcde'.hex('_', 4)
b'abc'.hex(b'-')
b'abc'.hex(sep='-', bytes_per_sep=1)
bytes.fromhex('a')
bytes.fromhex('zz')
bytes.fromhex('61 62  63')
bytes.fromhex('6 1')
bytes.fromhex(1)
bytes.fromhex('é')
bytearray.fromhex('6162')
b'a'[5]
b'a'['x']
b'a'[1.5]
b'abc'[::-1]
b'abc'[1]
b'a'+'b'
b'a'+1
b'a'+bytearray(b'b')
bytearray(b'a')+b'b'
bytearray(b'a')+'b'
b'a'*'b'
b'a'*1.5
b'ab'*3
3*bytearray(b'ab')
b'a'*10**30
'a' in b'a'
97 in b'a'
300 in b'a'
b'' in b'a'
1.5 in b'a'
b'a'=='a'
b'a'==bytearray(b'a')
b'a'<'b'
b'a'<bytearray(b'b')
b'a'<b'ab'
bytearray(b'a')>=b'b'
hash(bytearray(b'a'))
hash(b'a')==hash(b'a')
{b'a':1}[b'a']
list(b'abc')
str(b'a')
repr(bytearray(b'it\\'s'))
repr(b'\\x00\\xff\\t\\n\\r\\\\"')
repr(b'\\'"')
b'a'.splitlines()
b'a\\nb\\r\\nc\\rd\\x0be'.splitlines()
b'a\\nb\\r\\n'.splitlines(True)
b'Hello World'.swapcase()
b'hello world 1a'.title()
b'hELLO'.capitalize()
b'aB1'.isalnum()
b'a\\tb'.expandtabs()
b'a\\tb'.expandtabs(3)
b'\\xc0A'.lower()
b'\\xe0a'.upper()
b' \\x0b\\x0c\\x1c'.isspace()
b' a\\x0bb\\x1cc '.split()
b' a\\x0bb\\x1cc '.rsplit(None,1)
[x:=bytearray(b'abc'), x.append(100)]
[x:=bytearray(b'abc'), x.append(256)]
[x:=bytearray(b'abc'), x.append('a')]
[x:=bytearray(b'abc'), x.extend(b'de')]
[x:=bytearray(b'abc'), x.extend([100,101])]
[x:=bytearray(b'abc'), x.extend('a')]
[x:=bytearray(b'abc'), x.extend(1)]
[x:=bytearray(b'abc'), x.extend([300])]
[x:=bytearray(b'abc'), x.insert(1, 100)]
[x:=bytearray(b'abc'), x.insert(-100, 100)]
[x:=bytearray(b'abc'), x.pop(), x.pop(0)]
[x:=bytearray(b''), x.pop()]
[x:=bytearray(b'abc'), x.pop(5)]
[x:=bytearray(b'abc'), x.remove(98)]
[x:=bytearray(b'abc'), x.remove(120)]
[x:=bytearray(b'abc'), x.remove(b'a')]
[x:=bytearray(b'abc'), x.reverse()]
[x:=bytearray(b'abc'), x.clear()]
[x:=bytearray(b'abc'), x.copy() is x]
[x:=bytearray(b'abc'), x.__setitem__(0, 120)]
[x:=bytearray(b'abc'), x.__setitem__(-1, 120)]
[x:=bytearray(b'abc'), x.__setitem__(3, 120)]
[x:=bytearray(b'abc'), x.__setitem__(0, 300)]
[x:=bytearray(b'abc'), x.__setitem__(0, 'a')]
[x:=bytearray(b'abc'), x.__setitem__('a', 1)]
[x:=bytearray(b'abc'), x.__setitem__(slice(0,2), b'xyz')]
[x:=bytearray(b'abc'), x.__setitem__(slice(1,1), b'xyz')]
[x:=bytearray(b'abc'), x.__setitem__(slice(None,None,2), b'xy')]
[x:=bytearray(b'abc'), x.__setitem__(slice(None,None,2), b'xyz')]
[x:=bytearray(b'abc'), x.__setitem__(slice(0,2), [1,2,3])]
[x:=bytearray(b'abc'), x.__setitem__(slice(0,2), 'ab')]
[x:=bytearray(b'abc'), x.__setitem__(slice(0,2), 5)]
[x:=bytearray(b'abc'), x.__setitem__(slice(2,0), b'xy')]
[x:=bytearray(b'abc'), x.__delitem__(0)]
[x:=bytearray(b'abc'), x.__delitem__(3)]
[x:=bytearray(b'abc'), x.__delitem__(slice(0,2))]
[x:=bytearray(b'abcdef'), x.__delitem__(slice(None,None,2))]
[x:=bytearray(b'abcdef'), x.__delitem__(slice(None,None,-3))]
[x:=bytearray(b'abc'), x.__iadd__(b'de') is x]
[x:=bytearray(b'abc'), x.__iadd__('de')]
[x:=bytearray(b'abc'), x.__imul__(2) is x]
[x:=bytearray(b'abc'), x.__imul__('a')]
bytearray(b'abc').pop('a')
bytearray(b'%d') % 5
b'%d' % 5
b'%s' % b'x'
5 % b'a'
b'a' % b'a'
b''.join([b'a', bytearray(b'b')])
bytearray(b',').join([b'a', b'b'])
bytearray(b'a,b').split(b',')
bytearray(b'a,b').partition(b',')
b'a'.__getnewargs__()
b'a'.__bytes__()
b'a'.__sizeof__()
b'abc'.startswith(b'b', 1)
b'abc'.startswith((b'x', b'a'))
b'abc'.endswith(b'c', 0, 2)
b'abcabc'.rfind(b'bc', 0, -1)
b'abcabc'.replace(b'b', b'', 1)
b'abc'.replace(b'', b'-')
b'aXbX'.rsplit(b'X', 1)
b'abc'.rpartition(b'x')
b'abc'.partition(bytearray(b'b'))
b'42'.zfill(5)
b'-42'.zfill(5)
b'abc'.rjust(5)
b'xxabcxx'.strip(b'x')
b'abc'.isalpha()
b'abc'.islower()
b'ABC'.isupper()
b'123'.isdigit()
b'Abc Def'.istitle()
b'abc'.isascii()
b'\\xff'.isascii()
b''.isascii()
b''.isalpha()
memoryview(b'abc')[1]
memoryview(b'abc')[1:].tobytes()
memoryview(b'abcdef')[::-2].tolist()
memoryview(b'abc')[3]
memoryview(b'abc')['a']
memoryview('a')
memoryview(b'abc') == b'abc'
memoryview(b'abc') == 1
len(memoryview(b'abc')), memoryview(b'abc').nbytes, memoryview(b'abc').format
memoryview(b'abc').readonly, memoryview(bytearray(b'a')).readonly
memoryview(b'abc').hex(':')
bytes(memoryview(b'abc')), bytearray(memoryview(b'abc')[1:])
list(memoryview(b'ab'))
b'a' + memoryview(b'b')
hash(memoryview(b'ab')) == hash(b'ab')
hash(memoryview(bytearray(b'ab')))
[x := bytearray(b'abc'), memoryview(x).__setitem__(1, 120)]
[x := bytearray(b'abc'), memoryview(x)[1:].__setitem__(slice(0, 2), b'xy')]
[x := bytearray(b'abc'), memoryview(x).__setitem__(0, 300)]
[x := bytearray(b'abc'), memoryview(x).__setitem__(0, 'a')]
[x := bytearray(b'abc'), memoryview(x).__setitem__(slice(0, 2), b'a')]
memoryview(b'abc').__setitem__(0, 1)
[x := memoryview(b'abc'), x.release(), x[0]]
[x := memoryview(b'abc'), x.release(), len(x)]
memoryview(b'abc').shape, memoryview(b'abc')[::2].strides, memoryview(b'abc')[::2].contiguous
'''.strip().split("\n")


def record(path, expressions):
    lines = []
    for expression in expressions:
        try:
            result = repr(eval(expression, {}))
        except Exception as e:
            result = "!" + type(e).__name__ + ": " + str(e)
        result = result.replace("\n", "\\n")
        lines.append(expression + "\t" + result)
    text = "\n".join(lines) + "\n"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")


def main(folder):
    calls = [t + "." + m + "()" for t, m in product(TEXTS, NO_ARGUMENTS)]
    calls += [t + "." + c for t, c in product(TEXTS, TEXT_CALLS)]
    calls += [t + s for t, s in product(TEXTS, SLICES)]
    record(folder / "str-methods.tsv", calls)
    record(folder / "str-cases.tsv", TEXT_ERRORS)
    percent = [f + " % " + v for f, v in product(PERCENT_FORMATS, PERCENT_VALUES)]
    record(folder / "str-percent.tsv", percent + PERCENT_OTHER)
    record(folder / "str-format.tsv", FORMAT_CASES)
    calls = [b + "." + m + "()" for b, m in product(BYTES, BYTES_METHODS)]
    calls += [b + "." + c for b, c in product(BYTES, BYTES_CALLS)]
    calls += [b + s for b, s in product(BYTES, SLICES)]
    record(folder / "bytes-methods.tsv", calls)
    record(folder / "bytes-cases.tsv", BYTES_CASES + BYTES_FORMATS)
    decodings = [b + ".decode(" + d + ")" for b, d in product(DECODE_BYTES, DECODINGS)]
    record(folder / "decode.tsv", decodings)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
