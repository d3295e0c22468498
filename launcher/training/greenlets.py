"""Warms what a program's inner loops need, so that the cache knows what is hot in them."""

from greenlet import getcurrent, greenlet


def numbers(n):
    total = 0
    for i in range(n):
        got = yield i
        if got is not None:
            total += got
    return total


def delegate(n):
    return (yield from numbers(n))


def work(n):
    main = getcurrent()

    def ping():
        total = 0
        value = 0
        for i in range(n):
            value = b.switch(value + 1)
            total += value
        return total

    def pong(value):
        while True:
            value = a.switch(value * 2 % 1000)

    def down(depth):
        if depth == 0:
            return main.switch()
        return down(depth - 1) + 1

    a = greenlet(ping)
    b = greenlet(pong)
    a.switch()
    for i in range(n // 100):
        g = greenlet(down)
        g.switch(20)
        g.switch(1)
    for i in delegate(n // 10):
        pass
    g = numbers(n // 10)
    next(g)
    try:
        while True:
            g.send(1)
    except StopIteration as e:
        return e.value


for k in range(2):
    work(20000)
