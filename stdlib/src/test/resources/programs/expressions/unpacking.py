"""Stars in displays, calls, returns, subscripts, for."""
a, b = [1, 2], (3,)
print([*a, *b], (*a, 0, *b), {*a, *b}, {**{'x': 1}, 'y': 2, **{'x': 3}})
print([*'ab', *range(2), *{}, *{'k': 1}])
t = *a, 5
print(t)


def r():
    return *a, *b


print(r())


def y():
    yield *a, 9


print(list(y()))
for i in *a, *b:
    print(i, end=' ')
print()
print({1: 'a', **{1: 'b'}}, [*[*[1]]])


class Map:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k * 2


print({**Map()}, dict(**Map()))


class S:
    def __getitem__(self, k): return k


print(S()[*a], S()[*a, 7], S()[1:2, *b])
for code in ['[*5]', '{**5}', '{*5}', '(*None,)', '{**[1]}', 'print(*3)', 'print(**3)', '[*a for a in b]', '*a', 'x = *a', '{**a: 1}', 'print(**{1: 2})',
             'dict(**{"a": 1}, a=2)']:
    try:
        exec(code)
    except (TypeError, SyntaxError) as e:
        print(code, '->', type(e).__name__, e)
x = *a,
print(x)
(*p,), q = 'abc', 1
print(p, q)
