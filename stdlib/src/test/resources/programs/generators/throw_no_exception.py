"""A class of exceptions whose instances are none."""


class Odd(Exception):
    def __new__(cls, *args):
        return 5


def generator():
    try:
        yield 1
    except TypeError as e:
        print('inside', e)
        yield 2


g = generator()
next(g)
print(g.throw(Odd))
g = generator()
try:
    g.throw(Odd)
except TypeError as e:
    print(e)
try:
    raise Odd
except TypeError as e:
    print(e)
