"""next() with what is a generator, and with what is not, at one place."""


def numbers():
    got = yield 1
    print("got", got)
    yield 2
    return "end"


async def coroutine():
    pass


def stepping(it, times):
    for i in range(times):
        try:
            print(next(it))
        except (StopIteration, TypeError, ValueError, RuntimeError) as e:
            print(type(e).__name__, e)


class Own:
    def __next__(self):
        return "own"


def itself():
    yield next(me)


stepping(numbers(), 4)
stepping(iter([1]), 2)
stepping(Own(), 1)
stepping(5, 1)
c = coroutine()
stepping(c, 1)
c.close()
me = itself()
stepping(me, 2)
print(next(numbers(), "other"))
stepping(numbers(), 1)


def replaced():
    next = lambda it: "mine"
    print(next(numbers()))


replaced()
next = lambda it: "global"
stepping(numbers(), 1)
