"""Coroutines driven by hand."""


class Step:
    """What a scheduler would see: awaiting it yields its value."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return ('got', got)


def drive(coroutine, *answers):
    """Runs a coroutine, answering what it yields; tells what happened."""
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


async def plain():
    return 5


async def steps():
    a = await Step(1)
    b = await Step(2)
    return a, b


async def outer():
    x = await plain()
    y = await steps()
    return x, y


print(drive(plain()), drive(steps(), 'a', 'b'), drive(outer(), 'a', 'b'))
print(drive(steps(), ValueError('into')))


async def guarded():
    try:
        await Step(1)
    except ValueError as e:
        return await Step(repr(e))
    finally:
        await Step('finally')


print(drive(guarded(), ValueError('x'), 'after', 'end'), drive(guarded(), 'fine'))

c = steps()
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_await)
print(c.send(None), type(c.cr_await).__name__)
c.close()
c.close()
fresh = steps()
for attempt in (lambda: c.send(None), lambda: c.throw(ValueError), lambda: fresh.send(1)):
    try:
        attempt()
    except BaseException as e:
        print(type(e).__name__, e)


fresh.close()


async def stubborn():
    for _ in range(2):
        try:
            await Step('again')
        except GeneratorExit:
            pass


s = stubborn()
s.send(None)
try:
    s.close()
except RuntimeError as e:
    print(e)
s.close()


async def closed():
    try:
        await Step(1)
    finally:
        print('clean-up')


k = closed()
k.send(None)
k.close()


class NotIterator:
    def __await__(self):
        return 5


unused = []


def unawaited():
    unused.append(plain())
    return unused[-1]


class GivesCoroutine:
    def __await__(self):
        return unawaited()


class GivesIterator:
    def __await__(self):
        return iter([7, 8])


async def wait_for(thing):
    return await thing


for thing in (5, NotIterator(), GivesCoroutine(), GivesIterator(), [1], (x for x in ())):
    print(drive(wait_for(thing)))


def generator():
    yield from unawaited()


print(drive(generator()))
try:
    for x in unawaited():
        pass
except TypeError as e:
    print(e)
for each in unused:
    each.close()


async def stops():
    raise StopIteration('no')


print(drive(stops()))


async def busy(me):
    await me[0]


me = []
me.append(busy(me))
print(drive(me[0]))

shared = steps()
first = wait_for(shared)
second = wait_for(shared)
first.send(None)
print(drive(second))

wrapper = steps().__await__()
print(type(wrapper).__name__, next(wrapper), wrapper.send('a'))
try:
    wrapper.send('b')
except StopIteration as e:
    print(e.value)

import types


@types.coroutine
def bridge(n):
    total = 0
    for i in range(n):
        total += (yield i)
    return total


async def uses_bridge():
    return await bridge(3)


print(drive(uses_bridge(), 10, 20, 30))


@types.coroutine
def from_coroutine():
    x = yield from plain()
    yield x
    return 'end'


async def uses_it():
    return await from_coroutine()


print(drive(uses_it()))


# Everything awaits inside expressions.
async def everywhere():
    values = [await plain(), *(await pair())]
    d = {await plain(): await plain()}
    t = await plain() + await plain() * 2
    f = f'{await plain()}'
    cond = 1 if await plain() else 2
    call = max(await plain(), 3, key=lambda x: -x)
    chain = 1 < await plain() < 10
    sub = values[(await plain()) - 5]
    return values, d, t, f, cond, call, chain, sub, (await plain()).bit_length()


async def pair():
    return 1, 2


print(drive(everywhere()))


class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        print('enter', self.name, await Step('entering'))
        return self.name

    async def __aexit__(self, kind, value, traceback):
        print('exit', self.name, kind and kind.__name__, value, await Step('leaving'))
        return self.swallow


async def managed(error=None, swallow=False):
    async with Manager('a') as a, Manager('b', swallow) as b:
        print(a, b)
        if error:
            raise error
        return 'body'
    return 'after'


print(drive(managed()))
print(drive(managed(KeyError('k'))))
print(drive(managed(KeyError('k'), True)))


class Half:
    async def __aenter__(self):
        pass


class NoneAtAll:
    pass


class BadEnter:
    def __aenter__(self):
        return 1

    async def __aexit__(self, *args):
        pass


class BadExit:
    async def __aenter__(self):
        pass

    def __aexit__(self, *args):
        return 2


async def using(manager):
    async with manager:
        pass


async def raising_in(manager):
    async with manager:
        raise KeyError(1)


for manager in (Half(), NoneAtAll(), BadEnter(), BadExit()):
    print(drive(using(manager)))
print(drive(raising_in(BadExit())))

def refused(source):
    try:
        compile(source, 'x.py', 'exec')
    except SyntaxError as e:
        print(f'{e.msg} | {e.lineno}:{e.offset}')
    else:
        print('accepted')


refused('await x')
refused('def f(): await x')
refused('lambda: await x')
refused('class C: await x')
refused('def f():\n async with x: pass')
refused('def f():\n async for x in y: pass')
refused('async with x: pass')
refused('def f(): return [x async for x in y]')
refused('def f(): return (x async for x in y)')
refused('def f(): return [await x for x in y]')
refused('def f(): return (await x for x in y)')
refused('async def f(): yield from x')
refused('async def f():\n yield 1\n return 2')
refused('async def f():\n yield 1\n return')
refused('async def f(): return lambda: await x')
refused('async def f(): return [[await x for x in y] for y in z]')
refused('async def f():\n def g(): await x')
refused('async def f(x=await y): pass')
