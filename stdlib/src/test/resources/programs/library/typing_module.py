import typing
from typing import (Any, AnyStr, Annotated, Callable, ClassVar, Dict, Final, Generic, Iterable, List, Literal, Mapping, NamedTuple, NewType, NoReturn, Optional, Protocol, Sequence, Set, Tuple, Type, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable, TYPE_CHECKING)

T = TypeVar('T')
K = TypeVar('K', bound=int)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, int], Union[int, None], Union[int], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., None], Type[int], Set['X'], Any, NoReturn, ClassVar[int], Final[int], Literal[1, 'a'], Annotated[int, 'x'], T, K, AnyStr, List, Dict, Callable, Iterable[T], Mapping[str, Any], List[T][int], Dict[K, T][int, str], Sequence)
print(Union[int, Union[str, float]], Optional[Union[int, str]], int | None, Optional[int] == Union[None, int], List[int] == List[int], hash(List[int]) == hash(List[int]), Literal[1, 1, True])
for t in (List[int], Dict[str, int], Optional[int], Callable[[int], str], Literal[1], Annotated[int, 5], list[int], int | str, int, Tuple[int, ...]):
    print(get_origin(t), get_args(t))


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Pair(Generic[T, K]):
    pass


class IntStack(Stack[int]):
    pass


s = Stack[int]()
s.push(1)
print(s.items, type(s), Stack[int], Stack.__parameters__, Pair[int, str], IntStack().items, IntStack.__mro__[1:3], Stack[T], Pair.__parameters__, IntStack.__orig_bases__)


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0

    def norm(self):
        return self.x + self.y


p = Point(1)
print(p, p.norm(), p._asdict(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__, Point(1, 2) == (1, 2), p._replace(x=5), isinstance(p, tuple))
E2 = NamedTuple('E2', [('a', int), ('b', str)])
print(E2(1, 'x'), E2.__annotations__)


class Movie(TypedDict):
    name: str
    year: int


class More(Movie, total=False):
    stars: int


m: Movie = {'name': 'x', 'year': 1}
print(Movie(name='a', year=2), type(Movie(name='a', year=1)), Movie.__annotations__, More.__required_keys__ == {'name', 'year'}, More.__optional_keys__, Movie.__total__)


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class Plain(Protocol):
    x: int


class File:
    def close(self):
        pass


print(isinstance(File(), Closer), isinstance(1, Closer), issubclass(File, Closer))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e)


attempt(lambda: isinstance(1, Plain))
attempt(lambda: Plain())
attempt(lambda: List[int, str])
attempt(lambda: Any())
attempt(lambda: List())
attempt(lambda: Stack[int, str])
attempt(lambda: isinstance([], List[int]))
attempt(lambda: Generic[int])
attempt(lambda: TypeVar('X', int))
print(isinstance([], List), isinstance({}, Mapping), issubclass(list, Sequence))


def f(a: int, b: 'Optional[str]' = None, *args: 'int') -> List['int']:
    pass


print(get_type_hints(f), f.__annotations__)


class C:
    x: 'int'
    y: ClassVar[str] = 'a'
    z: Annotated[int, 'm'] = 3


print(get_type_hints(C), get_type_hints(C, include_extras=True))
UserId = NewType('UserId', int)
print(UserId(5), UserId.__name__, UserId, cast(str, 5), TYPE_CHECKING)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


print(g(3), typing.get_origin(typing.Generic), typing.Text, typing.Hashable, typing.Deque[int], typing.DefaultDict[str, int](int))
P = typing.ParamSpec('P')
print(P, Callable[P, int], typing.final(C) is C, typing.Self, typing.Never, typing.LiteralString)
