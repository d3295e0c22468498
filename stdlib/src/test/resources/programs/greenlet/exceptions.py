import sys
from greenlet import GreenletExit, error, getcurrent, greenlet

main = getcurrent()


def show(f, *args, **kwargs):
    try:
        print("value", repr(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, e, "context", repr(e.__context__))


def fails():
    raise ValueError("in greenlet")


show(greenlet(fails).switch)


def outer():
    try:
        greenlet(fails).switch()
    except ValueError as e:
        return "caught " + str(e)


show(greenlet(outer).switch)


def waits():
    try:
        return main.switch("waiting")
    except KeyError as e:
        print("thrown in", repr(e), repr(e.__context__))
        main.switch("after")
        raise
    finally:
        print("finally")


g = greenlet(waits)
g.switch()
show(g.throw, KeyError("k"))
show(g.switch)
g = greenlet(waits)
g.switch()
show(g.throw)
print(g.dead)
g = greenlet(waits)
g.switch()
show(g.throw, GreenletExit("exit value"))
g = greenlet(waits)
g.switch()
show(g.throw, OSError, "os")
print(g.dead)


def refuses():
    try:
        main.switch()
    except GreenletExit:
        main.switch("refused")
        return "later"


g = greenlet(refuses)
g.switch()
show(g.throw)
print(g.dead)
show(g.switch)


# climbing
def middle():
    try:
        main.switch("middle ready")
    except ValueError as e:
        print("middle got", e)
        raise KeyError("from middle")


m = greenlet(middle)
m.switch()
show(greenlet(fails, parent=m).switch)
print(m.dead)

dead = greenlet(lambda: None)
dead.switch()
show(greenlet(fails, parent=dead).switch)
fresh = greenlet(lambda: "never runs")
show(greenlet(fails, parent=fresh).switch)
print(fresh.dead)
show(greenlet(lambda: 1, parent=greenlet()).switch)
show(greenlet(lambda: 1, parent=greenlet(fails)).switch)


# each greenlet has exceptions of its own
def state():
    print("begins", sys.exc_info()[0])
    try:
        raise OSError("own")
    except OSError:
        main.switch()
        print("still", sys.exc_info()[0])
        try:
            raise
        except OSError as e:
            print("again", e, repr(e.__context__))
    print("after", sys.exc_info()[0])
    main.switch()


g = greenlet(state)
try:
    raise ValueError("outside")
except ValueError:
    g.switch()
    print("main", sys.exc_info()[0])
    g.switch()
    print("main", sys.exc_info()[0])
print("main", sys.exc_info()[0])


def raises_in_handler():
    raise KeyError("no context")


try:
    raise ValueError("handled")
except ValueError:
    show(greenlet(raises_in_handler).switch)
    try:
        greenlet(raises_in_handler).switch()
    except KeyError as e:
        print(repr(e.__context__))


def bare():
    raise


try:
    raise ValueError("handled")
except ValueError:
    show(greenlet(bare).switch)


# recursion is counted for each
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return "too deep"


print(greenlet(depth).switch(0))


def half(n):
    return main.switch("half way") if n == 0 else half(n - 1)


gs = [greenlet(half) for _ in range(20)]
print([g.switch(400) for g in gs][0], [g.switch("done") for g in gs][-1])


# repr of cycles in several at once
class Slow:
    def __init__(self, items):
        self.items = items

    def __repr__(self):
        main.switch("in repr")
        return repr(self.items)


items = []
items.append(Slow(items))
g = greenlet(lambda: repr(items))
print(g.switch(), repr([items and 1]), g.switch())

# system exit climbs
show(greenlet(lambda: sys.exit(3)).switch)


def names():
    def level1():
        level2()

    def level2():
        raise ValueError("shown")

    g = greenlet(level1)
    g.switch()


def thrown():
    g = greenlet(waits)
    g.switch()
    try:
        names()
    except ValueError as e:
        tb = e.__traceback__
        g.throw(TypeError, "second", tb)


thrown()
