"""The methods that @dataclass makes look like functions that were written out."""
import inspect
from dataclasses import dataclass, KW_ONLY, field, InitVar
from typing import Any, Optional
@dataclass(order=True)
class P:
    "doc"
    x: int
    y: 'str' = 'a'
    z: list = field(default_factory=list)
    _: KW_ONLY
    w: float = 1.5
    v: InitVar[int] = 3
    def __post_init__(self, v): pass
print(inspect.signature(P))
print(inspect.signature(P.__init__))
print(P.__init__.__annotations__)
print(P.__repr__.__annotations__, inspect.signature(P.__repr__), inspect.signature(P.__eq__), inspect.signature(P.__lt__))
print(P.__init__.__doc__, P.__init__.__module__, P.__init__.__qualname__, P.__repr__.__qualname__)
print(inspect.signature(P(1).__eq__))
print(type(P.__init__).__name__, inspect.isfunction(P.__init__), callable(P.__init__), inspect.ismethod(P(1).__repr__))
print(inspect.getfullargspec(P.__init__))
@dataclass(frozen=True)
class F:
    a: int
    b: Any = None
    c: Optional[int] = None
print(inspect.signature(F), inspect.signature(F.__setattr__), inspect.signature(F.__delattr__), inspect.signature(F.__hash__))
print(F.__doc__, P.__doc__)
import typing

print(typing.get_type_hints(F.__init__))
print(P.__init__.__defaults__, P.__init__.__kwdefaults__)
print(P.__init__.__name__, P.__match_args__)
for bad in (lambda: P(), lambda: P(1,2,3,4), lambda: P(1,q=1), lambda: P.__repr__(), lambda: P.__eq__(1), lambda: F(1).__setattr__('a'), lambda: P.__eq__(P(1)), lambda: P(1).__lt__(1,2), lambda: P(1) < 1, lambda: P(1)<P(2)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
