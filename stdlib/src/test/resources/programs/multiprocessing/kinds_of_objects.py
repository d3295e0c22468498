"""Objects of the library as arguments of a process, through a pipe, and as global variables."""
import collections
import contextvars
import dataclasses
import datetime
import enum
import functools
import io
import itertools
import logging
import multiprocessing
import operator
import pathlib
import queue
import random
import re
import threading
import types
import uuid


class Color(enum.Enum):
    RED = 1


class Perm(enum.Flag):
    R = 1
    W = 2


@dataclasses.dataclass
class Data:
    a: int
    b: list = dataclasses.field(default_factory=list)


@functools.lru_cache(maxsize=2)
def cached(x):
    return x * 2


@functools.singledispatch
def shape(x):
    return 'any'


@shape.register(int)
def _(x):
    return 'int'


def numbers():
    yield from (1, 2, 3)


def items(d):
    return list(d.items())


KINDS = [
    ('partial', lambda: functools.partial(pow, 2), lambda x: x(3)),
    ('deque', lambda: collections.deque([1, 2]), list),
    ('defaultdict', lambda: collections.defaultdict(list, a=[1]), lambda x: (x['n'], dict(x))),
    ('OrderedDict', lambda: collections.OrderedDict(a=1), items),
    ('Counter', lambda: collections.Counter('aab'), lambda x: x.most_common()),
    ('ChainMap', lambda: collections.ChainMap({'a': 1}, {'b': 2}), lambda x: sorted(x.items())),
    ('SimpleNamespace', lambda: types.SimpleNamespace(a=[1]), repr),
    ('cached', lambda: cached, lambda x: x(4)),
    ('singledispatch', lambda: shape, lambda x: (x(1), x('x'))),
    ('itemgetter', lambda: operator.itemgetter(1, 0), lambda x: x('ab')),
    ('attrgetter', lambda: operator.attrgetter('real'), lambda x: x(5)),
    ('methodcaller', lambda: operator.methodcaller('upper'), lambda x: x('a')),
    ('count', lambda: itertools.count(5), next),
    ('cycle', lambda: itertools.cycle('ab'), lambda x: [next(x) for _ in range(3)]),
    ('chain', lambda: itertools.chain([1], [2]), list),
    ('repeat', lambda: itertools.repeat('x', 2), list),
    ('list iterator', lambda: iter([1, 2]), list),
    ('dict iterator', lambda: iter({'a': 1}), list),
    ('str iterator', lambda: iter('ab'), list),
    ('range iterator', lambda: iter(range(3)), list),
    ('map', lambda: map(str, [1]), list),
    ('zip', lambda: zip('ab', [1, 2]), list),
    ('enumerate', lambda: enumerate('a'), list),
    ('pattern', lambda: re.compile('a(.)'), lambda x: x.findall('ab')),
    ('datetime', lambda: datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc), str),
    ('timedelta', lambda: datetime.timedelta(1, 2), str),
    ('random', lambda: random.Random(3), lambda x: x.randrange(1000)),
    ('StringIO', lambda: io.StringIO('text'), lambda x: x.read()),
    ('path', lambda: pathlib.PurePosixPath('/a/b'), str),
    ('uuid', lambda: uuid.UUID(int=5), str),
    ('enum', lambda: [Color.RED, Perm.R | Perm.W], lambda x: (x[0] is Color.RED, str(x[1]))),
    ('dataclass', lambda: Data(1, [2]), repr),
    ('alias', lambda: list[int], str),
    ('slice', lambda: slice(1, 2), str),
    ('generator', numbers, list),
    ('lock', threading.Lock, lambda x: (x.acquire(), x.locked())),
    ('rlock', threading.RLock, lambda x: x.acquire()),
    ('event', threading.Event, lambda x: x.is_set()),
    ('condition', threading.Condition, lambda x: x.acquire()),
    ('semaphore', lambda: threading.Semaphore(2), lambda x: x.acquire()),
    ('barrier', lambda: threading.Barrier(1), lambda x: x.wait()),
    ('thread local', threading.local, lambda x: setattr(x, 'a', 1)),
    ('thread', lambda: threading.Thread(target=len), lambda x: x.is_alive()),
    ('queue', queue.Queue, lambda x: (x.put(1), x.get())),
    ('priority queue', queue.PriorityQueue, lambda x: (x.put(1), x.get())),
    ('simple queue', queue.SimpleQueue, lambda x: (x.put(1), x.get())),
    ('logger', lambda: logging.getLogger('a.b'), lambda x: x.name),
    ('context', contextvars.copy_context, lambda x: len(x)),
    ('context variable', lambda: contextvars.ContextVar('v', default=3), lambda x: x.get()),
    ('weird dict', lambda: {frozenset([1]): {2, 3}, (1, (2,)): None}, lambda x: sorted(map(str, x))),
    ('exception group', lambda: ExceptionGroup('g', [ValueError(1)]), repr),
    ('os error', lambda: OSError(2, 'no', 'file'), lambda e: (repr(e), e.filename, e.errno)),
    ('key error', lambda: KeyError('x'), repr),
    ('unicode error', lambda: UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad'), str),
]


def child(name, thing, look, q):
    try:
        q.put(repr(look(thing)))
    except Exception as e:
        q.put('!! ' + repr(e))


if __name__ == '__main__':
    q = multiprocessing.SimpleQueue()
    for name, make, look in KINDS:
        words = [name]
        try:
            p = multiprocessing.Process(target=child, args=(name, make(), look, q))
            p.start()
            words.append(q.get())
            p.join()
        except Exception as e:
            words.append('!! ' + repr(e))
        try:
            a, b = multiprocessing.Pipe()
            a.send(make())
            words.append(repr(look(b.recv())))
        except Exception as e:
            words.append('!! ' + type(e).__name__)
        print(*words)
