"""throw with a type, a value and a traceback, in each form that calls it."""

import sys

from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()


def waiting():
    while True:
        try:
            main.switch("waiting")
        except KeyError as e:
            print("caught", repr(e), e.args)


for arguments in (
    (KeyError,),
    (KeyError, "value"),
    (KeyError, KeyError("made")),
    (KeyError("instance"),),
    (KeyError, ("two", "values")),
    (KeyError, None),
    (KeyError, "value", None),
):
    g = greenlet(waiting)
    g.switch()
    print(g.throw(*arguments))
    print(g.throw(), g.dead)


def forms():
    g = greenlet(waiting)
    g.switch()
    print(g.throw(KeyError))
    print(g.throw(KeyError, "two"))
    print(g.throw(KeyError, "three", None))
    throw = g.throw
    print(throw(KeyError, "bound"))
    print(greenlet.throw(g, KeyError, "unbound"))
    try:
        1 / 0
    except ZeroDivisionError:
        print(g.throw(*sys.exc_info()[:1]) if False else g.throw(KeyError, "with", sys.exc_info()[2]))
    print(repr(g.throw(GreenletExit, "end")))


forms()
forms()
for wrong in ((1,), (KeyError("a"), 1), ("text",), (KeyError, "a", 1), (1, 2, 3, 4)):
    g = greenlet(waiting)
    g.switch()
    try:
        print(g.throw(*wrong))
    except Exception as e:
        print(type(e).__name__, e)
