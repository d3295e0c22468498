# The functions of cmath: usual values, and every kind of special value.
import cmath
import math

PLAIN = ('sqrt exp log log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh').split()


def show(z):
    if isinstance(z, complex):
        return f'({z.real:.10g}, {z.imag:.10g})'
    return f'{z:.10g}' if isinstance(z, float) else repr(z)


def call(name, *arguments):
    try:
        return show(getattr(cmath, name)(*arguments))
    except (ValueError, OverflowError, TypeError) as e:
        return f'{type(e).__name__}: {e}'


for name in PLAIN:
    for z in (1 + 2j, -0.5 + 0.25j, 3 - 4j, -2, 0.5, 7, True, 1e-310 + 1e-310j, 1e308 + 1e308j, 709.5 + 1j, -800 + 2j):
        print(name, z, call(name, z))

values = (-math.inf, -2.5, -0.0, 0.0, 2.5, math.inf, math.nan)
for name in PLAIN:
    print(name)
    for real in values:
        print('  ', ' '.join(call(name, complex(real, imaginary)) for imaginary in values))
print('rect')
for r in values:
    print('  ', ' '.join(call('rect', r, phi) for phi in values))
print('polar')
for r in values:
    print('  ', ' '.join(repr(cmath.polar(complex(r, i))) for i in values))
