# What decides about fields and methods of data classes.
import dataclasses
import typing
import typing as t
from abc import ABC, abstractmethod
from collections import OrderedDict, namedtuple
from dataclasses import *
from inspect import isabstract, signature
from typing import ClassVar, Protocol, get_type_hints


@dataclass
class Own:
    x: int

    def __init__(self, x):
        self.x = 2 * x


print(Own(3), signature(Own))
f = fields(Own)[0]
print(f.default is MISSING, f.default_factory is MISSING, field(default=1).default is MISSING)
print(repr(field())[:10], repr(field())[-18:], repr(f)[-20:])

for text in ('ClassVar', ' ClassVar [int]', 'typing.ClassVar', 'typing . ClassVar[int]', 't.ClassVar',
             'CV', 'ClassVars', 'typong.ClassVar', 'InitVar[int]', 'dataclasses.InitVar',
             't.InitVar', 'KW_ONLY', 'dataclasses. KW_ONLY', '', '[int]'):
    made = make_dataclass('Made', [('x', text), ('y', int, 2)], namespace={'__module__': __name__})
    made = type('M', (), {'__annotations__': {'x': text, 'y': int}, 'y': 2})
    print(repr(text), [(f.name, f.kw_only) for f in fields(dataclass(made))], signature(made))


class Named:
    def __set_name__(self, owner, name):
        self.name = owner.__name__ + '.' + name


@dataclass
class C:
    c: int = field(default=Named(), init=False)


print(C.c.name)


@dataclass(slots=True)
class Slotted:
    a: str
    b: str = field(default='b', init=False)
    c: list = field(default_factory=list, init=False)


print(Slotted('A'), Slotted.__slots__)


@dataclass
class HasSelf:
    self: str


print(HasSelf('me').self, signature(HasSelf.__init__))
try:
    @dataclass
    class A:
        a: ClassVar[int] = field(kw_only=True)
except TypeError as e:
    print(e)
try:
    field(metadata=0)
except TypeError as e:
    print(e)
try:
    class Root:
        __slots__ = iter(['a'])

    @dataclass(slots=True)
    class B(Root):
        x: int
except TypeError as e:
    print(e)

Pair = namedtuple('Pair', 'a b')


class Names(list):
    pass


@dataclass
class Inner:
    x: int


@dataclass
class Outer:
    pair: Pair
    names: Names
    table: OrderedDict


outer = Outer(Pair(1, Inner(2)), Names([Inner(3)]), OrderedDict(k=Inner(4)))
print(asdict(outer))
print(astuple(outer), type(astuple(outer)[1]).__name__)


class Shape(ABC):
    @property
    @abstractmethod
    def area(self):
        ...

    @abstractmethod
    def __eq__(self, other):
        ...


@dataclass
class Square(Shape):
    area: int = 4


print(isabstract(Shape), isabstract(Square), Square.__abstractmethods__)
print(Square() == Square())


class P(Protocol):
    a: int


@dataclass
class D(P):
    a: int


print(D(5), get_type_hints(D.__init__))


@dataclass
class Forward:
    n: 'Inner'


print(get_type_hints(Forward.__init__), get_type_hints(Forward))
