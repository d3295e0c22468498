"""list."""
a = [3, 1, 2]
a.append(4); a.extend('xy'); a.insert(1, 'ins'); a.insert(-100, 'first'); a.insert(100, 'last')
print(a, a.pop(), a.pop(0), a.index(2), a.count(1), a)
a.remove('x'); a.reverse(); print(a, a.copy() is a, a.copy() == a); a.clear(); print(a)
b = [5, 2, 8, 1]
b.sort(); print(b); b.sort(reverse=True); print(b); b.sort(key=lambda v: v % 5); print(b, b.sort())
print(sorted(['b', 'A', 'c'], key=str.lower, reverse=True), sorted([(1, 'b'), (1, 'a'), (0, 'c')], key=lambda t: t[0]))
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], 2 in [1, 2], [[]] * 2, list(reversed([1, 2])))
c = list(range(10))
c[2:5] = []; print(c); c[1:1] = ['a', 'b']; print(c); c[::3] = 'WXYZ'[:len(c[::3])]; print(c); del c[1::2]; print(c); c[-1:] = range(3); print(c); c[5:2] = ['mid']; print(c)
c *= 2; c += (9,); print(c); c[:] = [1]; print(c, c * 0)
m = [1]; m.append(m); print(m, repr(m), m[1] is m)
for code in ['[].pop()', '[1].pop(5)', '[1].remove(2)', '[1].index(2)', '[1, 2].index(1, 1)', '[1] + (2,)', '[1] * "a"', '[1][1]', '[1, "a"].sort()', '[1, None].sort()', 'sorted([1, "a"])', '[].insert(1)', '[].append()', '[1].extend(5)', 'c[0:1:0]', 'c[1.0]', 'hash([])', '{[]: 1}', '[1, 2].index(2, -1)', '[].sort(1)',
             '[].sort(key=5)', '[1].sort(key=5)', 'list(5)', 'list(1, 2)', 'list(a=1)', '[1] < 5', '[1] - [1]', '[1, 2, 3].index(3, 0, 2)', '[] > None', '[1].__getitem__("x")', '[1].pop("x")', '[1].count()', '[3, 1].sort(reverse="x")', 'max([])', 'min([], default=3)', 'max([1, "a"])', 'sum(["a"])', 'sum([[1], [2]], [])', 'sum("ab", "")']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
class L(list):
    pass
l = L('ab'); l.x = 1; print(l, l + ['c'], type(l[:1]), l == ['a', 'b'], l.x, isinstance(l, list), repr(l))
it = iter([1, 2, 3]); next(it); print(list(it), it.__length_hint__(), list(it))
x = [1, 2, 3]; it = iter(x); next(it); x.append(4); print(list(it)); x.append(5); print(list(it))
try:
    z = [3, 1, 2]
    z.sort(key=lambda v: z.append(1))
except ValueError as e:
    print(e)
