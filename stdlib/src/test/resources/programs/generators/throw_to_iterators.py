"""What throw() was called with arrives at the throw() of an iterator that is delegated to."""
import types
import warnings

warnings.simplefilter('ignore')


class Reader:
    def __iter__(self):
        return self

    def __next__(self):
        return 'next'

    def throw(self, *given):
        print('  throw', [x if isinstance(x, (type, str, type(None))) else type(x).__name__ for x in given])
        return 'thrown'


def plain():
    yield from Reader()


def within():
    try:
        yield from plain()
    finally:
        print('  end')


class Awaited:
    def __await__(self):
        return Reader()


async def coroutine():
    await Awaited()


async def numbers():
    await Awaited()
    yield 1


kept = []
for form in [(ValueError,), (ValueError, 'v'), (ValueError('v'),), (ValueError('v'), None),
             (ValueError, None, None), (KeyError, KeyError('k'), None)]:
    for make in plain, within, coroutine:
        it = make()
        kept.append(it)
        it.send(None)
        print(make.__name__, it.throw(*form))
    step = numbers().__anext__()
    kept.append(step)
    step.send(None)
    print('anext', step.throw(*form))
    it = coroutine()
    it.send(None)
    kept.append(it)
    wrapper = it.__await__()
    print('wrapper', wrapper.throw(*form))
for it in kept:
    if isinstance(it, types.GeneratorType):
        it.close()
