# Weak references while their objects live, and after a collection.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Thing({self.name})'

    def method(self):
        return self.name

    def __len__(self):
        return 3

    def __add__(self, other):
        return self.name + str(other)


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


thing = Thing('a')
reference = weakref.ref(thing)
print(reference() is thing, reference == weakref.ref(thing), hash(reference) == hash(thing))
print(reference.__callback__, weakref.getweakrefcount(thing) >= 1, isinstance(reference, weakref.ref))
for value in (1, 'x', (), [], {}, None, 1.5):
    attempt(lambda: weakref.ref(value))
for value in (Thing, len, print, {1}, frozenset([2]), attempt):
    weakref.ref(value)
proxy = weakref.proxy(thing)
print(proxy.name, proxy.method(), len(proxy), proxy + 1, str(proxy))
proxy.name = 'b'
print(thing, proxy.__class__)
method = weakref.WeakMethod(thing.method)
print(method()(), method == weakref.WeakMethod(thing.method))
values = weakref.WeakValueDictionary()
keys = weakref.WeakKeyDictionary()
things = weakref.WeakSet()
kept = [Thing(str(i)) for i in range(3)]
for each in kept:
    values[each.name] = each
    keys[each] = each.name
    things.add(each)
print(sorted(values), sorted(keys.values()), len(things), '1' in values, kept[0] in keys, kept[1] in things)
print(values['0'], values.get('9'), keys[kept[2]], sorted(each.name for each in things))


class Slotted:
    __slots__ = ('x',)


class Referable:
    __slots__ = ('__weakref__',)


attempt(lambda: weakref.ref(Slotted()))
referable = Referable()
print(weakref.ref(referable)() is referable)
finalizer = weakref.finalize(thing, print, 'finalized', end='!\n')
print(finalizer.alive, finalizer.peek()[0] is thing, finalizer.atexit)


def lose():
    lost = Thing('lost')
    calls = weakref.ref(lost, lambda r: print('vanished', r() is None))
    return calls, weakref.ref(lost), weakref.proxy(lost), weakref.finalize(lost, print, 'gone')


calls, dead, broken, final = lose()
gc.collect()
print(dead(), final.alive)
attempt(lambda: broken.name)
print(finalizer(), finalizer.alive, finalizer())
weakref.finalize(thing, print, 'at the end')
print('last line')
