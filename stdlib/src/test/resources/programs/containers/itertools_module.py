"""The module itertools."""

from itertools import *
import itertools


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


print(list(islice(count(), 3)), list(islice(count(5, 2), 3)), list(islice(count(0.5, -1), 2)), count(3), count(1, 2), attempt(count, "a"))
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", (1, 2)])), list(chain()))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
print(list(islice(cycle("abc"), 7)), list(cycle([])))
for args in [(3,), (1, 3), (1, None), (0, 10, 3), (2, 2), (5, None, 2), (None,), (None, None, None)]:
    print(args, list(islice("abcdefghij", *args)))
for args in [(-1,), (1, -1), (1, 2, 0), ("a",), (), (1, 2, 3, 4)]:
    print(args, attempt(islice, "abc", *args))
it = iter(range(10))
print(list(islice(it, 2, 5)), list(it))
it = iter(range(10))
print(list(islice(it, 0)), next(it))
print(list(pairwise("abcd")), list(pairwise("a")), list(repeat(1, 3)), list(islice(repeat("x"), 2)), repeat(1, 2), repeat(5), list(repeat(1, -3)))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(filterfalse(None, [0, 1, "", 2])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, 1])))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest("ab", [])), list(zip_longest()))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, list(g)) for k, g in groupby(range(7), key=lambda x: x // 3)], [k for k, g in groupby("aabb")])
groups = list(groupby("aabb"))
print([(k, list(g)) for k, g in groups])
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("a", [])), attempt(product, "a", repeat=-1))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("ab", 3)), list(permutations([], 0)), len(list(permutations(range(5)))))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), list(combinations(range(5), 5)), attempt(combinations, "a", -1))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement("", 0)))
a, b, c = tee([1, 2, 3], 3)
print(next(a), next(a), list(b), list(a), list(c), tee([], 0), attempt(tee, [], -1), attempt(tee, 5))
print(itertools.chain, sum(chain([1, 2], [3])), max(islice(count(), 4)), dict(zip("ab", count(1))), [x for x in cycle([1])][:0] if False else "ok")
