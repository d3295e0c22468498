# pprint of what is no plain list, tuple or dict.
from collections import *
from pprint import *
from types import MappingProxyType, SimpleNamespace

words = 'the quick brown fox jumped over a lazy dog'.split()
numbered = dict(zip(words, range(9)))
for thing in (defaultdict(int, numbered), Counter('pretty printing'), ChainMap({'a': 1}, numbered),
              deque(numbered.items()), deque(words, maxlen=12), UserDict(numbered),
              UserList(words), UserString(' '.join(words)), MappingProxyType(numbered),
              SimpleNamespace(**numbered), OrderedDict(numbered), bytes(range(60, 120)),
              bytearray(range(60, 120)), defaultdict(list), deque(), ChainMap(), Counter(),
              {'k': [b'some bytes in a list that are so long', deque([1, 2])]}):
    pprint(thing, width=30)
    pprint([thing], width=24, indent=3)


class Space(SimpleNamespace):
    pass


pprint(Space(**numbered), width=30)
space = SimpleNamespace(a=1)
space.itself = space
pprint(space, width=10)


class Dotted(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return (object, True, False) if ' ' not in object else (repr(object), False, False)
        return super().format(object, context, maxlevels, level)


d = Dotted(width=40)
print(d.pformat({'names with spaces': 'should be presented using repr()',
                 'others.should.not.be': 'like.this'}))
print(d.pformat(['a', 'b c', ('d', 'e f')]))
print(saferepr({'x': numbered}), isreadable(deque()), isrecursive(space))
pprint([bytearray(), b'', b'abc'], width=3)
