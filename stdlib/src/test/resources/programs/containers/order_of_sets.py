"""Sets show their elements in the order of CPython's table."""


class R:
    s = 42
    @classmethod
    def rnd(c, n):
        c.s = (c.s * 1103515245 + 12345) % 2147483648
        return (c.s >> 8) % n
s = set()
other = set()
for step in range(480):
    x = R.rnd(70) * (1 if R.rnd(3) else 1000003) - 50
    op = R.rnd(14)
    if op < 7: s.add(x)
    elif op < 9: s.discard(x)
    elif op == 9: other.add(x)
    elif op == 10 and s: s.pop()
    elif op == 11 and R.rnd(20) == 0: s |= other
    elif op == 12 and R.rnd(20) == 0: s -= other
    elif op == 13 and R.rnd(30) == 0: s ^= other
    if step % 60 == 0:
        print(s)
        print(s & other, s | other, s - other, s ^ other, other - s, s.copy() == s, len(s))
        print(set(list(s)[:20]), frozenset(s) - {1, 2}, s.intersection(list(other)), s.difference(list(other)), s.union(range(5), [100]), s.symmetric_difference(range(10)))
print({5, 32, 0, 64, 9}, {1, 2, 3, 100, 99}, {i * i for i in range(20)}, set(range(60, 0, -3)), set(dict.fromkeys(range(30, 0, -1))), frozenset(range(12, 0, -1)))
print({(1, 2), (0, 1)}, {True, 0, 2}, {None, 1} == {1, None})
print({1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {1, 2}.issubset([1, 2, 5]), {1, 2}.issuperset("".join([])), {1} == frozenset([1]), {1, 2} > {1}, {1}.isdisjoint([2]), {frozenset([1]), 1})
s = {1, 2, 3}; s.intersection_update([2, 3, 4], {3}); print(s); s.difference_update([3]); print(s); s.symmetric_difference_update([1, 1, 2]); print(s); s.update("ab"[:0], [5], (6,)); print(s)
s = {1, 2, 3}; s &= s; s |= s; print(s); s -= s; print(s); s = {1}; s ^= s; print(s)
