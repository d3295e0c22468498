from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()


# the tutorial: two that take turns
def test1():
    print(12)
    gr2.switch()
    print(34)


def test2():
    print(56)
    gr1.switch()
    print(78)


gr1 = greenlet(test1)
gr2 = greenlet(test2)
gr1.switch()
print(gr1.dead, gr2.dead)


# values
def values(*args, **kwargs):
    print("began", args, kwargs)
    print("got", main.switch("first"))
    print("got", main.switch(1, 2))
    print("got", main.switch(a=1))
    print("got", main.switch(1, b=2))
    print("got", main.switch())
    print("got", main.switch((1,)))
    return "end"


g = greenlet(values)
print(g.switch(1, 2, c=3))
print(g.switch())
print(g.switch(5))
print(g.switch(5, 6))
print(g.switch(x=7))
print(g.switch(8, y=9))
print(g.switch((3,)))
print(g.switch("to the dead"))


# parents
def child():
    print("parent", getcurrent().parent is other)
    return "from child"


def parent():
    got = main.switch("ready")
    print("parent got", got)
    return "from parent"


other = greenlet(parent)
print(other.switch())
g = greenlet(child, other)
print(g.switch())
print(other.dead, g.dead)


# a parent that has not begun runs with the result
def late(value):
    print("late", value)
    return value * 2


g = greenlet(lambda: 21, parent=greenlet(late))
print(g.switch())


# nested
def deep(n):
    if n == 0:
        return [main.switch("bottom")]
    inner = greenlet(deep)
    return [n] + inner.switch(n - 1)


g = greenlet(deep)
print(g.switch(5))


def recurse(n):
    if n == 0:
        return main.switch("down")
    return recurse(n - 1) + 1


g = greenlet(recurse)
print(g.switch(100))
print(g.switch(5))


# subclass
class Worker(greenlet):
    def __init__(self, name):
        greenlet.__init__(self)
        self.name = name

    def run(self, x):
        print(self.name, "runs with", x)
        y = self.parent.switch(x + 1)
        print(self.name, "goes on with", y)
        return self


w = Worker("w")
print(w.switch(1))
print(w.switch(2) is w)


class NoInit(greenlet):
    def __init__(self):
        self.ready = True

    def run(self):
        return self.parent is main, self.ready


print(NoInit().switch())


class Computed(greenlet):
    def __getattribute__(self, name):
        if name == "run":
            print("run is asked for")
            return lambda: "computed"
        return object.__getattribute__(self, name)


print(Computed().switch())


# run replaced before the start, parent replaced after it
g = greenlet(lambda: "old")
g.run = lambda: "new"
print(g.switch())


def back():
    main.switch("suspended")
    return "result"


def receive():
    return "received " + main.switch("waiting")


r = greenlet(receive)
print(r.switch())
g = greenlet(back)
print(g.switch())
g.parent = r
print(g.switch())


# self switch
def own():
    me = getcurrent()
    print(me.switch(1), me.switch(), me.switch(1, 2), me.switch(k=3))


greenlet(own).switch()


# from callbacks of builtins
def producer():
    for i in [3, 1, 2]:
        main.switch(i)


def through_map():
    return list(map(lambda x: main.switch(x), [1, 2, 3]))


g = greenlet(through_map)
x = g.switch()
while not g.dead:
    x = g.switch(x * 10)
print(x)


def key(x):
    return main.switch(("key", x))


def sort():
    return sorted([3, 1, 2], key=key)


g = greenlet(sort)
x = g.switch()
while not g.dead:
    print(x)
    x = g.switch(-x[1])
print(x)


class Meets:
    def __enter__(self):
        print("enter", main.switch("entering"))
        return self

    def __exit__(self, *exc):
        print("exit", main.switch("leaving"))

    def __str__(self):
        return main.switch("str")

    def __eq__(self, other):
        return main.switch("eq")

    def __len__(self):
        return main.switch("len")

    def __iter__(self):
        yield main.switch("iter")
        yield main.switch("again")

    def __getattr__(self, name):
        return main.switch("attribute " + name)


def meet():
    with Meets() as m:
        print(str(m), m == 1, len(m), [x for x in m], m.thing, "%s %s" % (m, 1), f"{m}")
        print(max([1, 2], key=lambda v: main.switch("max")))
        print({main.switch("k"): main.switch("v") for i in range(2)})
    return "met"


g = greenlet(meet)
x = g.switch()
n = 0
while not g.dead:
    n += 1
    answer = str(n) if x == "str" else n
    print("<-", x)
    x = g.switch(answer)
print(x)


# generators
def gen():
    for i in range(3):
        got = main.switch("in generator %d" % i)
        yield i, got


def use():
    return list(gen())


g = greenlet(use)
x = g.switch()
while not g.dead:
    print(x)
    x = g.switch("g")
print(x)


def greengen():
    g = greenlet(inner)
    value = g.switch()
    while not g.dead:
        yield value
        value = g.switch()


def inner():
    for i in range(3):
        getcurrent().parent.switch(i)


for x in greengen():
    print(x)

shared = gen()


def first():
    try:
        return next(shared)
    except ValueError as e:
        return str(e)


a, b = greenlet(first), greenlet(first)
print(a.switch(), b.switch(), a.switch("x"))

# main inside a generator, a greenlet that is resumed from elsewhere
roaming = greenlet(lambda: [main.switch(i) for i in range(4)])


def moves():
    yield roaming.switch()
    yield roaming.switch("a")


print([x for x in moves()], roaming.switch("b"), (lambda: roaming.switch("c"))(), roaming.switch("d"))

# many
alive = [greenlet(lambda i: main.switch(i) + i) for _ in range(1000)]
print(sum(g.switch(i) for i, g in enumerate(alive)), sum(g.switch(1) for g in alive))


# left alone
def never():
    try:
        main.switch()
    finally:
        print("not reached at exit")


keep = greenlet(never)
keep.switch()
print("end")
