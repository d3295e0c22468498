"""types.coroutine: of generator functions, of functions that return generators, of others."""
import collections.abc
import inspect
import types


@types.coroutine
def step(value):
    got = yield value
    return 'got', got


def flagged(function):
    return bool(function.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE)


g = step(1)
print(flagged(step), inspect.isawaitable(g), inspect.isgenerator(g), inspect.iscoroutine(g))
print(g.gi_code is step.__code__, inspect.isgeneratorfunction(step), inspect.iscoroutinefunction(step))


def plain():
    yield 1


print(flagged(plain), inspect.isawaitable(plain()))


async def main(awaitable):
    return await awaitable


def drive(awaitable):
    it = main(awaitable)
    try:
        print('yielded', it.send(None))
        print('yielded', it.send('A'))
        print('yielded', it.send('B'))
    except StopIteration as e:
        print('returned', e.value)
    except Exception as e:
        print(type(e).__name__, e)


drive(step(3))
drive(plain())


@types.coroutine
def wraps_generator():
    "doc"
    return (x for x in 'ab')


made = wraps_generator()
print(type(made).__name__, made.__name__, wraps_generator.__name__, wraps_generator.__doc__)
print(made.gi_running, made.cr_running, made.cr_await, made.cr_code is made.gi_code, made.cr_frame is None)
print(isinstance(made, collections.abc.Awaitable), isinstance(made, types.GeneratorType))
print(next(made), made.send(None))
drive(wraps_generator())


class Duck(collections.abc.Generator):
    def __init__(self):
        self.asked = 0

    def send(self, value):
        self.asked += 1
        if self.asked == 3:
            raise StopIteration('end')
        return self.asked, value

    def throw(self, typ, val=None, tb=None):
        raise typ


duck = types.coroutine(Duck)()
print(type(duck).__name__, iter(duck) is duck, duck.__await__() is duck)
drive(types.coroutine(Duck)())
try:
    duck.throw(KeyError)
except KeyError as e:
    print('KeyError')
try:
    duck.gi_frame
except AttributeError as e:
    print(e)
print(duck.close())


async def native():
    return 5


print(types.coroutine(native) is native, types.coroutine(step) is step)
drive(types.coroutine(native)())
drive(types.coroutine(lambda: native())())
drive(types.coroutine(lambda: step(7))())
drive(types.coroutine(lambda: 5)())
for wrong in 5, None, 'x':
    try:
        types.coroutine(wrong)
    except TypeError as e:
        print(e)
