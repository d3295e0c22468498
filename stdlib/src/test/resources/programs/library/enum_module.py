import copy
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return self.name.lower(), self.value

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def pretty(self):
        return self.name.title()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.CRIMSON is Color.RED, type(Color.RED), Color)
print(list(Color), len(Color), list(reversed(Color)), Color(2), Color['BLUE'], Color.RED in Color, Color.__members__)
print(Color.GREEN.describe(), Color.default(), Color.BLUE.pretty, isinstance(Color.RED, Color), issubclass(Color, Enum))
print({Color.RED: 'r'}[Color.RED], Color.RED == 1, Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED is Color(1), bool(Color.RED), f'{Color.RED} {Color.RED!r:>20}|{Color.RED:>12}|')
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, Color.RED.__class__, Color.__name__, Color.RED.__reduce_ex__(2), Color.__doc__)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e)


def assign():
    Color.RED = 5


def delete():
    del Color.RED


attempt(lambda: Color(9))
attempt(lambda: Color('x'))
attempt(lambda: Color['X'])
attempt(lambda: Color.X)
attempt(assign)
attempt(delete)
attempt(lambda: Color.RED < Color.BLUE)
attempt(lambda: Color())
attempt(lambda: setattr(Color.RED, 'value', 2))


def duplicate():
    class D(Enum):
        A = 1
        A = 2


def extend():
    class More(Color):
        BLACK = 4


def doubled():
    @unique
    class D(Enum):
        A = 1
        B = 1
        C = 1


def sunder():
    class D(Enum):
        _x_ = 1


for f in (duplicate, extend, doubled, sunder):
    attempt(f)


class Number(IntEnum):
    ONE = 1
    TWO = 2


print(Number.ONE, repr(Number.ONE), Number.ONE + 1, Number.TWO > Number.ONE, Number.ONE == 1, [10, 20][Number.ONE], f'{Number.TWO:03d} {Number.TWO}', '%d %s' % (Number.ONE, Number.ONE), int(Number.TWO), Number(1), isinstance(Number.ONE, int), sorted([Number.TWO, Number.ONE]), hash(Number.ONE) == hash(1), {1: 'a'}[Number.ONE])


class Word(StrEnum):
    HELLO = auto()
    World = auto()
    OTHER = 'x y'


print(Word.HELLO, repr(Word.HELLO), Word.World.value, Word.HELLO == 'hello', Word.OTHER.upper(), Word('x y'), f'{Word.OTHER:>5}|', list(Word), len(Word.HELLO))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, repr(Perm.RW), Perm(0), repr(Perm(0)), bool(Perm(0)), Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), list(Perm), len(Perm.RW), ~Perm.R, Perm.R & Perm.W, Perm.R ^ Perm.RW, Perm(7), Perm, (Perm.R | Perm.W) is Perm.RW, Perm.RW.name, (Perm.R | Perm.X).value, (Perm.R | Perm.X).name)
attempt(lambda: Perm(8))
attempt(lambda: Perm('x'))
attempt(lambda: Perm.R | 1)
attempt(lambda: 1 in Perm.R)


class Bits(IntFlag):
    A = 1
    B = 2
    C = 4


print(Bits.A, repr(Bits.A), Bits.A | Bits.B, repr(Bits.A | Bits.B), repr(Bits.A | 8), Bits.A + 1, ~Bits.A, repr(~Bits.A), Bits(0), repr(Bits(0)), Bits.A == 1, repr(Bits.A | 2), isinstance(Bits.A | Bits.B, int), list(Bits(5)), repr(Bits(16)), repr(Bits.C & ~Bits.C), Bits['B'])


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.673e-11 * self.mass / (self.radius * self.radius)


print(Planet.EARTH.value, round(Planet.EARTH.gravity, 3), Planet.EARTH.mass, Planet((3.303e+23, 2.4397e6)))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        made.unit = unit
        return made
    PX = (0, 'P.X', 'km')
    PY = (1, 'P.Y', 'km')


print(Coordinate.PX, Coordinate(1).label, Coordinate.PY == b'\x01')


class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name + str(count)
    X = auto()
    Y = auto()


print(list(Auto))


class Auto2(Enum):
    A = 5
    B = auto()
    C = 'x'
    D = auto()


print(list(Auto2))
Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.ANT, Animal.__module__)
print(list(Enum('Q', ['A', 'B'], start=0)), list(IntEnum('W', {'A': 5, 'B': 6})), list(Enum('E', [('A', 1), ('B', 'x')])), list(Flag('F', 'A B C')))


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == 'a' else None


print(Missing('a'))
attempt(lambda: Missing('b'))


class Mixed(int, Enum):
    ONE = 1


print(Mixed.ONE, repr(Mixed.ONE), Mixed.ONE + 1, f'{Mixed.ONE}')


class Nested(Enum):
    class Inner:
        pass
    A = enum.member(len)
    B = enum.nonmember(3)
    C = [1, 2]

    def f(self):
        return 1

    @staticmethod
    def g():
        return 2


print(Nested.B, Nested.C, Nested([1, 2]), Nested.g(), Nested.C.f(), Nested.A.value('abc'))


class Base(Enum):
    def shout(self):
        return self.name + '!'

    def __str__(self):
        return 'base ' + self.name


class Derived(Base):
    A = 1


print(Derived.A, Derived.A.shout(), f'{Derived.A}', Derived.A)
print(enum.EnumMeta is enum.EnumType, type(Color), auto, enum.STRICT, enum.KEEP)
match Color.RED:
    case Color.GREEN:
        print('green')
    case Color.RED:
        print('red')


@enum.verify(enum.CONTINUOUS, enum.UNIQUE)
class Ok(Enum):
    A = 1
    B = 2


def holes():
    @enum.verify(enum.CONTINUOUS)
    class Bad(Enum):
        A = 1
        B = 4


attempt(holes)
