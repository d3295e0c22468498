# Instances by class and name, and the methods that say how they are made.
import collections
import copyreg
import dataclasses
import datetime
import enum
import functools
import operator
import pickle


class Plain:
    def __init__(self):
        self.name = 'plain'
        self.me = [self]


class Stateful:
    def __init__(self):
        self.kept, self.lost = 1, lambda: 0

    def __getstate__(self):
        return {'kept': self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state, lost='made anew')


class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Mixed(Point):
    __slots__ = ('z', '__dict__')


class Temperature(float):
    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __getnewargs__(self):
        return float(self), self.unit


class Keywords:
    def __new__(cls, *, a):
        self = super().__new__(cls)
        self.made_with = a
        return self

    def __getnewargs_ex__(self):
        return (), {'a': self.made_with}


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return type(self), (self.value,)


class Versioned:
    def __reduce_ex__(self, protocol):
        return Reduced, (protocol,)


class Words(list):
    pass


class Table(dict):
    pass


class Outer:
    class Inner:
        def method(self):
            return 'called'

    @staticmethod
    def helper():
        pass


class Colour(enum.Enum):
    RED = 1
    GREEN = 2


@dataclasses.dataclass
class Record:
    name: str
    tags: list = dataclasses.field(default_factory=list)


Pair = collections.namedtuple('Pair', 'left right')
SINGLE = object()


class Single:
    def __reduce__(self):
        return 'SINGLE_INSTANCE'


SINGLE_INSTANCE = Single()

for protocol in range(6):
    print('protocol', protocol)
    plain = pickle.loads(pickle.dumps(Plain(), protocol))
    print(plain.name, plain.me[0] is plain)
    stateful = pickle.loads(pickle.dumps(Stateful(), protocol))
    print(stateful.kept, stateful.lost)
    if protocol >= 2:
        point = pickle.loads(pickle.dumps(Point(1, 2), protocol))
        print(point.x, point.y)
        mixed = Mixed(3, 4)
        mixed.z, mixed.other = 5, 6
        mixed = pickle.loads(pickle.dumps(mixed, protocol))
        print(mixed.x, mixed.y, mixed.z, mixed.other, mixed.__dict__)
        hot = pickle.loads(pickle.dumps(Temperature(36.6, 'C'), protocol))
        print(hot, hot.unit, type(hot).__name__)
        print(pickle.loads(pickle.dumps(Keywords(a='given'), protocol)).made_with)
    print(pickle.loads(pickle.dumps(Reduced('v'), protocol)).value)
    print(pickle.loads(pickle.dumps(Versioned(), protocol)).value)
    words = Words(['a', 'b'])
    words.language = 'en'
    words = pickle.loads(pickle.dumps(words, protocol))
    print(words, words.language, type(words).__name__)
    table = Table(a=1)
    table.list = [table]
    table = pickle.loads(pickle.dumps(table, protocol))
    print(table['a'], table.list[0] is table, type(table).__name__)
    print(pickle.loads(pickle.dumps(Outer.Inner, protocol)) is Outer.Inner)
    print(pickle.loads(pickle.dumps(Outer.Inner().method, protocol))())
    print(pickle.loads(pickle.dumps(Outer.helper, protocol)) is Outer.helper)
    print(pickle.loads(pickle.dumps([Colour.RED, Colour.RED], protocol)))
    print(pickle.loads(pickle.dumps(Record('n', ['t']), protocol)))
    print(pickle.loads(pickle.dumps(Pair(1, [2]), protocol)))
    print(pickle.loads(pickle.dumps(SINGLE_INSTANCE, protocol)) is SINGLE_INSTANCE)
    when = datetime.datetime(2024, 2, 29, 12, tzinfo=datetime.timezone.utc)
    print(pickle.loads(pickle.dumps((when, datetime.timedelta(1), when.date()), protocol)))
    print(pickle.loads(pickle.dumps(list[int], protocol)), pickle.loads(pickle.dumps(int | str, protocol)))

# Two references to one object stay one; cycles stay cycles.
shared = ['s']
both = pickle.loads(pickle.dumps([shared, shared]))
print(both, both[0] is both[1])
loop = []
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again[0] is again)
knot = ([],)
knot[0].append(knot)
again = pickle.loads(pickle.dumps(knot))
print(again[0][0] is again)
for protocol in (0, 1, 2, 4):
    long_knot = ([], 1, 2, 3)
    long_knot[0].append(long_knot)
    again = pickle.loads(pickle.dumps(long_knot, protocol))
    print(again[0][0] is again, again[1:])


# copyreg: functions for classes that say nothing themselves.
class Foreign:
    def __init__(self, value):
        self.value = value


copyreg.pickle(Foreign, lambda f: (Foreign, (f.value + 1,)))
print(pickle.loads(pickle.dumps(Foreign(1))).value)
copyreg.add_extension('__main__', 'Reduced', 77)
print(pickle.dumps(Reduced, 2), pickle.loads(pickle.dumps(Reduced, 4)))
copyreg.remove_extension('__main__', 'Reduced', 77)
print(Plain().__reduce_ex__(4)[0] is copyreg.__newobj__, Point(1, 2).__getstate__())
print(object().__getstate__(), object().__reduce_ex__(2)[1:])
