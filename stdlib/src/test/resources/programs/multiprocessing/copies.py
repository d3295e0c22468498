"""What a process gets is a copy: identity and cycles are kept, nothing is shared, classes are its own."""
import collections
import functools
import multiprocessing
import types


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
        self.seen = []

    def add(self, x):
        self.seen.append(x)
        return len(self.seen)


class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self, a):
        self.a = a


class Words(list):
    kind = 'words'


class Table(dict):
    def __init__(self, *args, **kwds):
        super().__init__(*args, **kwds)
        self.extra = 'x'


class Text(str):
    pass


class Number(int):
    pass


class Stateful:
    def __init__(self):
        self.kept, self.lost = 1, 2

    def __getstate__(self):
        return {'kept': self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.restored = True


class Reduced:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __reduce__(self):
        return Reduced, (self.a * 10, self.b)


class Error(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.b = b


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.by_meta = True
        return made


class WithMeta(metaclass=Meta):
    pass


Point = collections.namedtuple('Point', 'x y')


def look(things):
    """What can be said of the things in the process that has them."""
    (node, same, cycle, slotted, words, table, text, number, error, point, meta, method, partial, keys,
     deque, default, order, counter, frozen, both, data, view) = things
    out = [node is same, cycle[0] is cycle, cycle[1] is node, node.value, node.next is node]
    out += [type(slotted) is Slotted, slotted.a, hasattr(slotted, 'b')]
    out += [type(words) is Words, words, words.kind, words.own, type(table) is Table, dict(table), table.extra]
    out += [type(text) is Text, text, type(number) is Number, number + 1]
    out += [type(error) is Error, error.args, error.b]
    out += [type(point) is Point, point, point.x, type(meta) is WithMeta, type(type(meta)) is Meta, meta.by_meta]
    out += [method.__self__ is node, method('x'), node.seen, partial(2), partial.keywords]
    out += [keys[node], sorted(v for k, v in keys.items() if not isinstance(k, Node)), node in frozen, len(frozen)]
    out += [deque, deque.maxlen, default['new'], default.default_factory is list, list(order), counter]
    out += [both[0] is both[1], both[0] is node.seen, data, bytes(view[0]), type(view[0]).__name__]
    return out


def make():
    node = Node(5)
    node.next = node
    cycle = [None, node]
    cycle[0] = cycle
    words = Words(['a', 'b'])
    words.own = [1]
    deque = collections.deque([1, 2, 3], maxlen=3)
    order = collections.OrderedDict([('b', 1), ('a', 2)])
    order.move_to_end('b')
    return (node, node, cycle, Slotted([1]), words, Table(k=[2]), Text('text'), Number(7), Error('a', 'b'),
            Point(1, [2]), WithMeta(), node.add, functools.partial(pow, 3, mod=5),
            {node: 'by node', 'b': 2, (1, 'x'): 1}, deque, collections.defaultdict(list), order,
            collections.Counter('abca'), frozenset([node, 1, 'x']), (node.seen, node.seen),
            {'n': None, 't': (1, (2, [3])), 'big': 10 ** 30, 'c': 1j, 'r': range(3), 's': slice(1, 2)},
            [bytearray(b'abc')])


def in_child(q, things):
    try:
        q.put(repr(look(things)))
        things[0].seen.append('from the child')
        things[4].append('from the child')
        things[21][0][0] = 0
    except BaseException as e:
        q.put(repr(e))
        raise


def from_queue(tasks, q):
    in_child(q, tasks.get())


def deep(n):
    made = []
    for i in range(n):
        made = [made]
    return made


def depth(x):
    n = 0
    while x:
        x = x[0]
        n += 1
    return n


def special(x, y):
    return x.__dict__, (y.a, y.b)


class Later:
    pass


if __name__ == '__main__':
    q, tasks = multiprocessing.SimpleQueue(), multiprocessing.SimpleQueue()
    expected = repr(look(make()))
    for way in ('arguments', 'queue', 'pipe', 'pool'):
        things = make()
        if way == 'arguments':
            p = multiprocessing.Process(target=in_child, args=(q, things))
        elif way == 'queue':
            p = multiprocessing.Process(target=from_queue, args=(tasks, q))
            tasks.put(things)
        if way in ('arguments', 'queue'):
            p.start()
            got = q.get()
            p.join()
        elif way == 'pipe':
            a, b = multiprocessing.Pipe()
            a.send(things)
            got = repr(look(b.recv()))
        else:
            with multiprocessing.Pool(1) as pool:
                got = repr(pool.apply(look, (things,)))
        print(way, got == expected or (got, expected), things[0].seen, things[4], things[21])
    print(expected)
    with multiprocessing.Pool(1) as pool:
        print(pool.apply(special, (Stateful(), Reduced(1, 2))))
        print(pool.apply(type, (Error('a', 'b'),)) is Error, pool.apply(Point._make, ([1, 2],)))
    a, b = multiprocessing.Pipe()
    for thing in (len, print, int, ValueError, type, Node, Node.add, look, None, ..., NotImplemented, [].append,
                  'x'.join, collections.OrderedDict, functools.reduce, Meta, int.from_bytes, str.upper):
        a.send(thing)
        got = b.recv()
        print(getattr(thing, '__qualname__', thing), got is thing or got == thing or type(got) is type(thing))
    a.send(types.SimpleNamespace(x=1))
    print(b.recv())
