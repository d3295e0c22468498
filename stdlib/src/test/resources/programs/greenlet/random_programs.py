"""Random programs of switches, throws, parents and deaths over up to 20 greenlets.

Prints a digest of what each of them did. With two arguments it prints the whole log of
the programs with these numbers.
"""
import sys

import greenlet
from greenlet import GreenletExit

PROGRAMS = 3000
STEPS = 70


class Program:
    def __init__(self, seed):
        self.state = seed * 2654435761 % 4294967291 + 1
        self.steps = STEPS
        self.log = []
        self.greenlets = []
        self.main = greenlet.getcurrent()

    def below(self, n):
        self.state = self.state * 48271 % 2147483647
        return self.state // 7 % n

    def name(self, g):
        if g is self.main:
            return 'main'
        if g is None:
            return 'none'
        for i, other in enumerate(self.greenlets):
            if other is g:
                return str(i)
        return 'other'

    def note(self, *what):
        self.log.append(self.name(greenlet.getcurrent()) + ': ' + ' '.join(what))

    def show(self, value):
        if isinstance(value, BaseException):
            return type(value).__name__ + str(value.args)
        return repr(value)

    def some(self):
        i = self.below(len(self.greenlets) + 1)
        return self.main if i == len(self.greenlets) else self.greenlets[i]

    def make(self):
        if len(self.greenlets) >= 20:
            return
        kind = self.below(4)
        if kind == 0:
            g = greenlet.greenlet(self.body)
        elif kind == 1:
            g = greenlet.greenlet(self.body, self.some())
        elif kind == 2:
            g = greenlet.greenlet(parent=self.some())
            if self.below(8):
                g.run = self.body
        else:
            g = Subclass()
            g.program = self
        self.greenlets.append(g)
        self.note('made', self.name(g), 'below', self.name(g.parent))

    def exception(self):
        return (ValueError('v'), KeyError, GreenletExit, GreenletExit('bye'))[self.below(4)]

    def body(self, *args, **kwargs):
        self.note('begins with', self.show(args), self.show(kwargs))
        try:
            return self.act(0)
        finally:
            self.note('ends')

    def act(self, depth):
        result = None
        for i in range(1 + self.below(7)):
            self.steps -= 1
            if self.steps < 0:
                return 'over'
            try:
                result = self.step(depth)
            except BaseException as e:
                self.note('caught', self.show(e))
                if self.below(3) == 0:
                    raise
            if result == 'return':
                break
        return self.below(100)

    def step(self, depth):
        op = self.below(16)
        if op < 6:
            g = self.some()
            kind = self.below(4)
            if kind == 0:
                got = g.switch()
            elif kind == 1:
                got = g.switch(self.below(10))
            elif kind == 2:
                got = g.switch(self.below(10), self.below(10))
            else:
                got = g.switch(self.below(10), key=self.below(10))
            self.note('from', self.name(g), 'got', self.show(got))
        elif op == 6:
            g = self.some()
            e = self.exception()
            self.note('throws', self.show(e) if isinstance(e, BaseException) else e.__name__,
                      'into', self.name(g))
            self.note('got', self.show(g.throw(e)))
        elif op == 7:
            g, parent = self.some(), self.some()
            self.note('parent of', self.name(g), 'is to be', self.name(parent))
            g.parent = parent
        elif op <= 9:
            self.make()
        elif op <= 11:
            g = self.some()
            self.note(self.name(g), str(bool(g)), str(g.dead), self.name(g.parent),
                      str(g is self.main or g.gr_frame is None))
        elif op == 12:
            return 'return'
        elif op == 13:
            e = self.exception()
            raise e
        elif op == 14 and depth < 4:
            self.note('deeper', self.show(self.act(depth + 1)))
        elif op == 15:
            g = self.some()
            self.note('run of', self.name(g), str(callable(g.run)))

    def perform(self):
        for i in range(3):
            self.make()
        while self.steps > 0:
            try:
                self.act(0)
            except BaseException as e:
                self.note('main caught', self.show(e))
        return self.log


class Subclass(greenlet.greenlet):
    def run(self, *args, **kwargs):
        return self.program.body(*args, **kwargs)


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
