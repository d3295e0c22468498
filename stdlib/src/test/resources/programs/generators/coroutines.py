def show(f, *args):
    try:
        print("value", f(*args))
    except BaseException as e:
        print(type(e).__name__, e.args, "cause", repr(e.__cause__))


class Future:
    def __init__(self):
        self.value = None

    def __await__(self):
        got = yield self
        return got


async def leaf(x):
    got = await Future()
    print("leaf got", got)
    return x + 1


async def tree(x):
    a = await leaf(x)
    try:
        b = await leaf(a)
    except ValueError as e:
        print("caught", e)
        b = 0
    return a, b


c = tree(1)
print(repr(c)[:26], type(c), c.__name__, c.__qualname__)
print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_code.co_name, c.cr_origin)
f = c.send(None)
print(type(f).__name__, c.cr_suspended, c.cr_await.__name__)
c.send("one")
show(c.throw, ValueError("thrown"))
show(c.send, None)
show(c.throw, ValueError("again"))
show(c.close)
print(c.cr_frame)

c = tree(1)
show(c.send, 1)
c.close()
show(c.send, None)

c = tree(5)
w = c.__await__()
print(type(w), iter(w) is w)
print(type(next(w)).__name__)
w.send("x")
show(w.send, "y")

c = tree(5)
show(iter, c)
show(next, c)
show(list, c)
c.close()


async def bad():
    await 3


show(bad().send, None)


async def stops():
    raise StopIteration(1)


show(stops().send, None)


async def twice(c):
    await c


c = leaf(1)
d = twice(c)
d.send(None)
show(d.send, 1)
d = twice(c)
show(d.send, None)
