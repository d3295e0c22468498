"""What a match statement refuses, before and while it runs."""


def refused(source):
    try:
        compile(source, 'x.py', 'exec')
    except SyntaxError as e:
        print(f'{e.msg} | {e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset}')
    else:
        print('accepted', source)


def cases(*patterns):
    refused('match v:\n' + ''.join([f'  case {p}: pass\n' for p in patterns]))


cases('_', '1')
cases('x', '1')
cases('x if x', '1')
cases('x | 1')
cases('1 | x')
cases('_ | 1')
cases('(_ as y)', '1')
cases('(x as y)', '1')
cases('[a] | [b]')
cases('[a, b] | [a]')
cases('(a, b) | [b, a]')
cases('[1, x] | [x, 1]')
cases('[a, a]')
cases('[a, *a]')
cases('{"k": a, **a}')
cases('P(a, x=a)')
cases('([a] | [a, 1]) as a')
cases('[a, ([a] | (a,))]')
cases('[*a, *b]')
cases('P(x=1, x=2)')
cases('{1: a, 1.0: b}')
cases('{"k": a, "k": b}')
cases('{-1: a, -1: b}')
cases('{None: 1, None: 2}')
cases('{a.b: 1, a.b: 2}')
cases('[[x, _], _]', 'y')
cases('{1: [x, x]}')
cases('P() | Q()', '[]')


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


class NoTuple:
    __match_args__ = ['a']


class NoStrings:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ('a', 'a')
    a = 1


class One:
    __match_args__ = ('a',)
    a = 1


class Plain:
    pass


class Broken:
    @property
    def x(self):
        raise ValueError('broken')

    @property
    def y(self):
        raise AttributeError('missing')


def positional(cls, value):
    match value:
        case cls(a):
            return 'matched', a
    return 'no match'


def two(cls, value):
    match value:
        case cls(a, b):
            return 'matched', a, b
    return 'no match'


def both(cls, value):
    match value:
        case cls(a, a=b):
            return 'matched', a, b


def named(cls, value):
    match value:
        case cls(x=1):
            return 'x'
        case cls(y=1):
            return 'y'
    return 'neither'


attempt(positional, NoTuple, NoTuple())
attempt(positional, NoStrings, NoStrings())
attempt(positional, Plain, Plain())
attempt(positional, One, One())
attempt(positional, One, Plain())
attempt(two, One, One())
attempt(two, One, Plain())
attempt(two, int, 1)
attempt(two, Plain, Plain())
attempt(two, Twice, Twice())
attempt(both, One, One())
attempt(positional, 'no type', 1)
attempt(positional, (int, str), 1)
attempt(named, Broken, Broken())
attempt(positional, bool, True)
attempt(positional, complex, 1j)


class Keyed:
    k = 'a'
    also_k = 'a'


def duplicate(value):
    match value:
        case {Keyed.k: x, Keyed.also_k: y}:
            return x, y
    return 'no match'


attempt(duplicate, {'a': 1})
attempt(duplicate, {'a': 1, 'b': 2})


class Liar(list):
    def __len__(self):
        return 2


def unpacked(value):
    match value:
        case [a, b]:
            return a, b


attempt(unpacked, Liar([1, 2, 3]))
attempt(unpacked, Liar([1]))


class Unequal:
    def __eq__(self, other):
        raise RuntimeError('no comparison')


def compared(value):
    match value:
        case 1:
            return 1


attempt(compared, Unequal())
match Unequal():
    case [1]:
        pass
    case {'a': 1}:
        pass
    case Unequal(__class__=c):
        print(c.__name__)
match 5:
    case int(x) if x / 0:
        pass
