# Objects of the library's own classes.
import collections
import functools
import itertools
import operator
import pickle
import random
import re
import types


class Queue(collections.deque):
    pass


class Tally(collections.Counter):
    pass


class Ordered(collections.OrderedDict):
    pass


queue = Queue([1, 2], 5)
queue.name = 'q'
add = functools.partial(pow, 2, mod=5)
add.note = 'n'
VALUES = [
    collections.deque([1, 2, 3]), collections.deque('abc', 3), queue,
    collections.defaultdict(list, {'a': [1]}), collections.OrderedDict(b=1, a=2),
    collections.Counter('hello'), Tally('aab'), Ordered(z=1, y=2),
    collections.ChainMap({'a': 1}, {'b': 2}), types.SimpleNamespace(x=1, y=[2]),
    re.compile('a+', re.I), operator.itemgetter(1, 2), operator.attrgetter('a.b'),
    itertools.count(5, 2),
]
for protocol in (0, 2, 4):
    for value in VALUES:
        again = pickle.loads(pickle.dumps(value, protocol))
        print(type(again).__name__, again, again == value)
    again = pickle.loads(pickle.dumps(queue, protocol))
    print(again.name, again.maxlen)
    again = pickle.loads(pickle.dumps(add, protocol))
    print(again(3), again.note, again.args, again.keywords)
    upper = pickle.loads(pickle.dumps(operator.methodcaller('split', ',', maxsplit=1), protocol))
    print(upper('a,b,c'))
    numbers = random.Random(3)
    numbers.random()
    again = pickle.loads(pickle.dumps(numbers, protocol))
    print(again.random() == numbers.random())

for value in VALUES[:8]:
    print(len(pickle.dumps(value)), sum(pickle.dumps(value)) % 1000)
