"""The modules functools, heapq and bisect."""

import functools
from functools import reduce, partial, lru_cache, cache, wraps, cmp_to_key, total_ordering, cached_property
import heapq
import bisect


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, "abc", ">"), attempt(reduce, max, []))
basetwo = partial(int, base=2)
print(basetwo("1010"), basetwo.func, basetwo.args, basetwo.keywords, partial(max, 3)(1, 7), partial(partial(pow, 2), 5)())
print(partial(print, "x", sep="-").args, attempt(partial), attempt(partial, 5))


@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x


print(square(2), square(2), square(3), square(4), square(2), square.cache_info(), square.__name__, square.cache_parameters())
square.cache_clear()
print(square.cache_info().hits, square.cache_info().currsize)


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@cache
def kw(a, b=1, **k):
    return (a, b, sorted(k.items()))


print(fib(80), fib.cache_info(), kw(1), kw(1, b=1), kw(1, b=2, z=3), kw.cache_info(), attempt(fib, []))


def logged(f):
    @wraps(f)
    def inner(*args):
        "inner doc"
        print("call", f.__name__, args)
        return f(*args)
    return inner


@logged
def add(a, b):
    "adds"
    return a + b


print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(3, 4), add.__qualname__)
print(sorted([5, 2, 9, 1], key=cmp_to_key(lambda a, b: b - a)), max("abc", key=cmp_to_key(lambda a, b: ord(b) - ord(a))))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), a >= Version(1), a > Version(1))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("area of", self.r)
        return 3 * self.r ** 2

    @lru_cache(maxsize=None)
    def scaled(self, k):
        print("scaling", k)
        return self.r * k


c = Circle(2)
print(c.area, c.area, c.__dict__, c.scaled(3), c.scaled(3), Circle.scaled.cache_info())

h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.heappop(h), h, heapq.heapreplace(h, 7), heapq.heappushpop(h, -1), heapq.heappushpop(h, 100), h)
print([heapq.heappop(h) for _ in range(len(h))], attempt(heapq.heappop, []), attempt(heapq.heappush, (), 1), attempt(heapq.heapreplace, [], 1))
print(heapq.nlargest(3, [1, 8, 2, 23, 7]), heapq.nsmallest(2, "hello"), heapq.nlargest(2, ["aa", "b", "cc"], key=len), heapq.nsmallest(10, [3, 1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge("ca", "db", reverse=True)), list(heapq.merge(["b", "aaa"], ["cc"], key=len)))
tasks = []
for n, word in enumerate("the quick brown fox jumps".split()):
    heapq.heappush(tasks, (len(word), -n, word))
print([heapq.heappop(tasks)[2] for _ in range(5)])

l = [1, 3, 3, 5]
print(bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 0), bisect.bisect_left(l, 9), bisect.bisect(l, 3, 0, 2))
bisect.insort(l, 4)
bisect.insort_left(l, 3.0)
print(l, bisect.bisect_left(["a", "bbb"], 2, key=len), attempt(bisect.bisect, l, 1, -1))
