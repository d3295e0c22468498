"""with: several managers, parentheses, targets, suppression, order, missing methods."""


class M:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__, value, tb is not None)
        return self.swallow


with M('a') as a, M('b') as b:
    print(a.name, b.name)
with (M('c'), M('d') as d,):
    print(d.name)
with M('s', True):
    raise ValueError('gone')
print('after')
try:
    with M('o'), M('i'):
        raise KeyError('x')
except KeyError as e:
    print('out', e)
box = {}
with M('t') as box['k'], M('u') as (box):
    pass
print(box.name)


class Pair:
    def __enter__(self): return 1, [2, 3]
    def __exit__(self, *a): pass


with Pair() as (x, [y, *z]):
    print(x, y, z)


def early():
    with M('r'):
        return 'value'


print(early())
for i in range(2):
    with M(i):
        if i == 0:
            continue
        break


class NoExit:
    def __enter__(self): pass


class NoEnter:
    def __exit__(self, *a): pass


for wrong in (NoExit, NoEnter, object, int):
    try:
        with wrong():
            print('never')
    except TypeError as e:
        print(e)


class Failing(M):
    def __exit__(self, *a):
        raise RuntimeError('in exit')


try:
    with Failing('f'):
        raise ValueError('in body')
except RuntimeError as e:
    print(e, repr(e.__context__))
