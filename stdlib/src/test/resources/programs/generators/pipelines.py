"""Generators chained together; lazy evaluation; infinite ones."""
import itertools


def numbers():
    n = 0
    while True:
        print('make', n)
        yield n
        n += 1


def squares(it):
    for x in it: yield x * x


def take(n, it):
    for _, x in zip(range(n), it): yield x


print(list(take(3, squares(numbers()))))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(3)))


def average():
    total = count = 0
    mean = None
    while True:
        v = yield mean
        total += v
        count += 1
        mean = total / count


a = average(); next(a)
print([a.send(v) for v in (10, 20, 60)])


def flatten(x):
    for i in x:
        if isinstance(i, list): yield from flatten(i)
        else: yield i


print(list(flatten([1, [2, [3, [4]], 5]])))
print(list(itertools.islice((n for n in itertools.count() if n % 7 == 3), 4)))


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(itertools.islice(primes(), 10)))


class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r


print(list(Tree(2, Tree(1), Tree(3))))
d = (i for i in [1, 2, 3]); print(2 in d, list(d))
def swap():
    x = yield 'a'; y = yield x; yield (x, y)
w = swap(); print(next(w), w.send(1), w.send(2))
