"""List, set, dict comprehensions and generator expressions."""
print([x * y for x in range(3) for y in range(x) if x + y])
print({x % 3 for x in range(10)})
print({k: v for k, v in zip('abc', range(3)) if v})
print(list(x for x in 'abc'), sum(i for i in range(5)), max((len(w) for w in ['a', 'bbb'])))
print([[j for j in range(i)] for i in range(4)])
x = 'outer'
print([x for x in range(2)], x)
print([y := 1, y ** 2], y)
print([last := n for n in range(5)], last)
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *_ in ['abc', 'de']])
g = (print('lazy', i) for i in range(2))
print(type(g).__name__)
list(g)
print([i if i % 2 else -i for i in range(5)])
print([i for i in range(20) if i % 2 if i % 3])
print([lambda: i for i in range(3)][0]())
print({**{i: i for i in range(2)}, 'z': 0})
print([*(i for i in 'ab'), *{1}])


class C:
    n = 3
    ok = [i for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as e:
        print(e)


print(C.ok)


def f():
    loc = 2
    return [loc * i for i in range(3)], {loc for _ in 'a'}, list(loc for _ in 'a')


print(f())
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    (i for i in 5)
except TypeError as e:
    print(e)
print([(i, j) for i in 'ab' for j in 'cd'], dict([(i, i * i) for i in range(3)]))
print([x for x in (yield_ for yield_ in 'q')])
for code in ['[i := 0 for i in range(3)]', '[j for i in range(3) if (i := 1)]', '[x for x in (y := [1])]', '[*a for a in b]',
             '{**a for a in b}', '(a, b for a in b)', '[a, b for a in b]', 'f(x for x in y, 1)']:
    try:
        compile(code, 'f', 'eval')
    except SyntaxError as e:
        print(e)
