"""Every kind of pattern, and when names are bound."""


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Colour:
    RED = 'red'
    GREEN = 'green'


def describe(subject):
    match subject:
        case None:
            return 'None'
        case True | False as b:
            return f'bool {b}'
        case 0 | -1 | 2.5 | 1 + 2j | -1 - 1j:
            return f'number {subject}'
        case 'a' 'b' | b'cd':
            return f'text {subject}'
        case Colour.RED:
            return 'red'
        case Colour.GREEN as g:
            return f'green {g}'
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case (1, y) | [y, 1]:
            return f'one and {y}'
        case [a, [b, *c], *_, {'k': d}]:
            return f'nested {a} {b} {c} {d}'
        case [first, *middle, last] if first == last:
            return f'same ends {first} {middle}'
        case [_, _, *rest]:
            return f'rest {rest}'
        case {'type': 'circle', 'r': r, **others}:
            return f'circle {r} {others}'
        case {'type': str(kind)}:
            return f'kind {kind}'
        case {}:
            return 'mapping'
        case Point3(x, y, z=0):
            return f'flat point {x} {y}'
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=int(v) | float(v)):
            return f'on axis {v}'
        case Point(x, y):
            return f'point {x} {y}'
        case int(n) if n > 100:
            return f'big {n}'
        case int() | float():
            return 'some number'
        case str(s):
            return f'string {s!r}'
        case set() | frozenset():
            return 'set'
        case type():
            return 'class'
        case _:
            return f'something {subject!r}'


for value in [None, True, False, 0, -1, 2.5, 1 + 2j, -1 - 1j, 'ab', b'cd', 'red', 'green', [], (),
              [5], (1, 7), [7, 1], [0, [1, 2, 3], 'x', 'y', {'k': 4, 'm': 5}], [1, 2, 3, 1],
              [1, 2, 3, 4], range(3), {'type': 'circle', 'r': 3, 'c': 1}, {'type': 'square'}, {},
              {'type': 3}, Point3(1, 2, 0), Point3(1, 2, 3), Point(0, 0), Point(0, 2.5),
              Point(3, 4), 500, 50, 5.5, 'word', {1}, frozenset(), int, b'xy', bytearray(b'z'),
              1 + 0j]:
    print(describe(value))


# A name is bound once the whole pattern has matched, and stays bound when the guard fails.
def binding(value):
    x = y = 'unset'
    match value:
        case [x, 2]:
            pass
        case [x, y] if x > y:
            pass
        case [_, y]:
            pass
    return x, y


print(binding([1, 3]), binding([1, 2]), binding([3, 0]), binding('no'))


# What is asked of the subject, and in which order.
class Loud:
    def __getattr__(self, name):
        print('get', name)
        if name == 'gone':
            raise AttributeError(name)
        return name.upper()

    def __eq__(self, other):
        print('eq', other)
        return other == 3


match Loud():
    case 1 | 2:
        print('no')
    case Loud(a='A', gone=1, c='C'):
        print('no')
    case Loud(a='X', b='B'):
        print('no')
    case 3:
        print('three')


class Keys(dict):
    def get(self, key, default=None):
        print('ask', key)
        return super().get(key, default)

    def __len__(self):
        print('len')
        return super().__len__()


match Keys(a=1, b=2):
    case {'a': 1, 'c': 2}:
        print('no')
    case {'a': 1, 'b': 3, **rest}:
        print('no')
    case {'b': b, **rest}:
        print(b, rest, type(rest))


class Row(list):
    def __getitem__(self, index):
        print('item', index)
        return super().__getitem__(index)

    def __len__(self):
        print('len')
        return super().__len__()


match Row('abcd'):
    case [_, _]:
        print('no')
    case [_, 'x', *_, 'd']:
        print('no')
    case ['a', *_, 'd']:
        print('ends')


# Values are looked up each time, the keys of mappings too.
class Now:
    calls = 0

    @property
    def next(self):
        Now.calls += 1
        return Now.calls


now = Now()
match 2:
    case now.next:
        print('first')
    case now.next:
        print('second')
match {4: 'four'}:
    case {now.next: _}:
        print('three')
    case {now.next: found}:
        print(found, Now.calls)


# match, case and _ are names elsewhere.
match = {'case': 1}
match['case'] += 1
case = _ = 5
print(match, case, _)
match case, _:
    case 5, 5:
        print('pair', _)


def loops():
    for item in range(10):
        match item % 4:
            case 0:
                continue
            case 3 if item > 4:
                break
            case n:
                yield item, n
    else:
        yield 'not reached'


print(list(loops()))


class InClass:
    match ('a', 'b'):
        case [left, right]:
            pass


print(InClass.left, InClass.right)


def shared(value):
    match value:
        case [a, *b]:
            return lambda: (a, b)


print(shared('no'), shared([1, 2])())


def as_global(value):
    global seen
    match value:
        case {'v': seen}:
            pass


as_global({'v': 8})
print(seen)
match 1, 2:
    case (a, b) as whole:
        print(a, b, whole)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]:
        print(a, b, c, d)
match {'x': [1, {'y': (2, 3)}]}:
    case {'x': [p, {'y': (q, r)}]}:
        print(p, q, r)
