"""Random programs whose greenlets switch in the middle of everything that can call code: generators,
comprehensions, with blocks, exception handlers, callbacks of builtins, special methods, properties.

Prints a digest of what each of them did. With two arguments it prints the whole log of the programs
with these numbers.
"""
import functools
import sys

from greenlet import GreenletExit, getcurrent, greenlet

PROGRAMS = 1000
STEPS = 60


class Manager:
    def __init__(self, program):
        self.program = program

    def __enter__(self):
        return self.program.move('enter')

    def __exit__(self, kind, value, traceback):
        self.program.note('leaves', 'None' if kind is None else kind.__name__)
        self.program.move('exit')
        return kind is not None and issubclass(kind, LookupError)


class Odd:
    """An object all of whose operations may switch."""

    def __init__(self, program, number):
        self.program = program
        self.number = number

    def __lt__(self, other):
        self.program.move('lt')
        return self.number < other.number

    def __eq__(self, other):
        self.program.move('eq')
        return self.number == other.number

    def __hash__(self):
        self.program.move('hash')
        return self.number

    def __add__(self, other):
        self.program.move('add')
        return self.number + other

    def __radd__(self, other):
        self.program.move('radd')
        return self.number + other

    def __getitem__(self, index):
        self.program.move('item')
        if index >= 3:
            raise IndexError
        return index

    def __call__(self, value):
        self.program.move('call')
        return value

    def __repr__(self):
        self.program.move('repr')
        return 'odd%d' % self.number

    def __bool__(self):
        self.program.move('bool')
        return self.number % 2 == 1

    def __getattr__(self, name):
        self.program.move('getattr')
        return name

    @property
    def prop(self):
        self.program.move('property')
        return self.number


