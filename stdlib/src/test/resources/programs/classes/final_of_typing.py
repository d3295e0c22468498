"""Classes of typing that may not be derived from, and slots that keep a description."""
import typing

for base in (typing.TypeVar, typing.ParamSpec, typing.ForwardRef, type(typing.List[int]), type(typing.Union)):
    try:
        class Derived(base):
            pass
    except TypeError as e:
        print(e)


class Marked(typing.TypeVar, _root=True):
    pass


print(Marked('T').__name__, isinstance(typing.Union, typing._SpecialForm), type(typing.List[int]).__name__)


class Base:
    __slots__ = ()


class Described(Base):
    __slots__ = ('name', '__doc__')

    def __init__(self):
        self.__doc__ = 'mine'


print(Described().__doc__, type(Described.__doc__).__name__)
