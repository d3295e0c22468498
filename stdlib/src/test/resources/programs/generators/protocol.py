import sys


def show(f, *args):
    try:
        print("value", f(*args))
    except BaseException as e:
        print(type(e).__name__, e.args, "cause", repr(e.__cause__), "context", repr(e.__context__))


def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as e:
            got = ("caught", repr(e))


g = echo()
print(repr(g)[:28], type(g), g.__name__, g.__qualname__)
print(iter(g) is g, g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code.co_name)
show(g.send, 1)
show(g.send, None)
show(g.send, "a")
show(next, g)
show(g.throw, ValueError)
show(g.throw, ValueError, "text")
show(g.throw, ValueError, (1, 2))
show(g.throw, ValueError, ValueError("inst"))
show(g.throw, ValueError("instance"))
show(g.throw, ValueError("instance"), None, None)
show(g.throw, ValueError("instance"), 3)
show(g.throw, 3)
show(g.throw, int)
show(g.throw, ValueError, 1, 2)
show(g.throw)
show(g.throw, 1, 2, 3, 4)
show(g.send)
show(g.send, 1, 2)
print(g.gi_suspended, g.gi_frame is None)
show(g.close)
show(g.close)
print(g.gi_suspended, g.gi_frame)
show(next, g)
show(g.send, 5)
show(g.throw, KeyError("after"))

g.__name__ = "other"
g.__qualname__ = "some.other"
print(g.__name__, g.__qualname__, repr(g)[:28])
show(setattr, g, "__name__", 3)
show(setattr, g, "__qualname__", None)
show(setattr, g, "gi_running", True)
show(delattr, g, "__name__")


def running():
    yield me.gi_running
    try:
        next(me)
    except ValueError as e:
        yield str(e)
    try:
        me.close()
    except ValueError as e:
        yield str(e)
    try:
        me.throw(KeyError)
    except ValueError as e:
        yield str(e)


me = running()
print(list(me))


def returns():
    yield 1
    return "result"


g = returns()
next(g)
show(next, g)
show(next, g)
g = returns()
next(g)
show(g.throw, KeyError("x"))
show(next, g)


def stops():
    yield 1
    raise StopIteration("inside")


g = stops()
next(g)
show(next, g)
show(next, g)
g = stops()
show(g.throw, StopIteration(7))


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
next(g)
show(g.close)


def replaces():
    try:
        yield 1
    finally:
        raise KeyError("in finally")


g = replaces()
next(g)
show(g.close)


def leaves():
    try:
        yield 1
    except GeneratorExit:
        print("leaving")
        return 5


g = leaves()
next(g)
show(g.close)


def inner():
    try:
        x = yield "inner 1"
        print("inner got", x)
        y = yield "inner 2"
        print("inner got", y)
    except KeyError as e:
        print("inner caught", repr(e))
        yield "after"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    value = yield from inner()
    print("outer has", value)
    try:
        yield from [10, 20]
    except TypeError as e:
        print("outer caught", e)
        yield "outer after"
    yield from ()
    return "outer result"


g = outer()
print(next(g), g.gi_yieldfrom.__name__)
print(g.send("to inner"))
print(g.throw(KeyError("k")))
print(next(g))
print(type(g.gi_yieldfrom).__name__)
print(g.throw(TypeError("t")))
show(next, g)

g = outer()
next(g)
show(g.close)
g = outer()
next(g)
show(g.throw, OSError("unknown"))


class Iter:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        print("send", value)
        if value == "stop":
            raise StopIteration("sent stop")
        return value

    def throw(self, kind, value=None, tb=None):
        print("throw", repr(kind), value, tb)
        raise StopIteration("thrown")

    def close(self):
        print("close")


def wrap():
    result = yield from Iter()
    print("wrapped", result)
    result = yield from Iter()
    print("wrapped", result)
    yield from Iter()


g = wrap()
print(next(g))
print(g.send("hello"))
print(g.send("stop"))
print(g.throw(ValueError("v")))
g.close()


class Sender:
    def __iter__(self):
        return iter([1, 2, 3])


def plain():
    yield from Sender()


g = plain()
print(next(g))
show(g.send, 9)


def state():
    try:
        raise ValueError("first")
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]


g = state()
print(next(g), sys.exc_info()[0])
try:
    raise KeyError("outside")
except KeyError:
    print(next(g), sys.exc_info()[0])
    print(next(g), sys.exc_info()[0])
print(sys.exc_info())


def context():
    try:
        raise ValueError("first")
    except ValueError:
        yield 1


g = context()
next(g)
show(g.throw, KeyError("second"))


def plain_context():
    try:
        yield 1
    except KeyError as e:
        print(repr(e.__context__))
        raise OSError("from handler")


g = plain_context()
next(g)
try:
    raise TypeError("outside")
except TypeError:
    show(g.throw, KeyError("thrown"))


for g in (x for x in [1]):
    print(g)
print(sum(x * x for x in range(10)), list(map(lambda x: x, (i for i in "abc"))))
print(*(i for i in range(3)), sep="-")
a, *b = (i for i in range(4))
print(a, b)
