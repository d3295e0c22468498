# Iterators say how they are made again: copies and pickles of them go on at the same place.
import array
import collections
import copy
import itertools
import operator
import pickle


class Squares:
    """A sequence of the old kind."""

    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        if index >= self.count:
            raise IndexError(index)
        return index * index

    def __repr__(self):
        return f'Squares({self.count})'


class Countdown(enumerate):
    pass


MAKERS = [
    lambda: iter([1, 2, 3]),
    lambda: reversed([1, 2, 3]),
    lambda: iter((1, 2, 3)),
    lambda: iter('abc'),
    lambda: iter('äöü'),
    lambda: iter('a\U0001f600b'),
    lambda: iter(b'abc'),
    lambda: iter(bytearray(b'abc')),
    lambda: iter(array.array('i', [4, 5, 6])),
    lambda: iter(range(2, 9, 3)),
    lambda: reversed(range(2, 9, 3)),
    lambda: iter(range(1 << 70, (1 << 70) + 3)),
    lambda: reversed(range(1 << 70, (1 << 70) + 6, 2)),
    lambda: iter({1: 2, 3: 4}),
    lambda: iter({1: 2, 3: 4}.values()),
    lambda: iter({1: 2, 3: 4}.items()),
    lambda: reversed({1: 2, 3: 4}),
    lambda: iter({7}),
    lambda: iter(Squares(4)),
    lambda: reversed(Squares(4)),
    lambda: iter(int, 0),
    lambda: enumerate([1, 2, 3], 5),
    lambda: zip([1, 2], (3, 4)),
    lambda: zip([1, 2], (3, 4), strict=True),
    lambda: map(str, [1, 2]),
    lambda: map(operator.add, [1, 2], [3, 4]),
    lambda: filter(None, [1, 0, 2]),
    lambda: itertools.count(3),
    lambda: itertools.count(3, 2),
    lambda: itertools.count(1.5),
    lambda: itertools.cycle('ab'),
    lambda: itertools.repeat(4),
    lambda: itertools.repeat(4, 3),
    lambda: itertools.accumulate([1, 2, 3]),
    lambda: itertools.accumulate([1, 2, 3], operator.mul, initial=7),
    lambda: itertools.chain([1, 2], [3, 4]),
    lambda: itertools.chain.from_iterable(['ab', 'cd']),
    lambda: itertools.compress([1, 2, 3], [1, 0, 1]),
    lambda: itertools.dropwhile(abs, [0, 1, 2]),
    lambda: itertools.takewhile(abs, [1, 2, 0, 3]),
    lambda: itertools.filterfalse(None, [0, 1, 0]),
    lambda: itertools.islice(range(9), 2, 7, 2),
    lambda: itertools.islice('abc', None),
    lambda: itertools.starmap(pow, [(1, 2), (3, 4)]),
    lambda: itertools.zip_longest([1], [2, 3], fillvalue=8),
    lambda: itertools.product('ab', 'cd'),
    lambda: itertools.product('ab', repeat=2),
    lambda: itertools.permutations('abcd', 3),
    lambda: itertools.combinations('abcd', 2),
    lambda: itertools.combinations_with_replacement('abc', 2),
    lambda: iter(collections.deque([1, 2, 3])),
    lambda: reversed(collections.deque([1, 2, 3])),
    lambda: iter(collections.OrderedDict(a=1, b=2)),
    lambda: iter(collections.OrderedDict(a=1, b=2).items()),
    lambda: reversed(collections.OrderedDict(a=1, b=2)),
]


def some(iterator, count=5):
    return list(itertools.islice(iterator, count))


for make in MAKERS:
    name = type(make()).__name__
    for passed in range(4):
        iterator = make()
        some(iterator, passed)
        copied = copy.copy(iterator)
        deep = copy.deepcopy(iterator)
        pickles = [pickle.loads(pickle.dumps(iterator, p)) for p in (0, 2, 4)]
        shown = some(deep), [some(p) for p in pickles], some(iterator)
        assert type(copied) in (type(iterator), type(iter([])), type(iter(())),
                                type(iter(''))), name
        print(name, passed, *shown)

print('states')
for make in MAKERS[:8]:
    iterator = make()
    for place in (1, -5, 100):
        twin = copy.copy(iterator)
        twin.__setstate__(place)
        print(type(iterator).__name__, place, twin.__length_hint__(), some(twin))

print('groups')
groups = itertools.groupby('aabbcc')
next(groups)
for each in (copy.deepcopy(groups), pickle.loads(pickle.dumps(groups))):
    print([(key, list(group)) for key, group in each])

print('subclasses')
mine = Countdown('xyz', 7)
print(next(mine), isinstance(mine, enumerate), iter(mine) is mine, type(copy.copy(mine)).__name__)
print(list(mine))


class Both(zip):
    def __next__(self):
        return sum(super().__next__())


print(list(Both([1, 2], [3, 4])), type(Both()).__mro__)

print('refused')
for bad in (itertools.pairwise('abc'), (x for x in 'abc'), {}.keys(), {}.items()):
    for protocol in (0, 2):
        try:
            pickle.dumps(bad, protocol)
        except TypeError as e:
            print(protocol, e)
    try:
        copy.copy(bad)
    except TypeError as e:
        print(e)

print('places that are none')
for iterator, state in ((itertools.cycle('ab'), 3), (itertools.chain('ab'), ()),
                        (itertools.chain('ab'), ([],)), (itertools.product('ab'), [0])):
    try:
        iterator.__setstate__(state)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

print([type(iter(x)).__name__ for x in ('', 'a', 'é', [], (), {}, set(), b'', collections.OrderedDict())])
print(type(iter([])).__mro__, type(iter([])).__base__, isinstance(iter([]), type(iter(Squares(1)))))
print(copy.copy(slice(1, 2)), copy.deepcopy(slice([1], 2, None)))
