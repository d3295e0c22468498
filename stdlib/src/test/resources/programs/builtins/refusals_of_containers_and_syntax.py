# dict, set, list, tuple, bytes, range, slice, memoryview
exprs = '''
{1: 2} | {3: 4}
{1: 2} | [(1, 2)]
{}.pop(1)
{}.popitem()
{1: 2}.pop(1, 2, 3)
{1: 2}.setdefault([])
{[]: 1}
{1: 2}[3]
{1: 2}['a']
{(1, 2): 3}[(1, 3)]
dict(a=1, **{'b': 2})
dict(a=1, **{'a': 2})
dict([(1, 2)], a=3)
dict.fromkeys('ab', [])
dict.fromkeys(1)
{1: 2}.update(3)
{1: 2}.update([1])
{1: 2}.update([(1,)])
{1: 2}.keys() & {1, 3}
{1: 2}.keys() | [5]
{1: 2}.keys() - [1]
{1: 2}.keys() ^ {2}
{1: 2}.items() & {(1, 2)}
{1: 2}.keys() == {1}
{1: 2}.keys() < {1, 2}
{1: 2}.values() == {1: 2}.values()
{1: 2}.keys().isdisjoint([3])
{1: 2}.keys().mapping
list(reversed({1: 2, 3: 4}))
list(reversed({1: 2, 3: 4}.items()))
{1: 2} < {1: 2}
{1: 2} == {1: 2.0}
{1, 2} | {3}
{1, 2} | [3]
{1, 2}.intersection([2], [2, 3])
{1, 2} - {1}
{1, 2} ^ {2, 3}
{1, 2} <= {1, 2, 3}
{1, 2} < {1, 2}
{1, 2}.issubset([1, 2, 3])
{1}.issuperset('a')
{1}.remove(5)
{1}.remove([])
{1}.discard([])
{1}.pop()
set().pop()
{1}.add([])
{1}.update(1)
{1}.symmetric_difference([1, 2])
frozenset([1]) | {2}
{2} | frozenset([1])
frozenset([1]) == {1}
hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
{frozenset([1])} == {frozenset([1])}
{1} in {frozenset([1])}
set('aab') == {'a', 'b'}
frozenset().add(1)
[1, 2] + (3,)
[1, 2] * 2
2 * [1]
[1] * 'a'
[1, 2][5]
[1, 2]['a']
[1, 2][1:'a']
[1, 2, 3][::0]
[1, 2, 3][-100:100]
[1, 2, 3][None:2]
[1].index(2)
[1, 2, 3].index(3, 0, 2)
[1].remove(2)
[].pop()
[1].pop(5)
[1].pop('a')
[1].insert('a', 1)
[3, 1, 2].sort(key=1)
[1, 'a'].sort()
sorted([3, 1, 2], reverse=True)
sorted([1, 'a'])
sorted([1], 2)
sorted('bA', key=str.lower)
sorted([(1, 'b'), (1, 'a')], key=lambda t: t[0])
[1].extend(1)
[1].count()
[1] < [1, 2]
[1, 2] < [1, 'a']
[1] == (1,)
[[1]] < [[2]]
(1, 2) + [3]
(1, 2)[5]
(1, 2).index(5)
(1,) * 3
(1, 2) < (1, 2, 3)
hash((1, [])) 
(1, 2) == (1.0, 2.0)
range(10)[2:8:2]
range(10)[20]
range(10)['a']
range(0, 10, 3).index(6)
range(10).index(20)
range(10).count(3)
5 in range(10)
5.0 in range(10)
'a' in range(10)
range(3) == range(0, 3, 1)
hash(range(3)) == hash(range(0, 3, 1))
range(0) == range(5, 5)
range(10**20)[10**19]
len(range(10**20))
range(1, 2).start
range(10).__reduce__()
list(range(10, 0, -3))
reversed(range(3)).__next__()
slice(1, 2, 3).indices(10)
slice(None).indices('a')
slice(1, 2) == slice(1, 2)
slice(1, 2) < slice(1, 3)
hash(slice(1))
slice(1, 2).start
b'abc'[0]
b'abc'[0:1]
b'abc'['a']
b'abc' + 'd'
b'abc' + bytearray(b'd')
b'a' * 3
b'abc'.find('b')
b'abc'.find(98)
b'abc'.find(300)
b'abc'.split()
b'a,b'.split(',')
b'abc'.hex(':')
b'abcdef'.hex('-', 2)
bytes.fromhex('61 62')
bytes.fromhex('6')
bytes.fromhex('zz')
b'%d' % 3
b'%s' % 'a'
b'%s' % b'a'
b'%a' % 'é'
b'abc'.decode('ascii', 'x')
b'\\xff'.decode()
b'\\xff'.decode('ascii')
b'\\xff'.decode('utf-8', 'backslashreplace')
b'\\xff'.decode('utf-8', 'surrogateescape')
b'\\xe2\\x82'.decode()
b'\\xed\\xa0\\x80'.decode()
b'abc'.join([b'a', 'b'])
b','.join([b'a', bytearray(b'b')])
b'abc'.translate(None, b'b')
b'abc'.translate(b'a')
bytes.maketrans(b'a', b'bc')
b'abc'.startswith('a')
b'abc'.replace(b'a', b'b', 1)
b'Abc'.swapcase()
b'abc' < 'a'
b'abc' == bytearray(b'abc')
97 in b'abc'
300 in b'abc'
'a' in b'abc'
bytes([1, 256])
bytes(['a'])
bytes(3)
bytes(-1)
bytes('a')
bytes('a', 'ascii')
bytes(1.5)
bytearray(b'abc').pop()
bytearray(b'').pop()
bytearray(b'a').append(256)
bytearray(b'a').append('a')
bytearray(b'abc').remove(120)
bytearray(b'abc').insert(0, 1)
bytearray(b'ab') + b'c'
bytearray(b'abc')[1]
bytearray(b'abc')
memoryview(b'abc')[0]
memoryview(b'abc')[0:2].tobytes()
memoryview(b'abc').tolist()
memoryview(b'abc')[5]
memoryview('a')
memoryview(b'abc') == b'abc'
memoryview(b'abc').hex()
memoryview(b'abc').nbytes, memoryview(b'abc').format, memoryview(b'abc').shape
hash(memoryview(b'abc')) == hash(b'abc')
complex(1, 2) < 3
complex('1+') 
(1+2j).conjugate(), abs(3+4j), (1+2j) ** 2, (1+2j) / 0
1j == 1, 1j * 1j == -1, hash(1+0j) == hash(1)
divmod(1j, 2)
1j // 2
1j % 2
complex(1j, 2j)
complex('a')
complex('1', 2)
complex(None)
round(1j)
int(1j)
float(1j)
bool(0j), repr(-0j), repr(complex(-0.0, -0.0)), str(1e20j)
None + 1
None.x
None[0]
None()
len(None)
NotImplemented + 1
... == Ellipsis, repr(...), type(...)
print.__name__, len.__doc__[:10], len.__self__.__name__, type(len).__name__
isinstance(True, int), issubclass(bool, (str, int)), isinstance(1, int | str), isinstance([], list[int])
list[int], dict[str, int], tuple[int, ...], type[int], list[int] | None, int | str, int | None
list[int].__origin__, list[int].__args__, (int | str).__args__, list[int]([1]), list[int] == list[int]
int | 3
callable(int), callable(3), callable(lambda: 0), callable(type), callable(print)
eval('1 +')
eval('a b')
eval('x = 1')
eval('1;2')
eval(' 1')
exec('def f(:')
exec('x = = 1')
exec('if 1:\\nx')
exec('  x')
exec('for')
exec('return 1')
exec('yield 1')
exec('break')
exec('a = 1 = 2')
exec('f() = 1')
exec('def f(a, a): pass')
exec('def f(a=1, b): pass')
exec('f(a=1, 2)')
exec('f(**a, *b)')
exec('f(a for a in b, c)')
exec('x: int: 3')
exec('class A: return')
exec('lambda: yield')
exec('(yield)')
exec('nonlocal x')
exec('global x; x = 1')
exec('del f()')
exec('import a.b as')
exec('from . import *')
exec('from a import')
exec('try: pass')
exec('with a as 1: pass')
exec('print "a"')
exec('exec "a"')
exec('a ? b')
exec('a = $b')
exec('"abc')
exec('(1, 2')
exec('1)')
exec('(1]')
exec('f"{a"')
exec('f"{}"')
exec('f"{a!x}"')
exec('f"{a b}"')
exec('f"}"')
exec('0777')
exec('1__0')
exec('0xg')
exec('1.e')
exec('a := 1')
exec('(a.b := 1)')
exec('not = 1')
exec('x = not')
exec('async x')
exec('await x')
exec('match x:\\n case 1 | a: pass')
exec('match x:\\n case a: pass\\n case b: pass')
exec('match x:\\n case {**a, 1: b}: pass')
exec('a, *b, *c = d')
exec('*a = b')
exec('*a')
exec('a = *b')
exec('[*a for a in b]')
exec('{**a for a in b}')
exec('{1: 2, 3}')
exec('{1, 2: 3}')
exec('x if y')
exec('x else y')
exec('elif x: pass')
exec('else: pass')
exec('except: pass')
exec('def f() -> : pass')
exec('def f(*): pass')
exec('def f(*, **k): pass')
exec('def f(/, a): pass')
exec('def f(a, /, b, /): pass')
exec('def f(*a, *b): pass')
exec('def f(**k, a): pass')
exec('@\\ndef f(): pass')
exec('None = 1')
exec('True = 1')
exec('def None(): pass')
exec('f(None=1)')
exec('a.None')
exec('import None')
exec('for 1 in x: pass')
exec('x = 1 2')
exec('a b c')
exec('if x = 1: pass')
exec('while x = 1: pass')
exec('assert x = 1')
exec('x++')
exec('x--')
exec('!x')
exec('a <> b')
exec('a === b')
exec('a && b')
exec('raise a from')
exec('pass pass')
exec('\\tx\\n        y')
exec('if 1:\\n  a\\n b')
exec('if 1:\\n\\ta\\n        b')
exec('a\\\\ b')
exec('\\u00a0x')
exec('“a”')
exec('a–b')
'''
import warnings; warnings.simplefilter('ignore')
for t in exprs.strip().split('\n'):
    try: r = repr(eval(t))
    except SyntaxError as e: r = f'{type(e).__name__}: {e.msg} {e.lineno}'
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(t, '->', r)
