"""Asynchronous generators, iteration and comprehensions, driven by hand."""


class Step:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


def drive(coroutine, *answers):
    answers = list(answers)
    seen = []
    try:
        value = coroutine.send(None)
        while True:
            seen.append(value)
            answer = answers.pop(0) if answers else None
            if isinstance(answer, BaseException):
                value = coroutine.throw(answer)
            else:
                value = coroutine.send(answer)
    except StopIteration as stop:
        return seen, 'returned', stop.value
    except BaseException as e:
        return seen, 'raised', repr(e)


async def count(n):
    for i in range(n):
        got = await Step(('wait', i))
        sent = yield i
        if sent is not None or got is not None:
            print('  got', got, 'sent', sent)


g = count(3)
print(type(g).__name__, g.__name__, g.ag_running, g.ag_await, hasattr(g, '__iter__'))
print(drive(g.__anext__()), drive(g.asend('s'), 'answer'), drive(g.__anext__()), drive(g.__anext__()),
      drive(g.__anext__()))
print(drive(g.aclose()), drive(g.asend(1)), drive(g.athrow(ValueError)))
print(drive(count(1).asend(5)))


async def loop(n):
    found = []
    async for x in count(n):
        if x == 3:
            break
        if x == 1:
            continue
        found.append(x)
    else:
        found.append('else')
    return found


print(drive(loop(3)), drive(loop(10)))


class Range:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return await Step(self.i)


async def comprehensions():
    a = [x async for x in Range(3)]
    b = {x: y async for x in count(2) for y in 'ab'}
    c = {await Step(x) for x in range(2)}
    d = [x async for x in count(5) if x % 2 if await Step('if') is None]
    e = [[y async for y in count(x)] async for x in count(3)]
    f = [x for x in [await Step(1), 2]]
    g = (x async for x in count(2))
    h = [x async for x in g]
    i = [await z for z in [Step('z')]]
    return a, b, c, d, e, f, h, i, type(g).__name__


print(drive(comprehensions()))


def in_plain():
    return (await Step(x) for x in range(2))


async def consume(thing):
    return [x async for x in thing]


print(type(in_plain()).__name__, drive(consume(in_plain()), 'p', 'q'))


async def resources():
    try:
        x = yield 1
        print('  x', x)
        yield 2
    except ValueError as e:
        print('  caught', repr(e))
        yield 'recovered'
    finally:
        await Step('cleaning')
        print('  cleaned')


r = resources()
print(drive(r.__anext__()), drive(r.asend('hello')), drive(r.athrow(ValueError('v'))), drive(r.aclose()))
r = resources()
print(drive(r.aclose()), drive(r.__anext__()))
r = resources()
print(drive(r.__anext__()), drive(r.athrow(KeyError('k'))), drive(r.__anext__()))
r = resources()
print(drive(r.athrow(KeyError('early'))), drive(r.__anext__()))
r = resources()
drive(r.__anext__())
print(drive(r.aclose(), ValueError('while closing')))


async def ignores():
    try:
        yield 1
    finally:
        yield 2


i = ignores()
drive(i.__anext__())
print(drive(i.aclose()))


async def raises(e):
    yield 1
    raise e


for e in (StopIteration(1), StopAsyncIteration(2), KeyError(3), GeneratorExit()):
    r = raises(e)
    print(drive(r.__anext__()), drive(r.__anext__()), drive(r.__anext__()))

# Steps may not overlap, and each can be awaited once.
g = count(2)
a = g.__anext__()
a.send(None)
print(g.ag_running)
for other in (g.__anext__(), g.asend(1), g.aclose(), g.athrow(ValueError)):
    print(drive(other))
print(drive(a))
print(drive(a))
c = g.aclose()
print(drive(c), drive(c))
s = count(1).asend(None)
s.close()
print(drive(s))


class NoAnext:
    def __aiter__(self):
        return 5


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class Nothing:
    pass


async def each(thing):
    async for x in thing:
        pass


for thing in (NoAnext(), BadAnext(), Nothing(), [1]):
    print(drive(each(thing)))
for attempt in (lambda: iter(count(1)), lambda: next(count(1)), lambda: aiter([]), lambda: anext([]),
                lambda: list(count(1)), lambda: aiter(NoAnext())):
    try:
        attempt()
    except TypeError as e:
        print(e)


async def with_builtins():
    it = aiter(count(2))
    return [await anext(it), await anext(it), await anext(it, 'default'), await anext(it, 'again')]


print(drive(with_builtins()))


async def nothing():
    return
    yield


print(drive(consume(nothing())), drive(consume(Range(0))))


async def delegates():
    async for x in count(2):
        yield x
    yield await Step('own')


print(drive(consume(delegates())))


class Iterated:
    """An iterable whose iterator has no __iter__."""

    def __init__(self):
        self.asked = 0

    def __iter__(self):
        self.asked += 1
        return Bare()


class Bare:
    left = 2

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left


it = Iterated()
print([x for x in it], list(x for x in it), it.asked)
g = count(1)
print(g.ag_code.co_name, g.ag_frame is not None, repr(g)[:31])
g.__name__ = 'renamed'
print(g.__name__, g.__qualname__)
