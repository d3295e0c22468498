# Generators get the error of an exception that cannot be made; an old print statement gets a hint.
import string
import sys


class Odd(Exception):
    def __new__(cls, *args):
        return cls


class Failing(Exception):
    def __init__(self):
        raise KeyError('made')


def plain():
    yield 1


def catching():
    try:
        yield 1
    except (TypeError, KeyError) as e:
        print('inside', repr(e)[:40])
    yield 2


for kind in Odd, Failing:
    g = catching()
    next(g)
    print(g.throw(kind))
    g = plain()
    next(g)
    try:
        g.throw(kind)
    except Exception as e:
        print(type(e).__name__)
    print(next(g, 'ended'))
for left in print, len:
    try:
        left >> sys.stderr, 'x'
    except TypeError as e:
        print(e)


class T(string.Template):
    pattern = r'\$(?P<other>[a-z]+)|(?P<named>x)(?P<braced>y)(?P<invalid>z)(?P<escaped>w)'


for method in T('$a').is_valid, T('$a').get_identifiers:
    try:
        method()
    except ValueError as e:
        print(e.args[0])
