"""Arguments in every form and what goes wrong with them."""


def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3))
print(f(1, 2, 3, 4, c=5, e=6))
print(f(*[1, 2], *(3,), c=0, **{'x': 1}, **{'y': 2}))
print(f(c=1, a=2))
print(f(*'ab', **dict(c=1, d=2)))


def pos(a, b, /, c, *, d):
    return a, b, c, d


print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4))


def bare(*, x=1): return x
def star(*args, **kwargs): return args, kwargs
def posonly(x, /, **kw): return x, kw


print(bare(), star(1, a=2), posonly(1, x=2))
n = None
for code in ['f()', 'f(1)', 'f(1, 2, a=1, c=1)', 'pos(1, 2)', 'pos(1, 2, 3, 4)', 'pos(a=1, b=2, c=3, d=4)', 'bare(1)', 'bare(y=1)',
             'f(**{1: 2}, c=1)', 'f(*5)', 'f(**5)', 'f(1, c=1, **{"c": 2})', 'pos()', 'len()', 'len(1, 2)', 'len([], x=1)', 'n()',
             'posonly()', 'f(1, 2, 3)', 'int("1", bas=2)', 'print(1, foo=2)', 'bare(1, 2, x=1)', '(lambda a, b: 0)(1)',
             'pos(1, 2, 3, d=4, e=5)', 'star(**{"a": 1}, a=2)', 'sorted()', 'sorted([1], 2)', 'isinstance(1)', 'list(1, 2)']:
    try:
        print(eval(code))
    except TypeError as e:
        print(code, '->', e)


def order(tag, v):
    print(tag, end=' ')
    return v


print(f(order('a', 1), *order('star', [2]), c=order('c', 3), **order('kw', {'z': 1})))
class C:
    def m(self, x): return x
    @staticmethod
    def s(): pass


for code in ['C().m()', 'C.m()', 'C().m(1, 2)', 'C(1)', 'C.s(1)', 'C().m(y=1)', 'object(1)', 'type()', 'type(1, 2)']:
    try:
        eval(code)
    except TypeError as e:
        print(code, '->', e)
