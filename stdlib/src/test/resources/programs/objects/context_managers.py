# contextlib
import contextlib
import sys
from contextlib import contextmanager, suppress, closing, ExitStack, nullcontext, redirect_stdout


@contextmanager
def managed(name, *, flag=False):
    "doc of managed"
    print("enter", name, flag)
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print("exit", name)


with managed("a") as v:
    print(v)
with managed("b", flag=True):
    raise ValueError("swallowed")
try:
    with managed("c"):
        raise KeyError("not swallowed")
except KeyError as e:
    print("outside", e)
print(managed.__name__, managed.__doc__)


class Service:
    @contextmanager
    def session(self, n):
        yield (type(self).__name__, n)


with Service().session(3) as s:
    print(s)


@managed("decorated")
def work(x):
    "doc of work"
    print("working", x)
    return x * 2


print(work(4), work(5), work.__name__, work.__doc__)


@contextmanager
def no_yield():
    return
    yield


@contextmanager
def two_yields():
    yield 1
    yield 2


for cm in (no_yield, two_yields):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print("RuntimeError", e)
with suppress(KeyError, IndexError):
    [][1]
    print("never")
try:
    with suppress(KeyError):
        [][1]
except IndexError as e:
    print("not suppressed", e)


class Closable:
    def close(self):
        print("closed")


with closing(Closable()) as c:
    print(type(c).__name__)
with nullcontext(5) as n, nullcontext() as m:
    print(n, m)


class Sink:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        pass


sink = Sink()
with redirect_stdout(sink):
    print("hidden")
print(sink.parts)
with ExitStack() as stack:
    print(stack.enter_context(managed("x")), stack.enter_context(managed("y")))
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *exc: print("push", exc))
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.enter_context(managed("z"))
        raise KeyError("k")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
with ExitStack() as stack:
    stack.push(lambda t, v, tb: True)
    raise OSError("gone")
kept = ExitStack()
with kept:
    kept.callback(print, "later")
    later = kept.pop_all()
print("before")
later.close()
try:
    ExitStack().enter_context(3)
except TypeError as e:
    print(e)


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0])


@Timer()
def timed():
    print("body")


timed()
