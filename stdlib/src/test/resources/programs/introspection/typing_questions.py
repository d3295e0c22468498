"""typing.get_origin and get_args of names, of callables of collections.abc; Literal of classes."""
import collections.abc
import typing
from typing import Any, Callable, Dict, List, Literal, ParamSpec, Tuple, Type, get_args, get_origin

P = ParamSpec('P')
for form in (List, Dict, Tuple, Type, Callable, typing.Deque, typing.Mapping, Any, list, 5, List[int],
             list[int], int | str, Callable[[int], str]):
    print(form, get_origin(form), get_args(form))
abc = collections.abc.Callable
for form in abc[[int], str], abc[..., int], abc[[], int], abc[[int, str], None], abc[P, int]:
    print(form, get_origin(form), get_args(form))
print(Literal[int], Literal['a', 1, None], Literal[b'x', True])
