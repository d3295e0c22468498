"""Numbers as programs use them."""
total = 0
for i in range(1, 50):
    total += i ** 5 // 3 - i % 7
print(total, 2 ** 200, -7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 3))


class Meters(float):
    def __add__(self, other):
        return Meters(float(self) + float(other))

    def __repr__(self):
        return f'{float(self)} m'


class Count(int):
    def __new__(cls, text):
        return super().__new__(cls, len(text))

    def twice(self):
        return self * 2


print(Meters(1.5) + 2, Meters('2.5') * 2, [Meters(3)], sum([Meters(1), Meters(2)], Meters(0)))
c = Count('hello')
print(c, c.twice(), c + 1, isinstance(c, int), type(c).__name__, c == 5, hash(c) == hash(5), {5: 'five'}[c], '%d' % c, f'{c:03}')
print(int(c), type(int(c)), type(c + 0), bool(Count('')), c.bit_length(), c > 4, [10, 20, 30, 40, 50, 60][c])


class Vector:
    def __init__(self, x):
        self.x = x

    def __rmul__(self, other):
        return Vector(other * self.x)

    def __radd__(self, other):
        return Vector(other + self.x)

    def __rpow__(self, other):
        return Vector(other ** self.x)

    def __rdivmod__(self, other):
        return 'divmod', other

    def __abs__(self):
        return abs(self.x)

    def __round__(self, digits=None):
        return round(self.x, digits) if digits is not None else 'rounded'

    def __index__(self):
        return 3

    def __complex__(self):
        return 1j

    def __repr__(self):
        return f'Vector({self.x})'


v = Vector(2.567)
print(3 * v, 1.5 * v, 2 + v, 2 ** v, divmod(7, v), abs(v), round(v), round(v, 1), bin(v), hex(v), int(Vector(1)), float(Vector(1)),
      complex(v), 'abcdef'[Vector(0)], [1] * Vector(0))


class Broken:
    def __int__(self):
        return 'x'

    def __float__(self):
        return 1

    def __index__(self):
        return 1.5


for f in [int, float, bin, complex, round, abs]:
    try:
        f(Broken())
    except TypeError as e:
        print(f.__name__, e)

nan = float('nan')
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan < 1, max(1, nan), sorted([3, 1, 2.5, True, -1]))
print(0.1 + 0.2, 1e16, 1e15, 123456789.123456789, 1 / 3, 5e-324, 1e22, 1.0, -0.0, 100.0, 1e5, 0.00001)
print(1_000_000, 0xff, 0o17, 0b101, 1e3, 1j, 3.5e-7, .5, 5.)
print(round(2.5), round(3.5), round(2.675, 2), round(1234.5678, -2), round(-0.5), round(15, -1), round(25, -1))
print('%d %5d|%-5d|%05d|%+d|%x|%X|%#x|%o|%e|%.2f|%g|%G|%10.3f|%-10.2e|%s|%r' % (
    5, 42, 42, 42, 42, 255, 255, 255, 8, 12345.678, 3.14159, 0.0001, 1e20, 2.5, 1234.5, 1.5, 2.5))
print(f'{1234567.891:,.2f} {255:#x} {255:08b} {3.7:.0f} {0.5:%} {1e10:g} {12345:_} {-5:+} {5: } {1+2j:.1f} {True:d} {3.0} {10:>5}|{10:<5}|{10:^5}|')
for text in ['12', ' 7 ', '1_000', '0x1f', 'abc', '', '1.5', '１２']:
    try:
        print(repr(text), int(text))
    except ValueError as e:
        print(e)
for expression in ['1 / 0', '1 // 0', '1 % 0', '1.5 / 0', '0 ** -1', '2 ** 10000 / 1', '1 << -1', 'int("9" * 5000)', 'str(10 ** 5000)',
                   '1 + "a"', '1.5 & 2', '-"a"', '1 < "a"', 'int([])', 'float("x")', '10.0 ** 400', '1 << 2 ** 70']:
    try:
        print(expression, eval(expression))
    except Exception as e:
        print(expression, type(e).__name__, e)
x = 5
x += 2.5; x *= 2; x -= 1; x /= 4; x **= 2; x //= 1; x %= 5
print(x)
y = 12
y <<= 3; y |= 5; y &= 0xfd; y ^= 3; y >>= 1
print(y)
flag = True
flag &= False
flag |= True
print(flag, True + True, True * 5, ~True, True & 1, True ^ False, sum([True, False, True]), True == 1.0, {1: 'a', 1.0: 'b', True: 'c'})
print((-8) ** (1 / 3), (1 + 2j) * (3 - 1j), abs(3 + 4j), (1j) ** 2, 2 ** 0.5, 2 ** -1, (-2) ** 3, 0.0 == -0.0)
print((255).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), (1.5).as_integer_ratio(), (0.1).hex(), float.fromhex('0x1.8p1'),
      (7).bit_length(), (3.0).is_integer(), 10 .__add__(5))
