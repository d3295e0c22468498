# Fractions; colours; short representations.
import colorsys
import copy
import math
import pickle
import reprlib
from fractions import Fraction as F


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


for made in (F(), F(3), F(6, -4), F('3/7'), F(' -1.25e-2 '), F('1_000/3'), F(0.5), F(True), F(F(1, 3), F(2, 5)), F('.5'), F('7.')):
    print(repr(made), made, hash(made), bool(made), float(made))
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, 2 ** F(3), 4 ** F(1, 2))
print(a + 1, 1 + a, a + 0.5, 0.5 - a, a * 2j, 1 / a, 7 // a, 7 % a, -a, +b, abs(b), a ** 0.5)
print(a < b, a > b, a <= 0.75, a == 0.75, a == F(3, 4), a != 1, F(2) == 2, a < float('inf'), sorted([a, b, F(1, 2)]))
print(round(F(5, 2)), round(F(7, 2)), round(F(22, 7), 2), round(F(1234), -2), math.floor(b), math.ceil(b), int(b), math.trunc(a))
print(F(3.141592653589793).limit_denominator(100), F('3.1415926535897932').limit_denominator(1000), F(1, 3).limit_denominator())
print(a.numerator, a.denominator, a.as_integer_ratio(), F.from_float(0.1), hash(F(5)) == hash(5), hash(F(1, 2)) == hash(0.5))
print(sum([F(1, n) for n in range(1, 11)]), pickle.loads(pickle.dumps(a)), copy.deepcopy(a), {F(1, 2): 'half'}[0.5])
for action in (lambda: F(1, 0), lambda: F('x'), lambda: F('1/0'), lambda: F(1.5, 2), lambda: F([]),
               lambda: F(0) ** -1, lambda: a + 'x', lambda: a < 'x', lambda: F('1/2/3'), lambda: a / 0,
               lambda: F(float('nan')), lambda: F(float('inf')), lambda: a.limit_denominator(0)):
    attempt(action)

print(colorsys.rgb_to_hsv(0.2, 0.4, 0.4), colorsys.hsv_to_rgb(0.5, 0.5, 0.4), colorsys.rgb_to_hls(0.2, 0.4, 0.4))
print(colorsys.hls_to_rgb(0.5, 0.3, 0.3), [round(x, 9) for x in colorsys.rgb_to_yiq(0.2, 0.4, 0.4)])
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(9)}),
      reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(10 ** 99), reprlib.repr((1,)), reprlib.repr({3, 1, 2}))


class Node:
    def __init__(self):
        self.me = self

    @reprlib.recursive_repr()
    def __repr__(self):
        return f'Node({self.me!r})'


print(Node())
