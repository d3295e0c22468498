"""Locals: who has which attributes, when they vanish, descriptors, slots, copies."""

import copy
import gc
import pickle
import weakref

import gevent
from gevent.local import local
from greenlet import greenlet

gevent.get_hub().exception_stream = None


def shown(name, function, *args, **kwargs):
    try:
        print(name, repr(function(*args, **kwargs)))
    except Exception as ex:
        print(name, type(ex).__name__, str(ex))


class Thing:
    pass


class Plain(local):
    pass


plain = Plain()
plain.x = 1
own = plain.__dict__


def other():
    print(plain.__dict__, hasattr(plain, 'x'))
    plain.x = 2
    return plain.__dict__


print(gevent.spawn(other).get(), own, own is plain.__dict__, vars(plain))
own['y'] = 3
print(plain.y, sorted(plain.__dict__))
del plain.y
shown('gone', lambda: plain.y)
shown('delete', delattr, plain, 'y')
shown('arguments', local, 1)
shown('pickle', pickle.dumps, plain)

things = []


def uses():
    thing = Thing()
    plain.thing = thing
    things.append(weakref.ref(thing))


for make in gevent.spawn, gevent.spawn_raw, lambda f: greenlet(f).switch():
    made = make(uses)
    gevent.sleep(0.001)
    del made
    gc.collect()
    gc.collect()
    print(things[-1]() is None)


class Counts(local):
    number = 2
    made = []
    __slots__ = ('slot', )

    def __init__(self, start, step=1):
        self.made.append(start)
        self.value = start
        self.step = step

    @property
    def double(self):
        return self.value * 2

    @double.setter
    def double(self, value):
        self.value = value // 2

    @double.deleter
    def double(self):
        del self.value

    def next(self):
        self.value += self.step
        return self.value

    def __getattr__(self, name):
        if name == 'dynamic':
            return 'made'
        raise AttributeError(name)


c = Counts(5, step=2)
c.slot = 'shared'
print(c.next(), gevent.spawn(c.next).get(), c.next(), c.made)
print(c.double, c.slot, gevent.spawn(lambda: (c.double, c.slot, c.dynamic)).get())
c.double = 40
print(c.value, c.number)
c.number = 7
print(c.number, gevent.spawn(lambda: c.number).get())
del c.number
print(c.number)
shown('class attribute', delattr, c, 'number')
del c.double
shown('value', lambda: c.value)
c.value = 1
twin = copy.copy(c)
twin.value = 9
print(c.value, twin.value, twin.step, type(twin).__name__, len(c.made))


class Fails(local):
    def __init__(self):
        if gevent.getcurrent().parent is not None:
            raise ValueError('init')


fails = Fails()
shown('init', gevent.spawn(lambda: fails.x).get)
