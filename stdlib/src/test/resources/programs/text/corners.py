# Corners of strs and bytes: subclasses, conversions, errors, each on a line of its own.
def t(s, f):
    try: print(s, '->', repr(f()))
    except BaseException as e: print(s, '->', type(e).__name__, e)
class A:
    def __str__(self): return 'A!'
class I(int):
    def __str__(self): return 'I!'
    def __format__(self, s): return 'fmt ' + super().__format__(s)
class J(int):
    def __str__(self): return 'J!'
class F(float):
    def __str__(self): return 'F!'
class G(str):
    def __str__(self): return 'G!'
class E(Exception): pass
class L(list):
    def __str__(self): return 'L!'
class B(bytes):
    def __str__(self): return 'B!'
class M(dict):
    def __getitem__(self, k): return 'M' + str(k)
class N:
    def __getattr__(self, n): return 'N.' + n
class R:
    def __repr__(self): return 'é😀'
class Bad:
    def __repr__(self): return 1
    def __str__(self): raise E('bad')
class S:
    def __len__(self): return 2
    def __getitem__(self, i): return ['x', 'y'][i]
class Mod(str):
    def __rmod__(self, o): return 'rmod'
    def __mod__(self, o): return 'mod'
x = 5
t('fI', lambda: f"{I(3)} {I(3):4} {J(3)} {J(3):4}|{F(1)}|{F(1.5):.2f}|{G('g')}|{G('g'):3}|{L([1])}|{B(b'x')}")
t('str', lambda: [str(I(3)), str(J(3)), str(F(1.0)), str(G('g')), str(L()), str(B())])
t('pct', lambda: "%s %s %d %s" % (I(3), J(4), J(4), G('g')))
t('pct2', lambda: "%d %5.1f %x" % (True, True, True))
t('N', lambda: "{0.abc} {0.d.upper}".format(N())[:8])
t('M', lambda: "{a}{0}".format_map(M()))
t('R', lambda: [R()])
t('R2', lambda: ascii(R()) + "%a" % R() + f"{R()!a} {R()!r:>5}")
t('Bad', lambda: repr(Bad()))
t('Bad2', lambda: str(Bad()))
t('Bad3', lambda: f"{Bad()}")
t('S', lambda: '-'.join(S()))
t('Mod', lambda: 'a' % Mod('b'))
t('Mod2', lambda: Mod('b') % 'c')
t('self', lambda: f"{x!r:^{x}}{x=:03}{x = }")
t('dict', lambda: '%(x)s' % {'x': [1, 'é']})
t('tuple', lambda: '%s' % ((1, 'a'),))
t('nested', lambda: f"{f'{x}' + 'y'!r}")
t('enc', lambda: 'é'.encode('utf-8').decode('latin-1').encode('latin-1').decode())
t('eq', lambda: ('a' == b'a', 'a' != b'a', 'a' in ['a'], G('a') == 'a', 'a' == G('a'), G('a') in {'a': 1}))
t('cmp', lambda: sorted([G('b'), 'a', G('c')]))
t('type', lambda: (type('a' + G('b')), type(G('a') * 2), type(G('a')[0]), type(str(G('a'))), type(G('a').strip())))
t('int', lambda: int('12_3') + int(' 4 ') + int('-0x1f', 16))
t('join', lambda: ','.join(map(str, range(3))))
t('join2', lambda: ','.join({'a': 1, 'b': 2}))
t('join3', lambda: b','.join([b'a', memoryview(b'b')]))
t('count', lambda: 'abc'.count('', -5, 100))
t('fold', lambda: 'ΣΑΣ'.casefold() + 'ẞ'.casefold() + 'ſ'.casefold())
t('split', lambda: ' a b '.split(maxsplit=0) + 'a b c'.split(' ', maxsplit=1))
t('sl', lambda: 'abcdef'[slice(1, None, 2)] + 'abcdef'[-1:-4:-1] + 'abc'[True:])
t('for', lambda: [c for c in 'añ😀'])
t('unp', lambda: (lambda *a: a)(*'xy', *b'z'))
t('min', lambda: min('b', 'a') + max('x😀'))
t('dictkeys', lambda: {'a': 1, G('a'): 2})
t('bytes it', lambda: [b for b in bytearray(b'ab')] + list(reversed(b'xy')))
t('rev', lambda: list(reversed('añ😀')))
t('bs', lambda: bytes(B(b'x')) + B(b'y') + bytearray(b'z'))
t('ba', lambda: bytearray(b'x') + B(b'y'))
t('hash', lambda: {b'a': 1, 'a': 2}[b'a'])
t('fmt err', lambda: '{:d}'.format(G('x')))
t('fmt err2', lambda: format(b'x', '5'))
t('fmt3', lambda: '{0!r:{1}}'.format('a', 6) + '{:{w}}'.format('a', w=3) + '{!r:}'.format('z'))
t('repr', lambda: repr('\ud800') + repr('\xad\u0300\u2028\uffff\U0010ffff'))
t('expand', lambda: '\t|a\t|ab\t|'.expandtabs(4))
t('cast', lambda: str(b'abc', 'ascii') + str(bytearray(b'x'), 'utf-8') + str(memoryview(b'y'), 'utf-8'))
t('sum', lambda: sum(['a'], ''))
t('sum2', lambda: sum([b'a'], b''))
t('mul', lambda: [G('ab') * 2, 3 * b'x', bytearray(b'y') * 2])
t('del', lambda: bytearray(b'abc').__delitem__(slice(0, 1)))
t('imul', lambda: 'a'.__imul__(2))
t('getattr', lambda: getattr('abc', 'upper')() + str.lower('ABC') + ''.join.__name__)
t('isinst', lambda: [isinstance(v, (str, bytes)) for v in ('', b'', G(''), bytearray())])
t('tr', lambda: 'hello'.translate(str.maketrans({'h': 'J', 'l': None, 111: 48})))
t('pr', lambda: 'a%sb%%c' % 1)
t('bytes fmt', lambda: b'%-5s|%05d|%+.1f|%c' % (b'a', 42, 2.55, 66))
t('find', lambda: ('abc'.find('c', -1), 'abc'.find('a', -1), 'abc'.rfind('', 1), 'aXbX'.rindex('X')))
t('ord', lambda: [ord(c) for c in 'aé😀'])
t('id', lambda: ('é'.isidentifier(), 'a b'.isidentifier(), ''.isidentifier(), 'def'.isidentifier()))
