"""__del__: after del, after None, at the end of functions; weak references."""
import gc
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('deleted', self.name)


a = Noisy('by del')
del a
b = Noisy('by None')
b = None
print('--- functions')


def local():
    c = Noisy('local')
    print('in local')


def kept():
    return Noisy('kept')


def inner():
    local()
    d = Noisy('of inner')
    return d.name


local()
print('after local')
print('name', inner.__name__)
e = inner()
print('after inner', e)
f = kept()
print('still there', f.name)
del f


def cleared():
    g = Noisy('cleared')
    g = None
    print('after clearing')
    h = Noisy('shared')

    def reads():
        return h.name
    print(reads())
    del h
    print('end of cleared')


cleared()

print('--- references elsewhere')
i = Noisy('twice')
j = i
del i
print('one left')
del j
k = [Noisy('in a list')]
del k[0]
gc.collect()

print('--- cycles')
m = Noisy('cycle')
m.self = m
m = None
gc.collect()

print('--- resurrected, once only')


class Phoenix:
    def __del__(self):
        global saved
        saved = self
        print('saved')


n = Phoenix()
del n
print(type(saved).__name__)
saved = None
gc.collect()

print('--- subclasses, late finalizers')


class Quiet(Noisy):
    def __del__(self):
        print('quiet', end=' ')
        super().__del__()


class Late:
    pass


o = Quiet('subclass')
del o
Late.__del__ = lambda self: print('late')
p = Late()
del p

print('--- weak references')
q = Noisy('referred to')
r = weakref.ref(q, lambda ref: print('called back', ref() is None))
print(r() is q)
del q
print(r())
values = weakref.WeakValueDictionary()
s = Late()
values['s'] = s
print(sorted(values))
del s
print(sorted(values))


class Plain:
    pass


t = Plain()
u = weakref.proxy(t)
t.value = 3
print(u.value)
del t
try:
    u.value
except ReferenceError as error:
    print(error)
