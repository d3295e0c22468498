"""Attributes of classes that change while places that read them are warm."""

import multiprocessing


class Base:
    count = 0
    limit = 3
    label = "base"
    names = ()

    def __init__(self):
        Base.count += 1
        self.number = Base.count

    def show(self):
        return (self.number, self.count, self.limit, self.label, self.names)


class Derived(Base):
    limit = 4


def read(objects):
    return [o.show() for o in objects]


def values():
    objects = [Base(), Derived()]
    for i in range(4):
        Base.limit += 10
        Derived.limit -= 1
        Base.label = ["text", 1.5, None, True][i]
        Base.names += (i,)
        print(read(objects))
    objects[0].label = "own"
    Base.label = "last"
    Derived.label = "derived"
    print(read(objects))
    del Derived.label
    print(read(objects))


def other_kinds():
    o = Derived()
    for value in (1, property(lambda self: "property"), 2, lambda self: "method", 3):
        Base.kind = value
        got = o.kind
        print(got if not callable(got) else got())
        Base.kind = 7
        print(o.kind)
        Base.kind = value
    Base.kind = 5
    o.kind = 6
    print(o.kind)
    Base.kind = property(lambda self: "property again", lambda self, value: None)
    print(o.kind)
    Base.kind = 8
    print(o.kind)


def special():
    class Special:
        __hash__ = None
        __bool__ = lambda self: False

    s = Special()
    for truth in (lambda self: True, lambda self: False):
        Special.__bool__ = truth
        print(bool(s))
    try:
        hash(s)
    except TypeError as e:
        print(e)
    Special.__hash__ = lambda self: 5
    print(hash(s))
    Special.__hash__ = None
    try:
        hash(s)
    except TypeError as e:
        print(e)
    Special.__doc__ = "changed"
    print(s.__doc__)


def child(queue):
    Base.limit = 1000
    Base.count += 1
    queue.put((Base().show(), Derived().show()))


def in_processes():
    queue = multiprocessing.Queue()
    before = Base().show()
    p = multiprocessing.Process(target=child, args=(queue,))
    p.start()
    print(queue.get())
    p.join()
    print(before, Base().show())


values()
other_kinds()
special()
in_processes()
