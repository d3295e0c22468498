"""dict and its views."""
d = {'a': 1, 'b': 2}
d['c'] = 3; d.update({'a': 9}, z=26); d.update([('k', 'v')]); print(d, len(d), d.get('a'), d.get('q'), d.get('q', 0), d.pop('z'), d.pop('z', 'none'), d.setdefault('n', []), d.setdefault('a', 5), d.popitem())
print(list(d), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d)), 'a' in d, 9 in d.values(), ('b', 2) in d.items(), d.copy() == d, d.copy() is d)
print(dict(), dict(a=1), dict([(1, 2)]), dict({1: 2}, b=3), dict(zip('ab', [1, 2])), dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), {1: 'a', 1.0: 'b', True: 'c'})
print(d | {'x': 1}, {'x': 1} | d, d.keys() & {'a', 'q'}, sorted(d.keys() | {'q'}), sorted(d.keys() - {'a'}), sorted(d.keys() ^ {'a', 'q'}), d.items() & {('a', 9)}, d.keys() == {'a', 'b', 'c', 'k'}, d.keys() >= {'a'}, d.keys().isdisjoint({'zz'}))
d |= {'new': 1}; print(d, d.keys(), d.values(), d.items(), d.keys().mapping)
del d['new']; d.clear(); print(d, {} == d, {1: 2} == {1: 2.0}, {1: 2} != {1: 3}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1})
n = {}; n['self'] = n; print(n)
for code in ['{}["a"]', '{}[[]]', '{}.pop("a")', '{}.popitem()', 'dict(5)', 'dict([1])', 'dict([(1,)])', 'dict([(1, 2, 3)])', 'dict(1, 2)', '{[]: 1}', '{{}: 1}', '{} < {}', '{} + {}', '{} | 5', '{}.update(5)', '{}.update([1])', 'dict.fromkeys(5)', '{}.get()', '{}.get([])', 'hash({})', 'hash({}.keys())', '{1: 2}.keys()[0]', '{}.setdefault()', 'del {}["x"]' if 0 else '{}.__delitem__("x")',
             '{}.values() == {}.values()', '{1: 2}.keys() < {1, 2}', '{(1, []): 2}', 'dict(**{1: 2})', '{**{"a": 1}, "a": 2}', 'dict({"a": 1}, **{"b": 2})', '{}.fromkeys("ab", 1)', '{}.items() | [1]', '{1: 1}.keys() & [1, 2]', 'dict(["ab", "cd"])', 'dict([["a", 1]])', '{}.keys().x']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
e = {i: i for i in range(3)}
for change in ['e[9] = 1', 'del e[0]', 'e[1] = 5']:
    try:
        for k in e:
            exec(change)
            break
        for k in e:
            exec(change if change != 'del e[0]' else 'e.pop(next(iter(e)))')
    except RuntimeError as x:
        print(change, x)
print(e)
for k in list(e): del e[k]
print(e)
class D(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.extra = 1
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
x = D(a=1); x['b'] = 2; x.update(c=3); print(x, type(x.copy()).__name__, x.extra, x | {}, type(x | {}).__name__, D.fromkeys('a', 1))
