# Ints and floats of all sizes as text: str, repr, format specifications, % and str.format.
import hashlib
import random

r = random.Random(3)


def texts_of_int(v):
    return [str(v), '%d|%5d|%-8d|%+d|%05d|% d' % (v, v, v, v, v, v),
            f'{v:d}|{v:5}|{v:<30}|{v:^9}|{v:+}|{v:030}|{v:=12}|{v:*>12}|{v:,}|{v:é>12}']


def texts_of_float(x):
    return [repr(x), str(-x), f'{x} {x:.2f} {x:10.3f} {x:<12.1f}| {x:+.0f} {x:e} {x:g} {x:.6f}',
            f'{x:012.4f} {x:.15f} {x:,.2f} {x:%} {x:.20f}',
            '%f %.2f %10.3f %-10.1f| %+.1f %05.1f %e %g %.0f %#.0f' % ((x,) * 10)]


seen = []
for i in range(400):
    bits = r.choice([1, 20, 60, 64, 65, 100, 200, 500, 1500])
    seen += texts_of_int(r.getrandbits(bits) * r.choice([1, -1]))
    for x in (r.random(), r.uniform(-1e4, 1e4), r.uniform(-1e9, 1e9),
              r.expovariate(1) * 10 ** r.randint(-12, 12), round(r.uniform(0, 10), 2)):
        seen += texts_of_float(x)
print(hashlib.sha1(repr(seen).encode()).hexdigest())

for x in [0.0, -0.0, 1e7, 9999999.0, 1e-3, 0.00099999, 1e16, 1e15, 5e-324, float('inf'),
          float('-inf'), float('nan'), 0.5, 1.5, 2.5, 0.125, 1e22, 1e23, 0.1, 1 / 3, 2.675]:
    print(*texts_of_float(x))
for v in [0, 10**9, 10**18, 10**19, 2**63, -2**63, 2**64, 10**100, -10**50, 999999999 * 10**9]:
    print(*texts_of_int(v))


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as e:
        print('%s: %s' % (type(e).__name__, e))


for spec in ['5', '<5', '^', 'x=5', 'z', '05', '5.', '.3', '5d', 'dd', 's', '٣', '²', ',', '_,',
             '+s', '=5']:
    for value in (5, 2.5, 'ab', True):
        attempt(format, value, spec)
attempt(format, 1, 5)
for text in ['%', '%d', '%s %s', '%(a)s', '%5', '%z', '%s%%', '%%', '%*d', 'abc']:
    for values in (3, (1, 2), {'a': 1}):
        attempt(lambda: text % values)
        attempt(lambda: text.encode() % values)
for text in ['{}', '{} {}', '{', '}', '{}{', '{}}', '{{}}', '{0} {}', '{} {0}', 'é{}é', '{!r}']:
    attempt(text.format, 'a')
