"""set and frozenset."""
a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a.union(b, [9]), a.intersection([1, 2], {2}), a.difference([1]), a.symmetric_difference([1, 9]), a <= b, {2} < a, a >= {1}, a > a, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]), a == {3, 2, 1}, a != b)
a.add(5); a.discard(1); a.discard(99); a.remove(2); a.update([7, 8], 'z'); print(sorted(map(str, a)), len(a), 5 in a); a.difference_update([7]); a.intersection_update([3, 5, 8]); a.symmetric_difference_update([3, 1]); print(sorted(a)); print(a.pop() in (1, 5, 8), len(a)); a.clear(); print(a, set(), frozenset(), frozenset([1]), {1}, set('a'), {()}, repr({frozenset([1])}))
f = frozenset([1, 2])
print(f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: 'x'}[frozenset([2, 1])], f in {f}, {1, 2} in {f}, f.copy() is f, f & [1][0:0] if 0 else f.union([5]))
for code in ['{1}.remove(2)', 'set().pop()', '{[]}', '{1} | [2]', '{1} < [1]', '{1} + {2}', 'hash({1})', 'set(5)', 'set(1, 2)', '{1}.union(5)', '{1}.add([])', 'frozenset([1]).add(2)', '{[1]: 2}', '{1} < 5', 'set([[]])', '[] in {1}', '{1}.issubset(5)', 'frozenset(5)', '{1}.update(5)', '{1}.discard([])', '{1} & 5', '{1} == [1]', '{1}.remove({2})', 'set(a=1)', '{1}.copy() is {1}', '{1, 1.0, True}', '{"a"} > {"a", "b"}', '{1}.__and__([1])', 'sorted({3, 1, 2})', 'max({3, 1})', 'sum({1, 2})', 'set("aab") == {"a", "b"}']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
try:
    s = {1, 2}
    for x in s: s.add(x + 10)
except RuntimeError as e:
    print(e)
class S(set): pass
s = S([1]); s.y = 2; print(s, s | {2}, type(s | {2}).__name__, type(s.copy()).__name__, s == {1}, isinstance(s, set))
s = {1}; t = s; s |= {2}; s -= {1}; s ^= {5}; s &= {5, 2}; print(t is s, s)
