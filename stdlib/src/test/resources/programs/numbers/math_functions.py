"""The functions of module math."""
import math

inf = math.inf
nan = math.nan


def show(name, *args, **kwargs):
    try:
        value = getattr(math, name)(*args, **kwargs)
    except Exception as e:
        value = type(e).__name__ + ': ' + str(e)
    if type(value) is float:
        value = '%.14g' % value  # the last digits are the C library's
    print(name, args, kwargs or '', value)


print(math.pi, math.e, math.tau, inf, nan)
ONE = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'ceil', 'cos', 'cosh', 'degrees', 'erf', 'erfc', 'exp', 'exp2',
       'expm1', 'fabs', 'factorial', 'floor', 'frexp', 'gamma', 'isfinite', 'isinf', 'isnan', 'isqrt', 'lgamma', 'log', 'log10',
       'log1p', 'log2', 'modf', 'radians', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc', 'ulp']
for name in ONE:
    for x in [0, 1, -1, 0.0, -0.0, 0.5, 2, 4, 1000, inf, -inf, nan, '1', None]:
        show(name, x)
    show(name)
    show(name, 1, 2, 3)
for x in [1e308, 710, -745, 1e-320, 10**400, -10**400, 2**1000]:
    for name in ['exp', 'sqrt', 'log', 'log2', 'log10', 'log1p', 'floor', 'isfinite', 'sinh', 'lgamma', 'ulp', 'frexp']:
        show(name, x)
for n in range(0, 26):
    print(math.factorial(n), math.isqrt(n), math.isqrt(n ** 21), end=' ')
print()
print(math.factorial(200))
show('factorial', 2.0)
show('factorial', 10**20)
show('isqrt', 10**40)
show('isqrt', 10**40 - 1)
show('isqrt', 2**62 - 1)
for base in [2, 10, 0.5, 1, 0, -1, math.e, 10**400, inf]:
    show('log', 8, base)
for i in range(-5, 6):
    print(math.log2(2.0 ** i), math.log10(10.0 ** i), end=' ')
print()
print([math.log10(10 ** i) for i in range(0, 320, 20)], math.log2(2 ** 5000), math.log(10 ** 5000))
TWO = ['atan2', 'copysign', 'fmod', 'pow', 'remainder', 'nextafter']
for name in TWO:
    for x in [0.0, -0.0, 1, -1, 2.5, -8, inf, -inf, nan]:
        for y in [0.0, -0.0, 1, -1, 3, 0.5, inf, -inf, nan]:
            show(name, x, y)
show('pow', 10, 400)
show('pow', 'a', 1)
for x in [0.0, 1.0, -1.5, 1e308, 5e-324, inf, nan]:
    for i in [0, 1, -1, 1023, 1024, -1074, -1075, 2000, -3000, 10**30, -10**30]:
        show('ldexp', x, i)
show('ldexp', 1, 2.0)
for args in [(), (5,), (12, 18), (12, -18, 8), (0, 0), (2**70, 2**65), (1.5,), (0, 5), (-2**63, 2**63)]:
    show('gcd', *args)
    show('lcm', *args)
for n in [0, 1, 5, 10, 30, 100, -1, 2.5]:
    for k in [0, 1, 2, 5, 29, 50, -1, 1.5]:
        show('comb', n, k)
        show('perm', n, k)
    show('perm', n)
show('comb', 1000, 500)
show('comb', 2**70, 3)
show('comb', 2**70, 2**69)
show('perm', 2**70, 3)
for values in [[], [0.1] * 10, [1, 2, 3], [1e308, 1e308, -1e308], [1e100, 1.0, -1e100], [inf, 1], [inf, -inf], [nan], ['a'],
               [1e16, 1, 1e-16], [2**53, 1.0, 1e-100], range(10)]:
    show('fsum', values)
    show('prod', values)
show('prod', [2, 3], start=10)
show('prod', [[1]], start=3)
show('hypot')
show('hypot', 3, 4)
show('hypot', -5)
show('hypot', 1, 2, 3)
show('hypot', 1e308, 1e308)
show('hypot', 5e-324, 0)
show('hypot', inf, nan)
show('hypot', nan, 1)
show('hypot', 0.1, 0.2, 0.3, 0.4)
show('hypot', 'a')
show('dist', (1, 2), (4, 6))
show('dist', [1, 2, 3], (1.5, 2.5, -3))
show('dist', (1,), (1, 2))
show('dist', 1, 2)
show('isclose', 1, 1 + 1e-10)
show('isclose', 1, 1.1)
show('isclose', 1, 1.1, rel_tol=0.2)
show('isclose', 0, 1e-10, abs_tol=1e-9)
show('isclose', inf, inf)
show('isclose', nan, nan)
show('isclose', inf, 1)
show('isclose', 1, 1, rel_tol=-1)


class Own:
    def __floor__(self):
        return 'floor'

    def __ceil__(self):
        return 'ceil'

    def __trunc__(self):
        return 'trunc'

    def __float__(self):
        return 2.25


print(math.floor(Own()), math.ceil(Own()), math.trunc(Own()), math.sqrt(Own()))
print([round(math.gamma(x / 10), 9) for x in range(-25, 60, 7)])
print([round(math.lgamma(x / 10), 9) for x in range(-25, 60, 7)])
print([round(math.erf(x / 10), 14) for x in range(-35, 60, 7)])
print(['%.13e' % math.erfc(x / 10) for x in range(-35, 280, 17)])
