# Decimal: construction, operators, rounding, conversions, formatting.
from decimal import *
import math
import copy
import pickle
from fractions import Fraction

for given in ('1', '-1.50', '+.5', '5.', '1e3', '1E-7', '-0', '0.000001', '0.0000001', 'inf', '-Infinity',
              'NaN', 'sNaN12', '-nan7', ' 12 ', '1_000.5', '1.23E+400', '\u0663.\u0661'):
    d = Decimal(given)
    print(repr(given), repr(d), d, d.as_tuple(), d.is_finite(), d.is_signed())
print(Decimal(5), Decimal(-10 ** 30), Decimal(0.1), Decimal(-0.0), Decimal((1, (1, 2, 3), -2)), Decimal(True))
print(Decimal((0, (0,), 'F')), Decimal((1, [4, 5], 'n')), Decimal([0, [], 3]), Decimal())
for a, b in (('7', '3'), ('-7', '3'), ('7.5', '-2'), ('1e10', '3'), ('0', '5'), ('1234567890123456789012345678', '7')):
    a, b = Decimal(a), Decimal(b)
    print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), -a, +a, abs(a))
print(Decimal(2) ** 10, Decimal(2) ** -2, Decimal('1.1') ** 5, Decimal(2) ** Decimal('0.5'), pow(Decimal(7), 5, 6))
print(3 + Decimal(1), 10 - Decimal('0.1'), 2 * Decimal('1.5'), 1 / Decimal(8), 7 // Decimal(2), 7 % Decimal(4), 2 ** Decimal(3))
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, [str(Decimal(x).quantize(Decimal('1'), rounding)) for x in ('2.5', '3.5', '-2.5', '1.1', '-1.1', '5.01', '0.6')])
print(Decimal('3.14159').quantize(Decimal('.01')), Decimal('1e3').quantize(Decimal('1.00')))
print(round(Decimal('2.5')), round(Decimal('3.5')), round(Decimal('2.675'), 2), round(Decimal('1234'), -2))
print(int(Decimal('-3.9')), math.floor(Decimal('-3.1')), math.ceil(Decimal('3.1')), math.trunc(Decimal('9.9')))
print(float(Decimal('0.1')), complex(Decimal('1.5')), bool(Decimal('0.0')), bool(Decimal('0.1')))
print(Decimal('1.5') == 1.5, Decimal('0.1') == 0.1, Decimal(1) == Fraction(1), Decimal('0.5') > Fraction(1, 3), Decimal(2) < 3 <= Decimal(3.0))
print(Decimal('NaN') == Decimal('NaN'), Decimal('NaN') != 1, Decimal('Infinity') > 10 ** 100, Decimal(1) == 1 + 0j)
print(hash(Decimal('1.5')) == hash(1.5), hash(Decimal(10 ** 20)) == hash(10 ** 20), hash(Decimal('-0.25')) == hash(-0.25), {Decimal('1.0'): 1}[1])
print(sorted(map(Decimal, ('3', '1.5', '-2', 'Infinity', '0'))), max(Decimal(3), 2), sum([Decimal('0.1')] * 10))
print(Decimal('2').sqrt(), Decimal('16').sqrt(), Decimal('0.0001').sqrt(), Decimal('1').exp(), Decimal('-2.5').exp())
print(Decimal(10).ln(), Decimal('0.5').ln(), Decimal(1000).log10(), Decimal(2).log10(), Decimal('123.45').logb())
print(Decimal('120.00').normalize(), Decimal('1e5').normalize(), Decimal('0.00').normalize(), Decimal('12.7').to_integral_value(), Decimal('123E+3').to_eng_string(), Decimal('1E-8').to_eng_string())
print(Decimal('1.25').as_integer_ratio(), Decimal('-3').as_integer_ratio(), Fraction(Decimal('0.125')), Decimal.from_float(0.5))
d = Decimal('-12.340')
print(d.adjusted(), d.copy_abs(), d.copy_negate(), d.copy_sign(Decimal(1)), d.number_class(), d.same_quantum(Decimal('0.001')), d.radix())
print(d.compare(Decimal(1)), d.compare_total(Decimal('-12.34')), d.max(3), d.min(3), d.max_mag(3), d.min_mag(3), d.next_plus(), d.next_minus())
print(d.fma(2, 3), d.remainder_near(5), Decimal(10).rotate(2), Decimal(7).scaleb(3), Decimal(12).shift(2), Decimal(101).logical_and(Decimal(110)), Decimal(1010).logical_invert())
for spec in ('', '.2f', ',.2f', '+.3e', '10', '<10', '^10', '010.1f', '%', '.1%', 'g', '.3g', 'E', ' ', '*>12,', 'z.0f', 'n'):
    print(repr(spec), [format(Decimal(x), spec) for x in ('1234.5678', '-0.00012', '0', '-0.3', '1E+10', 'Infinity', '-NaN')])
print('%s %r %.2f' % (Decimal('1.50'), Decimal('1.50'), Decimal('1.005')), f'{Decimal("2.5"):.0f}')
print(copy.copy(d) is d, copy.deepcopy(d) is d, pickle.loads(pickle.dumps(d)) == d, eval(repr(d)) == d)


class Money(Decimal):
    def __new__(cls, amount):
        return super().__new__(cls, amount)

    def shown(self):
        return f'{self:.2f} EUR'


m = Money('3.999')
print(m.shown(), type(m + 1), repr(m), isinstance(m, Decimal), m == Decimal('3.999'), type(Money.from_float(0.5)))
