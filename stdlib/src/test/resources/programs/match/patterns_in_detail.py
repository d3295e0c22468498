# match and dataclasses
import collections, collections.abc, array, enum, dataclasses, typing
from dataclasses import dataclass, field, InitVar, KW_ONLY, fields, replace, asdict, astuple, make_dataclass, is_dataclass
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',''), repr(r))
    except BaseException as e:
        print(getattr(f,'__name__',''), type(e).__name__, e)
def seq(x):
    match x:
        case []: return 'empty'
        case [a]: return ('one', a)
        case [a, *r, b]: return (a, r, b)
        case {'k': v, **rest}: return ('map', v, rest)
        case {}: return 'map0'
        case _: return 'other'
class MySeq(collections.abc.Sequence):
    def __init__(s, *a): s.a = a
    def __getitem__(s, i): return s.a[i]
    def __len__(s): return len(s.a)
class MyMap(collections.abc.Mapping):
    def __init__(s, **a): s.a = a
    def __getitem__(s, i): return s.a[i]
    def __len__(s): return len(s.a)
    def __iter__(s): return iter(s.a)
class Dk:
    def __getitem__(s, i):
        if i > 1: raise IndexError
        return i
    def __len__(s): return 2
@collections.abc.Sequence.register
class Reg:
    def __getitem__(s, i):
        if i > 1: raise IndexError
        return i
    def __len__(s): return 2
@collections.abc.Mapping.register
class RegM:
    def get(s, k, d=None): print('get', k); return 5
    def keys(s): return ['k', 'j']
    def __getitem__(s, k): return k
for x in ([], (), [1], (1, 2), array.array('i', [1, 2]), collections.deque([1,2,3]), range(3), 'ab', b'ab', bytearray(b'ab'), memoryview(b'abc'), MySeq(1, 2), Dk(), Reg(), {'k': 1, 'z': 2}, {}, collections.OrderedDict(k=1), collections.defaultdict(int), MyMap(k=1, m=2), collections.ChainMap({'k': 3}), collections.UserDict(k=1), collections.UserList([1,2]), collections.UserString('ab'), {1}, iter([1]), None, collections.Counter('k')):
    t(seq, x)
t(seq, RegM())
dd = collections.defaultdict(list)
match dd:
    case {'missing': x}: print('no')
    case _: print('ok', dict(dd))
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
def cls(p):
    match p:
        case P(0, 0): return 'zero'
        case P(x, y=0): return ('y0', x)
        case P(x=1): return 'x1'
        case P(x, y): return (x, y)
        case int(n): return ('int', n)
        case str() as s: return ('str', s)
        case float(real=r): return ('float', r)
        case list([a, b]) | tuple([a, b]): return ('lt', a, b)
        case bytes(b): return b
        case dict({'a': a}): return ('da', a)
        case _: return None
for x in (P(0,0), P(3,0), P(1,2), P(5,6), 3, True, 'x', 1.5, [1,2], (3,4), b'q', {'a':1}, {1}): t(cls, x)
class Bad1: __match_args__ = ['x']
class Bad2: __match_args__ = (1,)
class Bad3: __match_args__ = ('x', 'x'); x = 1
class Bad4: __match_args__ = ('x',); x = 1
class Bad5: pass
def m(c, v):
    match v:
        case c(a): return a
    return 'no'
def m2(c, v):
    match v:
        case c(a, b): return a
    return 'no'
def m3(c, v):
    match v:
        case c(a, x=b): return a
    return 'no'
t(m, Bad1, Bad1()); t(m, Bad2, Bad2()); t(m2, Bad3, Bad3()); t(m2, Bad4, Bad4()); t(m, Bad5, Bad5()); t(m3, Bad4, Bad4()); t(m, 5, 5); t(m2, int, 5); t(m, collections.namedtuple('N', 'a b'), 5); t(m, type, int); t(m, typing.List, [1]); t(m, list[int], [1])
N = collections.namedtuple('N', 'a b'); t(m2, N, N(1,2))
def keys(k1, k2, v):
    class K: a = k1; b = k2
    match v:
        case {K.a: x, K.b: y}: return (x, y)
    return 'no'
t(keys, 1, 2, {1: 'a', 2: 'b'}); t(keys, 1, 1, {1: 'a'}); t(keys, 1, True, {1: 'a'}); t(keys, [], 1, {})
def vals(v):
    match v:
        case -1: return 'm1'
        case 1+2j: return 'cplx'
        case -1.5-2j: return 'mc'
        case True: return 'T'
        case None: return 'N'
        case 'a' 'b': return 'ab'
        case b'x': return 'bx'
        case Color.RED: return 'red'
        case (1 | 2 | 3) as n if n > 1: return ('n', n)
        case [1, [2, [3, *r]]]: return r
        case [x, [y]] if x == y: return 'same'
        case {'a': {'b': [_, z]}}: return z
        case {**r}: return r
    return 'nope'
class Color(enum.Enum): RED = 1
for x in (-1, 1+2j, -1.5-2j, True, 1, 1.0, None, 'ab', b'x', Color.RED, 2, [1,[2,[3,4]]], [5,[5]], {'a': {'b': [1, 2]}}, {'q': 1}, object): t(vals, x)
