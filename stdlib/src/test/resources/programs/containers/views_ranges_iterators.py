"""Views of dicts, ranges of any size, iterators."""


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)

# views
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "a" in k, 3 in v, ("a", 1) in i, ("a", 2) in i, "a" in i, list(k), sorted(k & {"a", "z"}), sorted(k | "x"), sorted(k - ["a"]), sorted(k ^ {"a", "q"}))
print(k == {"a", "b", "c"}, k >= {"a"}, k > {"a", "b", "c"}, i == d.items(), k != {1}, {"a"} < k, {"a"} == k, k.isdisjoint(["q"]))
print(k.mapping, attempt(lambda: k.mapping.__setitem__))
# repr cycles
l = [1]; l.append(l); t = (l,); l.append(t); d = {1: l}; d[2] = d; d[3] = d.values(); d[4] = d.items()
print(l, t)
print(d)
# iterators
print(list(zip("abc", [1, 2])), list(zip()), list(zip([1])), dict(zip("ab", range(9))), list(enumerate("ab", 5)))
print(list(map(lambda a, b: a + b, [1, 2, 3], (10, 20))), list(map(str, range(3))), list(filter(None, [0, 1, "", "a", None])), list(filter(lambda x: x % 2, range(6))))
it = iter([1, 2, 3])
print(list(zip(it, it)), next(it, "none"))
n = [0]
def f():
    n[0] += 1
    return n[0]
print(list(iter(f, 4)), attempt(next, iter([])))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
    def __len__(self): return 4
print(list(Seq()), list(reversed(Seq())), 9 in Seq(), 5 in Seq(), list(iter(Seq())))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("val")
        return self.n
print(list(It()), sum(It()), max(It()), tuple(It()), [*It()], {*It()}, dict.fromkeys(It(), 0), list(zip(It(), It())), sorted(It(), reverse=True))
i = It(); list(i)
try: next(i)
except StopIteration as e: print("value", e.value, e.args)
def stopper(x):
    if x == 2: raise StopIteration
    return x
print(list(map(stopper, [1, 2, 3])))
class NI:
    def __iter__(self): return 5
print(attempt(iter, NI()), attempt(list, NI()), attempt(lambda: [x for x in 5]), attempt(lambda: 1 in 5))
class NL:
    def __len__(self): return -1
class NL2:
    def __len__(self): return "a"
class NL3:
    def __len__(self): return 2 ** 70
print(attempt(len, NL()), attempt(len, NL2()), attempt(len, NL3()), attempt(bool, NL()))
a, *b = range(5); print(a, b)
(a, b), c = (1, 2), 3; print(a, b, c)
print(attempt(lambda: (lambda a, b: 0)(*[1])))
def un(v):
    a, b = v
    return a, b
for v in ([1], [1, 2, 3], {1: 2, 3: 4}, "ab", 5, (i for i in range(3)), range(2), {7, 8}):
    print(attempt(un, v))
# range
for r in [range(0), range(5), range(5, 0, -2), range(-3, 3), range(10, 0), range(2**64, 2**64 + 3), range(2**70, 2**70 - 5, -2), range(0, 10**20, 10**19)]:
    print(r, len(r), list(r)[:4], list(reversed(r))[:2], r[-1] if r else None, r[1:], r[::-1], bool(r), 4 in r, 2**64 + 1 in r, r == range(0, 5, 1), r.index(r[0]) if r else "-", r.count(3), hash(r) == hash(range(*r.indices if False else (r.start, r.stop, r.step))))
print(range(5) == range(0, 5), range(1, 3) == range(1, 4), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(5)[True], range(5)[-1])
print(sum([1.5, 2, True]), sum([[1], [2]], []), sum(range(101)), sum([0.1] * 10), sum([], 5), sum([1e308, 1e308, -1e308]), sum((2**62, 2**62, 2**62)))
print(any([]), all([]), any([0, "", 3]), all([1, 0]), min(3, 1, 2), max("abc"), min([], default=None), max([1, 5, 3], key=lambda x: -x), max((1, 2), (1, 3)), min("b", "a", key=ord), max([1, 1.0, True]), min(1.0, 1))
print(list[int], dict[str, list[int]], tuple[int, ...], list[int]([1]), type(list[int]).__name__, set[int] == set[int], frozenset[str])
