# What contextlib's classes are, what they keep, and what they do with exceptions.
import asyncio
import contextlib
import traceback
from contextlib import *

print(sorted(contextlib.__all__))
print(chdir, issubclass(chdir, AbstractContextManager))


class Incomplete(AbstractContextManager):
    pass


try:
    Incomplete()
except TypeError as e:
    print(e)


class FromScratch:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return None


class Without(FromScratch):
    __exit__ = None


print(issubclass(FromScratch, AbstractContextManager), issubclass(Without, AbstractContextManager))
print(AbstractContextManager[int], AbstractAsyncContextManager[int])


def mark(**names):
    def add(function):
        for name, value in names.items():
            setattr(function, name, value)
        return function
    return add


@contextmanager
@mark(colour='red')
def managed(first, second=2):
    """Tells of its block."""
    print('before', first, second)
    try:
        yield first
    finally:
        print('after', first)


print(managed.colour, managed.__name__, managed.__doc__, managed.__wrapped__.__name__)
one = managed(1)
print(one.__doc__, isinstance(one, AbstractContextManager), isinstance(one, ContextDecorator))
print(sorted(vars(one)), one.args, one.kwds)
with one as value:
    print(value, sorted(vars(one)))
try:
    with one:
        pass
except AttributeError as e:
    print('used twice:', type(e).__name__)


@managed(5)
def decorated(a, b=1):
    "Adds."
    return a + b


print(decorated(1), decorated(1, b=4), decorated.__doc__, decorated.__wrapped__(2, 3))


@contextmanager
def stubborn():
    try:
        yield
    except ValueError:
        yield


for name, body in [('no yield', lambda: (i for i in ())), ('two', lambda: (i for i in 'ab'))]:
    try:
        with contextmanager(body)():
            pass
    except RuntimeError as e:
        print(name, '->', e, e.__suppress_context__)
try:
    with stubborn():
        raise ValueError
except RuntimeError as e:
    print(e)

for raised in StopIteration('a'), KeyError('b'):
    try:
        with managed('m'):
            raise raised
    except Exception as e:
        print(e is raised, len(traceback.extract_tb(e.__traceback__)), repr(e.__cause__))


@contextmanager
def forgetting():
    try:
        yield
    except Exception:
        new = LookupError('new')
        try:
            raise new
        finally:
            new.__context__ = None


for stack in (False, True):
    try:
        if stack:
            with ExitStack() as s:
                s.enter_context(forgetting())
                1 / 0
        else:
            with forgetting():
                1 / 0
    except LookupError as e:
        print(repr(e), repr(e.__context__))

for thing in (object(), type('OnlyEnter', (), {'__enter__': print})()):
    try:
        ExitStack().enter_context(thing)
    except TypeError as e:
        print(e)

with ExitStack() as s:
    @s.callback
    def last():
        print('last')
    s.callback(print, 'first of', 2, sep='-')
    print(len(s._exit_callbacks), s._exit_callbacks[0][1].__wrapped__ is last)
    other = s.pop_all()
print('nothing was left')
other.close()


async def main():
    async with nullcontext(7) as seven:
        print(seven)

    @asynccontextmanager
    async def opened(n):
        "Opens."
        print('open', n)
        yield n
        print('close', n)

    @opened(1)
    async def work():
        print('work')

    await work()
    print(opened(2).__doc__, isinstance(opened(3), AbstractAsyncContextManager))
    async with AsyncExitStack() as s:
        print(await s.enter_async_context(opened(4)))
        s.push_async_callback(asyncio.sleep, 0)
        try:
            await s.enter_async_context(managed(1))
        except TypeError as e:
            print(e)


asyncio.run(main())
