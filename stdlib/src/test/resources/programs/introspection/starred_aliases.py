"""*tuple[int] among the arguments of an alias; what looks at functions is not misled by mocks."""
import inspect
import typing
from unittest.mock import MagicMock

T = typing.TypeVar('T')
U = typing.TypeVar('U')


def t(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


a = list(tuple[int, str])
print(a, len(a), a[0] == tuple[int, str], a[0].__unpacked__, tuple[int].__unpacked__)
print(a[0] == list(tuple[int, str])[0], hash(a[0]) == hash(list(tuple[int, str])[0]))
print(a[0].__typing_unpacked_tuple_args__, tuple[int].__typing_unpacked_tuple_args__)
print(tuple[*tuple[int]], tuple[str, *tuple[int, ...]], list(list[int]))
t(lambda: dict[T, U][*tuple[int, str]])
t(lambda: list[T][*tuple[int]])
t(lambda: dict[T, U][*tuple[int]])
t(lambda: dict[T, U][str, *tuple[int]])
t(lambda: list[T][*tuple[int, str]])
print(list(iter(tuple[T]))[0][int])
x, = list[int]
print(x, type(x).__name__, x.__origin__, x.__args__)
t(lambda: next(iter(tuple[int])))
mock = MagicMock()
print(inspect.iscoroutinefunction(mock), inspect.isgeneratorfunction(mock), inspect.isasyncgenfunction(mock))
