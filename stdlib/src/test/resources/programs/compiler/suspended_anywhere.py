# A yield or await in every place where an expression may stand.
import asyncio


def sent(generator, *values):
    out = []
    try:
        out.append(next(generator))
        for value in values:
            out.append(generator.send(value))
    except StopIteration as e:
        out.append(("end", e.value))
    return out


def in_defaults():
    def f(a, b=(yield "b"), *, c=(yield "c"), d=4, e=(yield "e")):
        return a, b, c, d, e

    g = lambda x=(yield "x"), *, y=(yield "y"): (x, y)
    return f(0), g()


print(sent(in_defaults(), 1, 2, 3, 4, 5))


def in_annotations():
    def f(a: int, b: (yield "b") = (yield "default")) -> (yield "returns"):
        return b

    return f.__annotations__, f(1)


print(sent(in_annotations(), 1, 2, 3))


def in_clauses(error):
    try:
        raise error
    except (yield "first") as e:
        return "first", e.args
    except (yield "second"):
        return "second", (yield "body")
    finally:
        print("finally", (yield "finally"))


print(sent(in_clauses(KeyError(1)), KeyError, 8))
print(sent(in_clauses(KeyError(1)), ValueError, (KeyError, OSError), 7, 9))


def in_comparisons():
    first = 1 < (yield "a") < (yield "b") <= (yield "c")
    second = (yield "d") == (yield "e") != (yield "f")
    if not (yield "g") < 5 < (yield "h"):
        return first, second, "no"
    return first, second


print(sent(in_comparisons(), 2, 3, 3, 1, 1, 2, 4, 6))
print(sent(in_comparisons(), 0, 1, 1, 2, 3))


def in_formats():
    return f"{(yield 'v')!r:>{(yield 'w')}}|{3.14159:.{(yield 'p')}f}"


print(sent(in_formats(), "x", 6, 2))


def in_many_targets():
    box, other = {}, {}
    box[(yield "k")] = first = other[(yield "l")] = (yield "v")
    return box, other, first


print(sent(in_many_targets(), "value", "key", "other"))


def in_guards(x):
    match x:
        case [a, b] if (yield ("guard", a)):
            return "pair", a, b
        case [*rest] if (yield rest):
            return "rest", rest
        case _:
            return (yield "else")


for answers in (True,), (False, True), (0, 0, "last"):
    print(sent(in_guards([1, 2]), *answers))


async def slowly(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def doubled(value):
    await asyncio.sleep(0)
    return value * 2


async def comprehensions():
    print([x async for x in slowly(4)])
    print({x: await doubled(x) async for x in slowly(4) if x % 2})
    print({await doubled(x) for x in range(3)} == {0, 2, 4})
    print([(x, y) async for x in slowly(2) for y in [7, 8] if await doubled(y) > 14])
    print([[y async for y in slowly(x)] async for x in slowly(4)])
    print(sum([x async for x in slowly(5)], start=len([1 async for _ in slowly(3)])))
    lazy = (x * 10 async for x in slowly(3))
    print([x async for x in lazy], type(lazy).__name__)
    print([x async for x in (await doubled(y) for y in [1, 2])])
    text = f"{[x async for x in slowly(2)]!r:>{await doubled(5)}}|"
    print(text)
    try:
        print([1 // x async for x in slowly(2)])
    except ZeroDivisionError as e:
        print(e)


asyncio.run(comprehensions())


async def pipeline(n):
    total = 0
    try:
        async for x in slowly(n):
            got = yield x + total
            if got:
                total += got
        else:
            yield "else"
    except ValueError as e:
        yield "caught", e.args
    finally:
        await asyncio.sleep(0)
        print("closing")


async def by_hand():
    g = pipeline(3)
    print(await g.asend(None), await g.asend(10), await g.__anext__(), await g.asend(1))
    try:
        await g.asend(None)
    except StopAsyncIteration:
        print("end")
    g = pipeline(3)
    print(await g.__anext__(), await g.athrow(ValueError(5)))
    await g.aclose()
    g = pipeline(5)
    async for x in g:
        if x == 2:
            break
    await g.aclose()
    print([x async for x in g], g.ag_running)


asyncio.run(by_hand())
