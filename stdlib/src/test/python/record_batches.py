"""Records what CPython 3.11 makes of operations with random operands.

    record_batches.py [FAMILY ...]

A family is a file FAMILY.py in src/test/resources/batches with a dict OPERATIONS of functions. Writes
FAMILY.txt beside it: on each line the name of an operation, its arguments and its result, or the exception,
divided by tabs. BatchesPropertyTest reads it. The seed is fixed: the same cases come each time.
"""
import os
import random
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../resources/batches')
CASES = 3000
LONGEST = 400


class Source:
    """Random operands: many small and special ones, some large."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.choice = self.random.choice

    def int(self):
        r = self.random
        kind = r.randrange(8)
        if kind < 3:
            return r.randint(-20, 20)
        if kind == 3:
            return r.choice((1, -1)) * ((1 << r.choice((7, 8, 15, 16, 31, 32, 53, 62, 63, 64))) + r.randint(-2, 2))
        if kind == 4:
            return r.choice((True, False, 0, 1, -1, 10, 100))
        if kind == 5:
            return r.getrandbits(r.randint(1, 160)) * r.choice((1, -1))
        return r.randint(-10 ** 6, 10 ** 6)

    def float(self):
        r = self.random
        kind = r.randrange(9)
        if kind == 0:
            return r.choice((0.0, -0.0, 1.0, -1.0, float('inf'), float('-inf'), float('nan')))
        if kind == 1:
            return r.choice((5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0 ** 53, 2.0 ** 63, 0.1,
                             1e16, 1e22, 1e23, 9007199254740993.0, -2.0 ** 63, 1e-5, 0.0001, 123456789012345680.0))
        if kind == 2:
            return r.randint(-1000, 1000) / r.choice((1, 2, 4, 8, 10, 100, 3))
        if kind == 3:
            return r.uniform(-1, 1) * 10.0 ** r.randint(-308, 308)
        if kind == 4:
            return float(r.randint(-10 ** 17, 10 ** 17))
        if kind == 5:
            return r.choice((0.5, 1.5, 2.5, -0.5, -2.5, 2.675, 1.005, 0.15, 0.25, 0.35, 1e15 + 0.5))
        return r.uniform(-1000, 1000)

    def number(self):
        return self.int() if self.random.random() < 0.4 else self.float()

    def text(self, most=12):
        r = self.random
        letters = r.choice(('ab', 'abc ', 'aé€', 'a\U0001f600b', 'ab\n\t', 'xyzXYZ'))
        return ''.join(r.choice(letters) for _ in range(r.randint(0, most)))

    def spec(self, kinds):
        r = self.random
        spec = ''
        if r.random() < 0.4:
            spec += r.choice(('', '*', ' ', '0', 'é', '\U0001f600', '<')) + r.choice('<>^=')
        spec += r.choice(('', '', '', '+', '-', ' '))
        spec += r.choice(('', '', '', '', 'z'))
        spec += r.choice(('', '', '', '#'))
        spec += r.choice(('', '', '', '0'))
        spec += r.choice(('', '', str(r.randint(1, 25))))
        spec += r.choice(('', '', '', ',', '_'))
        spec += r.choice(('', '', '.%d' % r.randint(0, 12)))
        return spec + r.choice(kinds)


def integers(s):
    r = s.random
    yield 'unary', (s.int(),)
    yield 'bits', (s.int(),)
    yield 'texts', (s.int(),)
    for name in ('add', 'sub', 'mul', 'floordiv', 'mod', 'divmod', 'truediv', 'and', 'or', 'xor', 'compare', 'gcd'):
        yield name, (s.int(), s.int())
    yield 'lshift', (s.int(), r.randint(-1, 80))
    yield 'rshift', (s.int(), r.choice((-1, 0, 1, 5, 31, 63, 64, 65, 200)))
    yield 'power', (r.randint(-30, 30), r.randint(-4, 40))
    yield 'pow', (s.int(), abs(s.int()) % 1000, s.int())
    yield 'pow', (s.int(), r.randint(-9, 9), s.int())
    yield r.choice(('float', 'hash', 'isqrt', 'int', 'index')), (s.int(),)
    yield 'round', (s.int(), r.randint(-8, 2))
    yield 'int', (r.choice(('{}', ' {} ', '+{}', '{:_}', '0x{:x}', '{:b}', '-{}', '{}z', '')).format(abs(s.int())),
                  r.choice((10, 0, 2, 16, 36, 37, 1)))
    yield 'to_bytes', (s.int(), r.randint(0, 9), r.choice(('big', 'little', 'other')), r.random() < 0.6)
    yield 'from_bytes', (r.randbytes(r.randint(0, 10)), r.choice(('big', 'little')), r.random() < 0.5)
    yield 'range', (s.int(), s.int(), r.choice((1, 2, -1, -3, 0, 7, 1 << 64)))


def floats(s):
    r = s.random
    for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'divmod', 'compare', 'compare'):
        pair = (s.float(), s.number())
        yield name, pair if r.random() < 0.6 else pair[::-1]
    for name in ('unary', 'texts', 'texts', 'int', 'ratio', 'hash', 'whole', 'parts', 'neighbours', 'sqrt'):
        yield name, (s.float(),)
    yield 'power', (s.float(), r.choice((0, 1, 2, -1, 0.5, 3)))
    yield 'round', (s.float(), r.randint(-5, 20))
    yield 'float', (r.choice(('{!r}', ' {!r}\n', '{:.30e}', '+{!r}', '{!r}x', '_{!r}', '{:.3f}', '{:e}')).format(s.float()),)
    yield 'float', (r.choice(('1_000.5', '1__0', 'infinity', '-INF', 'nan', '.5', '5.', '1e400', '1e-400', '.', '', '1e', '٣.٥',
                             '%d' % s.int(), '%de%d' % (s.int() % 10 ** 9, r.randint(-330, 310)))),)
    yield 'fromhex', (r.choice((s.float().hex(), '0x1.8p%d' % r.randint(-1080, 1030), '0x%xp%d' % (abs(s.int()), r.randint(-1100, 900)), 'zz', '0x.8', '1p1')),)
    yield 'sums', tuple(s.number() for _ in range(r.randint(1, 6)))
    yield 'remainder', (s.float(), s.float())
    yield 'complex', (s.float(), s.float())
    yield 'exact', (s.float(), s.float())


def formatting(s):
    r = s.random
    yield 'format', (s.int(), s.spec(('', 'd', 'n', 'x', 'X', 'o', 'b', 'c', 'e', 'f', 'g', '%', 's')))
    yield 'format', (s.float(), s.spec(('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', 'd')))
    yield 'format', (s.float(), s.spec(('', 'e', 'f', 'g', '%')))
    yield 'format', (s.text(), s.spec(('', 's', 'd')))
    yield 'format', (complex(s.float(), s.float()), s.spec(('', 'e', 'f', 'g', '%')))
    yield 'format', (r.choice((None, True, (1, 2), [3])), s.spec(('', 's', 'd')))
    flags = ''.join(r.sample('-+ #0', r.randint(0, 3))) + r.choice(('', '', str(r.randint(1, 15)))) + r.choice(
        ('', '', '.%d' % r.randint(0, 8)))
    yield 'percent', ('[%' + flags + r.choice('dioxXc') + ']', (s.int(),))
    yield 'percent', ('[%' + flags + r.choice('eEfFgG') + ']', (s.number(),))
    yield 'percent', ('[%' + flags + r.choice('sra') + ']', (r.choice((s.text(), s.int(), None, [s.text(3)])),))
    yield 'percent', (r.choice(('%d', '%s %s', '%%', '%d %%', '%', '%z', '%*d', '%.*f', '%-*.*f|', '%s')),
                      tuple(r.choice((s.int(), s.float(), s.text(4))) for _ in range(r.randint(0, 3))))
    yield 'method', (r.choice(('{}', '{0}{1}', '{} {}', '{1!r:>10}', '{a}', '{a:{b}}', '{0[0]}', '{0.real}', '{', '}', '{{{}}}',
                               '{!z}', '{0:}', '{:,}', '{0!s}{0!a}', '{a[x]}', '{} {0}', '{:{}}')),
                     tuple(r.choice((s.int(), s.text(4))) for _ in range(r.randint(0, 3))), {'a': s.int(), 'b': r.randint(1, 9)})
    yield 'mapped', (r.choice(('{a}%(b)s', '%(a)5s{b!r}', '{a:>5}%(a)r', '{c}', '%(c)s', '%(a)d{a}')), {'a': s.text(3), 'b': s.int()})
    yield 'field', (s.number(), r.randint(0, 20), r.randint(0, 10), r.choice(('', 'e', 'f', 'g', '%')))
    yield 'shown', (r.choice((s.int(), s.float(), s.text(5), None)), r.randint(0, 12))
    yield 'padded', (r.choice(('', '-', '+')) + s.text(6), r.randint(-1, 14), r.choice(('*', ' ', '\U0001f600', 'ab', '')))
    yield 'tabs', (r.choice(('a\tb', 'ab\t\tc', '\t\n\tx', s.text(6))), r.randint(-1, 9))


def slicing(s):
    r = s.random

    def bound():
        return r.choice((None, r.randint(-14, 14), r.randint(-14, 14), r.randint(-3, 3), 1 << 65, -1 << 65))

    def step():
        return r.choice((None, 1, 2, 3, -1, -2, -5, 0, 1 << 65, -1 << 65))

    def sequence():
        n = r.randint(0, 9)
        return r.choice((list(range(n)), tuple(range(n)), s.text(), r.randbytes(n), bytearray(r.randbytes(n)),
                         range(r.randint(-5, 5), r.randint(-5, 20), r.choice((1, 2, -1, -3)))))

    def changeable():
        n = r.randint(0, 9)
        return r.choice((list(range(n)), bytearray(range(n))))

    def content(n):
        return r.choice((list(range(n)), tuple(range(n)), bytes(range(n)), range(n)))

    yield 'get', (sequence(), r.choice((r.randint(-12, 12), slice(bound(), bound(), step()), True, 1 << 70, None, 'a')))
    for _ in range(3):
        yield 'slice', (sequence(), bound(), bound())
        yield 'step', (sequence(), bound(), bound(), step())
        yield 'store', (changeable(), slice(bound(), bound(), r.choice((None, None, 1, step()))), content(r.randint(0, 6)))
        yield 'delete', (changeable(), slice(bound(), bound(), step()))
    yield 'store', (changeable(), r.randint(-10, 10), r.choice((7, 255, 256, -1, 'x')))
    yield 'delete', (changeable(), r.randint(-10, 10))
    yield 'indices', (slice(bound(), bound(), step()), r.choice((0, 1, 5, 10, 1 << 70, -1)))
    yield 'insert', (changeable(), r.randint(-12, 12), 9)
    yield 'pop', (changeable(), r.randint(-10, 10))
    yield 'repeat', (sequence(), r.randint(-1, 3))
    text = s.text()
    part = r.choice((text[r.randint(0, 5):][:r.randint(0, 3)], s.text(2)))
    yield 'find', (text, part, bound(), bound())
    yield 'starts', (text, r.choice((part, (part, 'a'), (), 5)), bound(), bound())
    data = bytes(text, 'utf-8')
    yield 'find', (data, r.choice((bytes(part, 'utf-8'), 97, 300)), bound(), bound())
    yield 'index', (r.choice((list(text), tuple(text), text)), part, r.randint(-5, 5), r.randint(-5, 12))
    yield 'split', (text, r.choice((part, 'a')), r.randint(-1, 4))
    yield 'replace', (text, part, r.choice(('', 'xy', '\U0001f600')), r.randint(-1, 4))
    yield 'strip', (text, r.choice((part, ' a', 'ab')))
    yield 'reverse', (sequence(),)
    yield 'compare', r.choice(((s.text(4), s.text(4)), ([s.int(), 1], [s.int()]), ((1, s.int()), (1, s.int())), (data, b'a')))


def outcome(function, arguments):
    try:
        return repr(function(*arguments))
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def record(family):
    names = {}
    with open(os.path.join(FOLDER, family + '.py'), encoding='utf-8') as f:
        exec(f.read(), names)
    source = Source(family)
    lines = []
    while len(lines) < CASES:
        for name, arguments in globals()[family](source):
            given = repr(arguments)
            result = outcome(names['OPERATIONS'][name], eval(given, names))
            line = f'{name}\t{given}\t{result}'
            if given == '(nan,)' and name == 'hash':
                continue  # its identity
            if len(line) <= LONGEST and len(line.splitlines()) == 1:
                lines.append(line)
    with open(os.path.join(FOLDER, family + '.txt'), 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines[:CASES]) + '\n')
    print('recorded', family)


if __name__ == '__main__':
    for each in sys.argv[1:] or ('integers', 'floats', 'formatting', 'slicing'):
        record(each)
