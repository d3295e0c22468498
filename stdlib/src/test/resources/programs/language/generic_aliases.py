# Aliases of builtin classes with type variables, and without.
from typing import TypeVar, Union, List
import typing
T=TypeVar('T'); K=TypeVar('K')
for f in (lambda: list[T][int], lambda: dict[K,T][str,int], lambda: dict[str,T][int].__args__, lambda: list[T].__parameters__, lambda: list[int].__parameters__, lambda: dict[K, list[T]].__parameters__, lambda: dict[K, list[T]][int, str], lambda: dict[K,T][int], lambda: list[T][int,str], lambda: list[int][str], lambda: tuple[T,...][int], lambda: list[list[T]][int][int], lambda: dict[T,T][int], lambda: list[T][None], lambda: list[T][K], lambda: list[List[T]], lambda: list[int].append, lambda: list[int].__class__, lambda: list[int](), lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: list[int] == list[int], lambda: list[int].__origin__, lambda: len(set([list[int], list[int]])), lambda: type(list[int]), lambda: list[T] | None, lambda: list[int].__mro_entries__(()), lambda: list[()], lambda: tuple[()], lambda: list[5][6]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class L(list[int]): pass
print(L.__orig_bases__, L.__mro__)
