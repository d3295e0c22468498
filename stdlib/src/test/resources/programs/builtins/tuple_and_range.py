"""tuple and range."""
t = (1, 2, 3, 2)
print(t.count(2), t.index(2), t.index(2, 2), t + (4,), t * 2, t[1:3], t[::-1], len(t), 2 in t, t < (1, 3), t == (1, 2, 3, 2), hash(t) == hash((1, 2, 3, 2)), tuple('ab'), tuple(), (), (1,), tuple([1, [2]]), sorted((3, 1)), max(t), *t)
for code in ['t[0] = 1', 'del t[0]', 't.append(1)', 't.index(9)', 't + [1]', 't[9]', 't["a"]', 'hash(([],))', 'tuple(5)', 't < 5', 't * 1.5', '(1, 2) < ("a",)', 'tuple(1, 2)', 't - t', '() < (1,)' if 0 else 'tuple(x=1)']:
    try:
        exec(code)
    except Exception as e:
        print(code, '->', type(e).__name__, e)
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, 5.0 in r, 'a' in r, r.index(8), r.count(8), r.count(1), r.start, r.stop, r.step, r == range(2, 19, 3), hash(range(0)) == hash(range(5, 5)), range(0) == range(3, 1), bool(range(0)), list(reversed(r)))
print(range(10, 0, -3), list(range(10, 0, -3)), range(5)[-2], range(10**30)[10**29], len(range(-5, 5)), list(range(3, -3, -2)), range(3) != range(4), max(range(5)), sum(range(101)), list(range(0)), range(True))
for code in ['range(1.5)', 'range("a")', 'range()', 'range(1, 2, 0)', 'range(1, 2, 3, 4)', 'r[100]', 'r["a"]', 'r.index(3)', 'r[0] = 1', 'range(3) < range(4)', 'range(3) + range(3)', 'len(range(10**30))', 'r.start = 1', 'range(None)', 'iter(range(3)).x', 'range(stop=3)']:
    try:
        exec(code)
    except Exception as e:
        print(code, '->', type(e).__name__, e)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
x = T(1, 2); x.attr = 5; print(x, x.first, x + (3,), type(x + (3,)).__name__, x.attr, x == (1, 2), x[:1], hash(x) == hash((1, 2)))
a, (b, *c) = 1, (2, 3, 4); print(a, b, c)
it = iter(range(3)); print(next(it), it.__length_hint__(), list(it), repr(iter(range(2)))[:22])
print((1, 'a', None) == (1, 'a', None), ((1, 2), 3)[0][1], (1, 2, 3)[-2:], ((),), (1, (2, (3,))))
