"""Slices of sequences in all directions; sorting with orders that cannot be trusted."""


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)

def assign(l, s, v):
    l[s] = v
    return l

def delete(l, s):
    del l[s]
    return l

for s in [slice(None), slice(1, 3), slice(3, 1), slice(-2, None), slice(None, None, 2), slice(None, None, -1),
          slice(4, 0, -2), slice(1, None, 3), slice(10, 20), slice(-100, 100), slice(2, 2), slice(0, 5, 5)]:
    base = list(range(6))
    print(s, base[s], tuple(base)[s], range(6)[s], "abcdef"[s], s.indices(6))
    print("  ", attempt(delete, base[:], s))
    for v in ([], [10], "xyz", range(3), (i for i in "pq")):
        print("  ", v if isinstance(v, (list, str)) else "", attempt(assign, base[:], s, v))
l = [1, 2, 3]
l[1:1] = l
print(l)
l[:] = l[::-1]
print(l, l * 2, 2 * [0], [] * 5, [1] * -1, (1, 2) * 2)
l += "ab"
l *= 2
print(l)
l = [3, 1, 2]
l.sort(reverse=True)
print(l, sorted(l, key=lambda x: -x), sorted("hello"), sorted({3: 1, 1: 2}))
print(sorted([(1, "b"), (0, "z"), (1, "a"), (0, "y")], key=lambda t: t[0]), sorted([(1, "b"), (0, "z"), (1, "a"), (0, "y")], key=lambda t: t[0], reverse=True))
def evil(x):
    l.append(x)
    return x
print(attempt(lambda: l.sort(key=evil)), l)

class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return "C%s" % self.v
print(sorted([Cmp(i * 7 % 20) for i in range(20)]))
print(max([Cmp(3), Cmp(5)], key=lambda c: c.v), min([Cmp(3), Cmp(1), Cmp(1)]))
class Bad:
    n = 0
    def __lt__(self, o):
        Bad.n += 1
        if Bad.n > 5: raise ValueError("stop")
        return Bad.n % 2 == 0
l = [Bad() for _ in range(10)]
ids = sorted(map(id, l))
print(attempt(l.sort), len(l), sorted(map(id, l)) == ids)
class Rand:
    n = 12345
    def __lt__(self, o):
        Rand.n = (Rand.n * 1103515245 + 12345) % 2147483648
        return Rand.n > 1073741824
l = [Rand() for _ in range(500)]
s = set(map(id, l))
l.sort()
print(len(l), set(map(id, l)) == s)
print(sorted([3.5, 1, 2.25, True, -1]), sorted([0.0, -0.0, 1.0, -1.0]), sorted(["b", "a", "B", "\u00e9", "\U0001F600", "z"]))
