"""Graphs of objects arrive with their shape: in arguments of a process, and in messages."""
import collections
import datetime
import decimal
import enum
import fractions
import functools
import multiprocessing
import operator
import uuid


class Colour(enum.Enum):
    RED = 1


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []


class Bag(list):
    pass


class Index(dict):
    def __missing__(self, key):
        return 'none'


class Ids(set):
    pass


class Pair(tuple):
    pass


class Amount(float):
    unit = 'm'


class Raw(bytes):
    pass


class Slots:
    __slots__ = 'a', 'b', '__dict__'


class WithNew:
    def __new__(cls, x):
        self = super().__new__(cls)
        self.x = x
        return self

    def __getnewargs__(self):
        return self.x,


class Keyed:
    def __init__(self, key):
        self.key = key

    def __hash__(self):
        return hash(self.key)

    def __eq__(self, other):
        return self.key == other.key


class ByExtended:
    def __reduce_ex__(self, protocol):
        return ByExtended.make, (protocol > 1, ), {'state': 1}

    @classmethod
    def make(cls, flag):
        made = object.__new__(cls)
        made.flag = flag
        return made


def tie():
    """Objects that refer to each other in all ways."""
    a, b = Node('a'), Node('b')
    a.links += [b, a]
    b.links.append(a)
    shared = [1]
    loop = [shared, shared]
    loop.append(loop)
    table = {'self': None, 'loop': loop}
    table['self'] = table
    pair = ([], )
    pair[0].append(pair)
    key = Keyed(1)
    bag = Bag([1])
    bag.append(bag)
    bag.note = 'n'
    index = Index(x=1)
    index['me'] = index
    ids = Ids([1, 2])
    ids.owner = ids
    slots = Slots()
    slots.a, slots.c = slots, 3
    return locals()


def told(t):
    a, b, loop, table = t['a'], t['b'], t['loop'], t['table']
    yield a.links[0] is b, a.links[1] is a, b.links[0] is a
    yield loop[0] is loop[1] is t['shared'], loop[2] is loop
    yield table['self'] is table, table['loop'] is loop
    yield t['pair'][0][0] is t['pair']
    yield {t['key']: 1}[Keyed(1)]
    yield t['bag'][1] is t['bag'], t['bag'].note, type(t['bag']).__name__
    yield t['index']['me'] is t['index'], t['index']['nothing']
    yield t['ids'].owner is t['ids'], sorted(t['ids'])
    yield t['slots'].a is t['slots'], t['slots'].c, hasattr(t['slots'], 'b')


def kinds():
    yield Pair((1, [2]))
    yield Amount(1.5)
    yield Raw(b'xy')
    yield Colour.RED
    yield WithNew(4).x
    yield ByExtended().__reduce_ex__(2)[2]
    yield collections.OrderedDict([('z', 1), ('a', 2)])
    yield collections.defaultdict(list, {1: [2]})
    yield collections.Counter('abca')
    yield collections.deque([1, 2, 3], 2)
    yield decimal.Decimal('1.50'), fractions.Fraction(3, 6)
    yield datetime.datetime(2020, 2, 29, 12, 30), datetime.timedelta(days=1, seconds=2)
    yield uuid.UUID(int=5)
    yield functools.partial(int, base=2)('101')
    yield operator.itemgetter(1)([1, 2]), operator.attrgetter('real')(5), operator.methodcaller('upper')('x')
    yield bytearray(b'abc'), memoryview(b'xyz').tobytes(), range(3), slice(1, None, 2)
    yield frozenset({frozenset({1}), 2}) == {2, frozenset({1})}
    yield {1: {2: {3: (4, [5, {6}])}}}
    yield 2 ** 100, -0.0, float('inf'), 1 + 2j, ..., NotImplemented, None, True
    yield 'ä€\U0001F600', '\udc80' == chr(0xdc80)
    yield ValueError('a', 1).args, KeyError('k')
    yield int, Node, len, str.upper, [].append.__name__


def shown(values):
    return [repr(v) for v in values]


def whole(q, t, values):
    q.put(list(told(t)))
    q.put(shown(values))
    q.put((t, values))


if __name__ == '__main__':
    q = multiprocessing.SimpleQueue()
    t = tie()
    values = list(kinds())
    p = multiprocessing.Process(target=whole, args=(q, t, values))
    p.start()
    in_child = q.get()
    print(in_child == list(told(t)))
    for line in in_child:
        print(line)
    print(q.get() == shown(values))
    back, all_back = q.get()
    print(list(told(back)) == in_child, back['a'] is not t['a'], type(back['a']) is Node)
    for mine, came in zip(values, all_back):
        print(repr(mine) == repr(came), type(mine) is type(came))
    p.join()

    # big
    q2 = multiprocessing.Queue()
    q2.put(b'x' * 10_000_000)
    q2.put(list(range(200_000)))
    q2.put({i: str(i) for i in range(50_000)})
    print(len(q2.get()), sum(q2.get()), len(q2.get()))
    a, b = multiprocessing.Pipe()
    one = ByExtended()
    a.send(one)
    got = b.recv()
    print(got.flag, got.state)
    a.send([one, one])
    x, y = b.recv()
    print(x is y)
