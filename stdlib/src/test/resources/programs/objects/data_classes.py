# dataclasses and copy
import copy
from dataclasses import (dataclass, field, fields, asdict, astuple, replace, is_dataclass,
                         FrozenInstanceError, InitVar, KW_ONLY)


def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)

    def norm(self):
        return self.x * self.x + self.y * self.y


p = Point(1, 2)
print(p, p == Point(1, 2), p == Point(1, 3), p != 3, p.norm(), Point(5).tags, Point.__doc__)
print(Point(1).tags is Point(1).tags, Point.y, hasattr(Point, "tags"), Point.__match_args__)
attempt("missing", Point)
attempt("too many", lambda: Point(1, 2, 3, 4))
attempt("unexpected", lambda: Point(1, z=2))
attempt("unhashable", lambda: hash(p))
attempt("unordered", lambda: p < p)
print(asdict(p), astuple(p), replace(p, y=9), is_dataclass(p), is_dataclass(Point), is_dataclass(3))
print([(f.name, f.type, f.init) for f in fields(Point)])


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


v = Version(1, 2)
print(sorted([Version(2), v, Version(1)]), v < Version(2), hash(v) == hash(Version(1, 2)), {v: 1}[Version(1, 2)])
attempt("frozen", lambda: setattr(v, "major", 3))
attempt("frozen", lambda: delattr(v, "major"))
attempt("frozen", lambda: setattr(v, "other", 3))
print(issubclass(FrozenInstanceError, AttributeError))


@dataclass
class Base:
    a: int
    b: str = "b"


@dataclass
class Child(Base):
    c: float = 1.5
    b: str = "child"

    def __post_init__(self):
        self.total = self.a + self.c


print(Child(1), Child(1).total, Child(1, c=2.0))


@dataclass
class Special:
    n: InitVar[int]
    name: str = "s"
    _: KW_ONLY
    flag: bool = False
    computed: int = field(init=False, default=7)
    hidden: int = field(default=3, compare=False)

    def __post_init__(self, n):
        self.computed = n * 2


s = Special(4, flag=True)
print(s, s == Special(4, flag=True, hidden=8), Special.__doc__)
attempt("keyword only", lambda: Special(1, "a", True))
attempt("init", lambda: Special(1, computed=3))


def bad_order():
    @dataclass
    class Bad:
        x: int = 1
        y: int


def bad_default():
    @dataclass
    class Bad:
        x: list = []


attempt("order", bad_order)
attempt("default", bad_default)
attempt("fields", lambda: fields(3))
attempt("asdict", lambda: asdict(Point))


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t, asdict(t))
t.children.append(t)
print(t)
t.children.pop()
d = copy.deepcopy(t)
print(d == t, d is t, d.children[0] is t.children[0])
shallow = copy.copy(t)
print(shallow == t, shallow.children is t.children)
loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is loop, copy.deepcopy((1, "a")), copy.copy({1, 2}) == {1, 2})


class Custom:
    def __init__(self):
        self.parts = [1]

    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep " + type(memo).__name__


print(copy.copy(Custom()), copy.deepcopy(Custom()))


class Stack(list):
    pass


k = Stack([[1], [2]])
k.label = "k"
c = copy.deepcopy(k)
print(type(c).__name__, c, c.label, c[0] is k[0], copy.copy(k)[0] is k[0])
