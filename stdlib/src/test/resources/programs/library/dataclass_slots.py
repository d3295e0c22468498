import copy
import dataclasses
import enum
from dataclasses import dataclass, field


@dataclass(slots=True)
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)


p = Point(1)
print(p, Point.__slots__, hasattr(p, "__dict__"), Point(1) == p)
try:
    p.z = 1
except AttributeError as e:
    print(e)
print(type(Point.x).__name__, Point.__qualname__, dataclasses.fields(Point)[1].default)


@dataclass(frozen=True, slots=True)
class Frozen:
    a: int
    b: str = "b"


f = Frozen(1)
print(f, hash(f) == hash(Frozen(1)), copy.copy(f), copy.deepcopy(f) == f, dataclasses.replace(f, a=5))
try:
    f.a = 2
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)
print(f.__getstate__())


@dataclass(slots=True)
class Child(Point):
    z: int = 3


print(Child(1, 2), Child.__slots__, Child.__mro__[1] is Point)

for bad in (
    lambda: dataclass(slots=True)(type("S", (), {"__slots__": ("a",), "__annotations__": {"a": int}})),
    lambda: dataclass(weakref_slot=True)(type("W", (), {})),
):
    try:
        bad()
    except TypeError as e:
        print(e)


@dataclass(slots=True, weakref_slot=True)
class Weak:
    a: int


print(Weak.__slots__)


class Access(enum.Flag):
    READ = 4
    WRITE = 2
    RUN = 1


print(Access.READ | Access.RUN, list(Access.RUN | Access.READ), ~Access.WRITE, Access(7), list(Access))
