"""Calls of builtins' methods at one place, where the receivers are of several classes."""

from collections import Counter, OrderedDict, deque


class Loud(deque):
    def append(self, x):
        print("loud", x)


class Shouting(list):
    def append(self, x):
        print("shouting", x)


class Quiet(list):
    pass


def append_to(targets):
    for t in targets:
        t.append(1)


def own_first():
    quiet = Quiet()
    quiet.append = lambda x: print("own", x)
    for round in range(3):
        append_to([deque(), Loud(), [], Shouting(), Quiet(), quiet, bytearray()])
    print(list(quiet))


def attribute_that_comes_later():
    for made in (OrderedDict(a=1), Counter(a=2)):
        for round in range(4):
            if round == 2:
                made.get = lambda key: "own " + key
            print(made.get("a"), made.get("b"))
        del made.get
        print(made.get("a"))


def by_index(values):
    taken = []
    for v in values:
        try:
            taken.append(v.pop(0))
        except (TypeError, IndexError, KeyError) as e:
            taken.append("%s: %s" % (type(e).__name__, e))
    print(taken)


class Both:
    def __init__(self):
        self.pop = lambda i: ("attribute", i)


class Dynamic:
    def __getattr__(self, name):
        return lambda *a: (name, a)


def arguments_change_the_object():
    class Box(list):
        pass

    box = Box()
    box.append(box)

    def late():
        Box.append = lambda self, x: print("too late", x)
        return 5

    box.append(late())
    print(len(box))
    box.append(6)


own_first()
attribute_that_comes_later()
by_index([[1, 2], {0: "zero"}, deque([3]), bytearray(b"abc"), [], {}, Both(), Dynamic()] * 2)
arguments_change_the_object()
for text in ("abc", "ü", "a" * 3, Quiet):
    try:
        print(text.upper(), text.split("b"), text.replace("a", "x"))
    except AttributeError as e:
        print(e)
