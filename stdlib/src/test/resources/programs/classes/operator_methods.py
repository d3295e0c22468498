"""All the operator methods of a class, plain, reflected, in place."""


class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f'N({self.v})'


names = 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod'.split()
for n in names:
    def plain(self, o, n=n): return (n, self, o)
    def refl(self, o, n=n): return ('r' + n, self, o)
    def inpl(self, o, n=n): return ('i' + n, self, o)
    setattr(N, f'__{n}__', plain)
    setattr(N, f'__r{n}__', refl)
    if n != 'divmod':
        setattr(N, f'__i{n}__', inpl)
a = N(1)
print(a + 2, a - 2, a * 2, a / 2, a // 2, a % 2, a ** 2, a << 2, a >> 2, a & 2, a | 2, a ^ 2, a @ 2, divmod(a, 2), sep='\n')
print(2 + a, 2 - a, 2 * a, 2 / a, 2 // a, 2 % a, 2 ** a, 2 << a, 2 >> a, 2 & a, 2 | a, 2 ^ a, 2 @ a, divmod(2, a), sep='\n')
for op in ['+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^', '@']:
    env = {'x': a}
    exec(f'x {op}= 3', env)
    print(env['x'])


class U:
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 7j
    def __index__(self): return 8
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __hash__(self): return 99
    def __bool__(self): return False
    def __len__(self): return 3
    def __length_hint__(self): return 3
    def __bytes__(self): return b'by'
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __call__(self, *a, **k): return a, k
    def __contains__(self, x): return x == 'in'
    def __reversed__(self): return 'rev'
    def __missing__(self, k): return k
    def __iter__(self): return iter([1])
    def __next__(self): return 'next'


u = U()
import math
print(-u, +u, ~u, abs(u), int(u), float(u), complex(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u))
print(hash(u), bool(u), len(u), bytes(u), format(u, 'abc'), f'{u:>{5}}', str(u), repr(u), f'{u!r}', '%s %r' % (u, u), u(1, k=2))
print('in' in u, 'x' in u, reversed(u), list(u), next(u), hex(u), bin(u), [0] * 9 if u else 'false', range(10)[u], 'abcdefghij'[u])


class Sub(N):
    def __radd__(self, o): return 'sub first'


print(N(1) + Sub(2), Sub(1) + N(2))


class Not:
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented


for code in ['Not() + 1', 'Not() < 1', 'Not() + Not()', '1 < Not()', 'Not() == 1', '-Not()', 'abs(Not())', 'len(Not())', 'int(Not())', 'Not()()', 'Not()[0]', '1 in Not()',
             'iter(Not())', 'next(Not())', 'round(Not())', 'float(Not())', 'hash(Not())', 'complex(Not())', 'range(Not())', '[1][Not()]', 'reversed(Not())',
             'Not()[1] = 2', 'del Not()[1]', 'with_ = Not().__enter__', 'bytes(Not())', 'chr(Not())', 'bin(Not())', 'divmod(Not(), 2)', '~Not()']:
    try:
        exec(f'print({code})' if '=' not in code.replace('==', '') and not code.startswith('del') else code)
    except Exception as e:
        print(code, '->', type(e).__name__, str(e).replace('0x', '')[:60])
