# Copies of a ChainMap, representations of a defaultdict's subclasses, names that are no slots.
import copy
from collections import ChainMap, defaultdict
from collections.abc import Coroutine, Generator

chain = ChainMap({'a': 1}, {'b': 2})
for twin in copy.copy(chain), chain.copy(), copy.deepcopy(chain):
    print(twin, twin.maps[0] is chain.maps[0], twin.maps[1] is chain.maps[1])


class Lists(defaultdict):
    pass


print(Lists(list, a=[1]), defaultdict(int, b=2), defaultdict(None))
itself = Lists()
itself['me'] = itself
print(itself)

for name in 'foo\0bar', 'foo bar', '1a', '', 'é', 'a1':
    try:
        print(type('X', (), {'__slots__': [name]}).__slots__)
    except TypeError as e:
        print(e)


class Counting(Generator):
    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


for arguments in (ValueError,), (ValueError, ValueError('huhu')), (ValueError('a'),):
    try:
        Counting().throw(*arguments)
    except ValueError as e:
        print(repr(e))
try:
    raise KeyError(1)
except KeyError as e:
    place = e.__traceback__
try:
    Counting().throw(ValueError, None, place)
except ValueError as e:
    print(repr(e), e.__traceback__ is not None)
Counting().close()