class Program:
    def __init__(self, seed):
        self.state = seed * 2654435761 % 4294967291 + 1
        self.steps = STEPS
        self.log = []
        self.greenlets = []
        self.main = getcurrent()

    def below(self, n):
        self.state = self.state * 48271 % 2147483647
        return self.state // 7 % n

    def name(self, g):
        if g is self.main:
            return 'main'
        for i, other in enumerate(self.greenlets):
            if other is g:
                return str(i)
        return 'other'

    def note(self, *what):
        self.log.append(self.name(getcurrent()) + ': ' + ' '.join(what))

    def handled(self):
        error = sys.exc_info()[1]
        return '-' if error is None else type(error).__name__

    def some(self):
        i = self.below(len(self.greenlets) + 1)
        return self.main if i == len(self.greenlets) else self.greenlets[i]

    def move(self, where):
        """Perhaps lets another greenlet run."""
        if self.steps <= 0:
            return 0
        self.steps -= 1
        choice = self.below(10)
        if choice == 0 and len(self.greenlets) < 20:
            g = greenlet(self.body, self.some())
            self.greenlets.append(g)
        if choice < 6:
            target = self.some()
            self.note(where, 'to', self.name(target), 'handling', self.handled())
            got = target.switch(choice)
            self.note(where, 'got', repr(got) if isinstance(got, (int, tuple)) else type(got).__name__,
                      'handling', self.handled())
            return got if isinstance(got, int) else 1
        if choice == 6:
            error = (KeyError('k'), ValueError('v'), GreenletExit('x'))[self.below(3)]
            target = self.some()
            self.note(where, 'throws', type(error).__name__, 'into', self.name(target))
            target.throw(error)
            self.note(where, 'threw')
        elif choice == 7:
            raise (KeyError, ValueError, IndexError)[self.below(3)](where)
        return choice

    def body(self, *args):
        self.note('begins', str(len(args)))
        try:
            total = 0
            for _ in range(1 + self.below(3)):
                total += self.path(0)
            return total
        finally:
            self.note('ends handling', self.handled())

    def numbers(self, n):
        try:
            for i in range(n):
                yield i
                self.move('generator')
        finally:
            self.note('generator closes handling', self.handled())

    def chain(self, depth):
        if depth == 0:
            got = yield 1
            self.move('sent')
            return got or 1
        return (yield from self.chain(depth - 1)) + 1

    def path(self, depth):
        if self.steps <= 0:
            return 0
        paths = Program.PATHS
        path = paths[self.below(len(paths))]
        result = path(self, depth)
        return result if isinstance(result, int) else 1

    def inner(self, depth):
        return self.move('plain') if depth > 3 else self.path(depth + 1)

    def in_generator(self, depth):
        return sum(list(self.numbers(2)))

    def in_chain(self, depth):
        steps = self.chain(3)
        next(steps)
        try:
            steps.send(self.move('before send'))
        except StopIteration as e:
            return e.value
        return 0

    def in_comprehension(self, depth):
        return sum([self.move('list') for _ in range(2)]) + len({self.move('set') for _ in range(2)})

    def in_expression(self, depth):
        return sum(self.move('genexpr') for _ in range(2))

    def in_with(self, depth):
        with Manager(self):
            return self.inner(depth)
        return 2

    def in_try(self, depth):
        try:
            return self.inner(depth)
        except LookupError as e:
            self.note('caught', type(e).__name__)
            self.move('except')
            return 3
        else:
            self.move('else')
        finally:
            self.move('finally')

    def in_handler(self, depth):
        try:
            raise OSError('handled')
        except OSError:
            result = self.inner(depth)
            self.note('still handling', self.handled())
            return result

    def in_sort(self, depth):
        return len(sorted([3, 1, 2], key=lambda x: (self.move('key'), x)[1]))

    def in_compare(self, depth):
        return min(Odd(self, 2), Odd(self, 1)).number

    def in_set(self, depth):
        return len({Odd(self, 1), Odd(self, 1)})

    def in_sum(self, depth):
        return sum([Odd(self, 1), Odd(self, 2)])

    def in_iteration(self, depth):
        return len([x for x in Odd(self, 5)])

    def in_map(self, depth):
        return sum(map(Odd(self, 1), filter(Odd(self, 2), [1, 2])))

    def in_reduce(self, depth):
        return functools.reduce(lambda a, b: a + b + self.move('reduce') * 0, [1, 2, 3])

    def in_repr(self, depth):
        return len(str([Odd(self, 1)])) + len('%r' % Odd(self, 2)) + len(f'{Odd(self, 3)}')

    def in_truth(self, depth):
        return 1 if Odd(self, 1) and not Odd(self, 2) else 0

    def in_attributes(self, depth):
        return Odd(self, 4).prop + len(Odd(self, 5).some_name)

    def in_call(self, depth):
        return max(self.move('first'), *[self.move('star')], key=lambda x: self.move('max') * 0 + x)

    def in_recursion(self, depth):
        return self.down(10 + self.below(30))

    def down(self, n):
        return self.move('deep') if n == 0 else self.down(n - 1) + 1

    def in_class(self, depth):
        class Made:
            value = self.move('class body')

            def __init_subclass__(cls):
                self.move('subclass')

        class Sub(Made):
            pass

        return 1

    def plain(self, depth):
        return self.move('plain')

    def perform(self):
        while self.steps > 0:
            try:
                self.note('result', str(self.path(0)))
            except BaseException as e:
                self.note('main caught', type(e).__name__, 'handling', self.handled())
            self.note('handling', self.handled())
        return self.log


Program.PATHS = [value for name, value in sorted(vars(Program).items())
                 if name.startswith('in_') or name == 'plain']


def digest(lines):
    value = 17
    for line in lines:
        for c in line:
            value = (value * 31 + ord(c)) % 4294967291
        value = (value * 31 + 10) % 4294967291
    return '%08x' % value


kept = []


def perform(seed):
    program = Program(seed)
    kept.append(program)
    return list(program.perform())


if len(sys.argv) > 2:
    for seed in range(int(sys.argv[1]), int(sys.argv[2])):
        print('program', seed)
        print('\n'.join(perform(seed)))
else:
    for start in range(0, PROGRAMS, 10):
        print(start, ' '.join(digest(perform(seed)) for seed in range(start, start + 10)))
    sys.stdout.flush()
    kept_to_the_end = kept
