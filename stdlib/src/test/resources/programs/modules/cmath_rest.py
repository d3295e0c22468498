# cmath: polar coordinates, classification, closeness, arguments, constants.
import cmath
import math

print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
print(cmath.phase(-1.0), cmath.phase(-1 - 0.0j), cmath.phase(1j), cmath.phase(0))
print(cmath.polar(1j), cmath.polar(3 + 4j), cmath.polar(-2))
print(cmath.rect(2, 0), cmath.rect(1, -0.0), cmath.rect(0, 5))
print(cmath.isnan(complex('nan+1j')), cmath.isinf(complex('1-infj')), cmath.isfinite(1 + 1j))
print(cmath.isfinite(complex('nan')), cmath.isinf(3), cmath.isnan(2.0))
print(cmath.isclose(1, 1 + 1e-12j), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, rel_tol=0.2))
print(cmath.isclose(0, 1e-10), cmath.isclose(0, 1e-10, abs_tol=1e-9))
print(cmath.isclose(cmath.infj, cmath.infj), cmath.isclose(cmath.inf, 1e308))
print(cmath.isclose(cmath.nan, cmath.nan))
print(cmath.log(8, 2), cmath.log(1j, math.e), cmath.log(-1), cmath.log(10, 10))


class Number:
    def __complex__(self):
        return -1 + 0j


class Real:
    def __float__(self):
        return 4.0


class Index:
    def __index__(self):
        return 9


class Bad:
    def __complex__(self):
        return 5


print(cmath.sqrt(Number()), cmath.sqrt(Real()), cmath.sqrt(Index()))


def refused(code):
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)


for code in ("cmath.sqrt('1')", 'cmath.sqrt(None)', 'cmath.sqrt()', 'cmath.sqrt(1, 2)', 'cmath.log(0)',
             'cmath.log(2, 1)', 'cmath.log(2, 0)', 'cmath.log()', 'cmath.log(1, 2, 3)', 'cmath.exp(1000)',
             'cmath.cosh(1000j + 1000)', 'cmath.atanh(1)', 'cmath.atan(1j)', 'cmath.rect(1)',
             'cmath.rect(1j, 2)', 'cmath.polar("a")', 'cmath.isclose(1, 1, rel_tol=-1)',
             'cmath.isclose(1, 1, 1)', 'cmath.polar(complex(1.7e308, 1.7e308))', 'cmath.sqrt(Bad())',
             'cmath.exp(10 ** 400)', 'cmath.isnan([])', 'cmath.log10(0j)'):
    refused(code)
print(cmath.exp(1j * cmath.pi).real, (cmath.e ** (1j * math.pi)).real)
print(cmath.sqrt.__name__, cmath.sqrt.__doc__.splitlines()[0], cmath.__name__)
