"""Scopes of names."""
x = 'module'


def reads():
    return x


def writes():
    x = 'local'
    return x


def declares():
    global x, new
    x = 'changed'
    new = 'made'


print(reads(), writes(), x)
declares()
print(x, new)


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n
    return up, get


up, get = counter()
up()
up(5)
print(get())


def deep():
    v = 1

    def a():
        def b():
            nonlocal v
            v *= 10
            return v
        return b
    r = a()()
    return r, v


print(deep())


class K:
    x = 'class'
    y = [x for _ in range(2)]

    def m(self):
        return x


print(K.x, K.y, K().m())


def late():
    return later


later = 3
print(late())


def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 1


unbound()
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
for code in ['def f():\n x = 1\n global x', 'nonlocal y', 'def f():\n nonlocal zz', 'def f(a):\n global a',
             'def f():\n print(x)\n global x', 'def f():\n nonlocal q\n def g():\n  q = 1']:
    try:
        exec(code)
    except SyntaxError as e:
        print(e)
