# parameters of all kinds, defaults, closures, decorators
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, z=9, y=8))
print(f(*[1, 2], **{'c': 7, 'd': 8, 'q': 9}))
for call in (
    lambda: f(),
    lambda: f(1),
    lambda: f(1, d=2, b=3),
    lambda: (lambda x, y: 0)(1),
    lambda: (lambda x, y: 0)(1, 2, 3),
    lambda: (lambda x, *, k: 0)(1),
    lambda: (lambda x=1: 0)(1, 2),
    lambda: (lambda x: 0)(1, x=2),
    lambda: (lambda x: 0)(z=2),
    lambda: f(1, **{'d': 1}, **{'d': 2}),
    lambda: len(),
    lambda: len(1, 2),
    lambda: f(1, *3),
):
    try:
        print(call())
    except TypeError as error:
        print('TypeError:', error)


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n
    return step


c1, c2 = counter(), counter()
print(c1(), c1(5), c2(), c1())


def twice(function):
    def wrapper(*args):
        return function(function(*args))
    return wrapper


@twice
@twice
def increment(x):
    """Adds one."""
    return x + 1


print(increment(10), increment.__name__, twice.__doc__)

total = 0


def add(n):
    global total
    total += n


add(3)
add(4)
print(total)


def late():
    return later()


def later():
    return 'later'


print(late())
print([g() for g in [lambda i=i: i * i for i in range(4)]])
print([g() for g in [lambda: i for i in range(4)]])


def unbound():
    print(x)
    x = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)
try:
    undefined_name
except NameError as error:
    print(error)


def recurse(n):
    return n if n == 0 else 1 + recurse(n - 1)


print(recurse(500))
try:
    recurse(100000)
except RecursionError as error:
    print('RecursionError:', str(error)[:33])
print(f.__defaults__, f.__kwdefaults__)


def annotated(a: int, b: 'str' = '') -> list:
    v: int = 3
    return [a, b, v]


print(annotated.__annotations__, annotated(1))
