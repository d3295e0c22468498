"""Generators, coroutines and greenlets that nobody refers to any more are closed: at once by
gc.collect() and by del of their last name, some of them at the end of the program."""
import gc
import warnings

import greenlet


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print('closing', name)


def abandon(name):
    for number in numbers(name):
        return number


first = abandon('loop')
gc.collect()
print('first', first)


def delete():
    g = numbers('local')
    next(g)
    print('before del')
    del g
    print('after del')


delete()
delete()


class Holder:
    """Refers to its generator, which refers to it."""

    def __init__(self):
        self.steps = self.run()
        next(self.steps)

    def run(self):
        try:
            yield
        except GeneratorExit:
            print('a cycle ends')
            raise


def cycle():
    Holder()


cycle()
gc.collect()


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        print('left with', exception[0].__name__)


def managed():
    with Manager():
        yield 1


def outer():
    try:
        yield from managed()
    finally:
        print('outer ends')


def delegation():
    g = outer()
    next(g)


delegation()
gc.collect()


def untouched():
    numbers('never begun')
    g = numbers('ended')
    list(g)


untouched()
gc.collect()
print('those have nothing left to do')


def parked(name):
    try:
        greenlet.getcurrent().parent.switch(name)
    except greenlet.GreenletExit:
        print('exit of', name)
        raise
    finally:
        print(name, 'ends')


def park():
    g = greenlet.greenlet(parked)
    print('parked', g.switch('g'))


park()
gc.collect()


def park_and_delete():
    g = greenlet.greenlet(parked)
    g.switch('h')
    del g
    print('deleted')


park_and_delete()

kept = []


def stays():
    try:
        greenlet.getcurrent().parent.switch()
    except greenlet.GreenletExit:
        kept.append(greenlet.getcurrent())
        greenlet.getcurrent().parent.switch()
    print('went on')


def resurrect():
    greenlet.greenlet(stays).switch()


resurrect()
gc.collect()
print(kept[0].dead, kept[0].parent is greenlet.getcurrent())
kept.pop().switch()


async def never():
    pass


def forget():
    never()


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    forget()
    gc.collect()
print([str(w.message) for w in caught], caught[0].category.__name__)


async def endless():
    try:
        yield 1
    finally:
        print('asynchronous generator ends')


def step():
    g = endless()
    try:
        g.asend(None).send(None)
    except StopIteration as e:
        print('asynchronous', e.value)


step()
gc.collect()

at_end = numbers('a global')
next(at_end)
several = [numbers('an element')]
next(several[0])
print('end')
