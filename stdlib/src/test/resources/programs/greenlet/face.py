import greenlet as module
from greenlet import GreenletExit, getcurrent, greenlet


def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, e)


def assign(target, name, value):
    show(setattr, target, name, value)


g = greenlet(lambda: 1)
assign(g, "parent", None)
assign(g, "parent", 3)
assign(g, "parent", g)
show(delattr, g, "parent")
main = getcurrent()
print(main.parent, main is getcurrent(), g.parent is main, bool(main), main.dead)
child = greenlet(lambda: 1, g)
assign(g, "parent", child)
assign(main, "parent", g)
assign(main, "parent", None)
show(delattr, main, "parent")
show(getattr, main, "run")
assign(main, "run", 1)
show(delattr, g, "run")
show(getattr, g, "run")
show(g.switch)
assign(g, "run", 5)
print(g.run)
show(g.switch)
print(greenlet(run=None).run)
show(greenlet, 1, 2, 3)
show(greenlet, 1, x=3)
show(greenlet, 1, 3)
show(greenlet, 1, None, run=3)
show(greenlet, parent=3)
show(greenlet(3).switch)

show(g.throw, 1)
show(g.throw, 1, 2, 3, 4)
show(g.throw, KeyError, 1, 2)
show(g.throw, KeyError(), 2)
show(lambda: g.throw(x=2))
for name in "dead", "gr_frame", "_stack_saved":
    assign(g, name, 1)
assign(g, "gr_context", 1)
assign(g, "gr_context", None)
show(delattr, g, "gr_context")
show(setattr, greenlet, "x", 1)
print(g.gr_context, g.gr_frame, g._stack_saved)
show(g.__getstate__)


class Sub(greenlet):
    pass


show(Sub().switch)
show(getattr, Sub(), "nope")
print(g.__dict__, bool(g), g.dead)
g.attribute = 1
print(g.__dict__, vars(g))
show(greenlet.switch, 3)
show(greenlet.switch)


def text(g):
    words = repr(g).split()
    return " ".join(w for w in words if not w.startswith("0x") and not w.startswith("(otid"))


def nothing():
    pass


g = greenlet(nothing)
print(text(g), text(main), text(Sub(nothing)))


def look():
    print(text(g), text(main), getcurrent() is g, g.dead, bool(g))
    main.switch()


g = greenlet(look)
g.switch()
print(text(g), g.dead, bool(g), g.gr_frame is None)
g.switch()
print(text(g), g.dead, bool(g), g.gr_frame is None)

d = greenlet(nothing)
d.switch()
show(getattr, d, "run")
assign(d, "run", 3)
show(d.switch)
show(d.switch, 1)
show(d.switch, 1, 2)
show(d.switch, a=1)
show(d.switch, (1,))
show(d.switch, [1], x=(1,))
show(d.throw)
show(d.throw, KeyError(3))
show(d.throw, GreenletExit, "text")

for args in (), (KeyError, 5), (GreenletExit("bye"),), (ValueError("v"),), (KeyError, (1, 2)):
    a = greenlet(nothing)
    show(a.throw, *args)
    print(a.dead)

show(main.switch, 5)
show(main.switch)
show(main.throw, KeyError(1))
show(main.throw)

print(greenlet.switch, module.getcurrent, g.switch.__name__)
print(module.error, GreenletExit, greenlet.GreenletExit is GreenletExit, greenlet.error is module.error)
print(greenlet, greenlet.__module__, module.error.__module__, module.error.__mro__)
print(GreenletExit.__mro__, module.__name__, module.__version__ >= "2")
print(greenlet.getcurrent() is main, module.GREENLET_USE_GC, module.GREENLET_USE_TRACING)
print(sorted(module.__all__))
