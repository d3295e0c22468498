"""enumerate, zip, map, filter, reversed, sorted, iter, next, slice."""
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate([], start=3)), list(zip('ab', [1, 2], (True, False))), list(zip()), list(zip('abc', [1])), list(zip('ab', 'cd', strict=True)), dict(zip('ab', range(2))))
print(list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(lambda *a: a, 'ab', 'cde')), list(filter(None, [0, 1, '', 'a'])), list(filter(str.isdigit, 'a1b2')), list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))), list(reversed({'a': 1})))
print(sorted([3, 1, 2]), sorted('bca', reverse=True), sorted([(2, 'a'), (1, 'b')]), sorted(['bb', 'a'], key=len), sorted({3: 1, 1: 2}), sorted([1, 2.5, True]), sorted([], key=5))
it = iter([1, 2]); print(next(it), next(it), next(it, 'end'), iter(it) is it)
n = 0
def count():
    global n
    n += 1
    return n
print(list(iter(count, 4)), n, list(iter(lambda: 1, 1)))
print(type(enumerate([])).__name__, type(zip()).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__, type(reversed([])).__name__, type(iter([])).__name__, type(iter({})).__name__, type(iter(set())).__name__, type(iter(range(1))).__name__, type(iter(())).__name__, type(iter(b'')).__name__, type(iter(count, 1)).__name__, type(iter({}.items())).__name__, type(reversed('a')).__name__, type(reversed(range(1))).__name__, type(iter(zip())).__name__)
for code in ['list(zip([1], [1, 2], strict=True))', 'list(zip([1, 2], [1], strict=True))', 'list(zip([1], [1], [], strict=True))', 'zip(5)', 'zip([], 5)', 'map(str)', 'map()', 'map(str, 5)', 'list(map(5, [1]))', 'filter(None)', 'filter(None, 5)', 'enumerate(5)', 'enumerate([], "a")', 'enumerate()', 'reversed(5)', 'reversed({1})', 'reversed(iter([]))', 'sorted(5)', 'sorted([1, "a"])', 'sorted([1], key=5)', 'sorted([], None)', 'iter(5)', 'iter(5, 1)', 'next(5)', 'next([])', 'next(iter([]))', 'iter()', 'next()', 'list(map(lambda x: x, [1], [2]))', 'list(filter(lambda: 1, [1]))', 'zip([], strict=5)', 'map(lambda x: 1/x, [0]).__next__()', 'enumerate([], start=1, stop=2)', 'sorted([3], reverse=None)', 'iter(print)']:
    try:
        print(code, '=', repr(eval(code)).split(' at ')[0])
    except BaseException as e:
        print(code, '->', type(e).__name__, e)
def gen():
    yield 1
    raise ValueError('inside')
for f in (list, tuple, set, sum, sorted, lambda g: list(map(str, g)), lambda g: dict(zip(g, g)), lambda g: [*g], lambda g: max(g), lambda g: ''.join(map(str, g)), any and (lambda g: all(g)), lambda g: list(enumerate(g))):
    try:
        f(gen())
    except ValueError as e:
        print(e, end=' ')
print()
class Sized:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(Sized())), list(zip(Sized(), 'ab')))
