# Makes classes by calls, for module_of_classes.py.
import collections
import enum
import typing

Plain = type('Plain', (), {})
Pair = collections.namedtuple('Pair', 'a b')
Colour = enum.Enum('Colour', 'RED BLUE')
Typed = typing.TypedDict('Typed', {'a': int})
UserId = typing.NewType('UserId', int)


def make():
    return collections.namedtuple('Made', 'a'), type('Other', (), {})
