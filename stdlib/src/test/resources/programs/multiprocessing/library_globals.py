# Global variables that are objects of the library are in a child what they are in its parent.
import collections
import functools
import itertools
import multiprocessing
import operator


@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Thing:
    @functools.cached_property
    def lazy(self):
        return 5


thing = Thing()
second = operator.itemgetter(1)
numbers = itertools.count(10)
next(numbers)
turns = itertools.cycle('ab')
next(turns)
both = itertools.chain([1], [2])
fives = itertools.repeat(5, 2)
recent = collections.deque([1, 2, 3], 3)
recent.append(recent)
ordered = collections.OrderedDict(b=1, a=2)
groups = collections.defaultdict(list, {'x': [1]})
tally = collections.Counter('aab')
scopes = collections.ChainMap({'a': 1}, {'b': 2})
octal = functools.partial(int, base=8)
users = collections.UserDict(a=1)


def child(queue):
    print(fib(20), thing.lazy, second('xyz'), next(numbers), next(turns), next(both), next(fives))
    print(recent[-1] is recent, recent.maxlen, recent[0])
    ordered.move_to_end('b')
    groups['y'].append(2)
    print(ordered, groups, tally.most_common(1), scopes['b'], octal('17'), users)
    for value in (ordered, groups, tally, scopes, octal, collections.deque('ab', 2), second, users):
        queue.put(value)


if __name__ == '__main__':
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(queue,))
    process.start()
    for _ in range(6):
        print(queue.get())
    print(queue.get()([1, 2]), queue.get())
    process.join()
    print(next(numbers), ordered, dict(groups))


# Classes to derive from.
class Lower(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return key + '?'


lower = Lower({'A': 1}, B=2)
print(lower, lower['a'], lower['q'], 'A' in lower, len(lower), lower | {'z': 3}, lower.copy())


class Doubled(collections.UserList):
    def __getitem__(self, i):
        return super().__getitem__(i) * 2


doubled = Doubled([3, 1, 2])
doubled.sort()
print(doubled, doubled[0], doubled + [4], doubled == [1, 2, 3], [4] + doubled, doubled * 2)
text = collections.UserString('Hello')
print(text.upper() + ' x', text[1:3], text == 'Hello', text.split('l'), 'ell' in text, text % ())
