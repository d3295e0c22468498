import greenlet
from greenlet import getcurrent, gettrace, settrace

names = {}
main = getcurrent()
names[main] = "main"


def tracer(event, args):
    origin, target = args
    print(event, names[origin], "->", names[target], getcurrent() is target)


def body(x):
    y = main.switch(x)
    return y


print(settrace(tracer), gettrace() is tracer)
g = greenlet.greenlet(body)
names[g] = "g"
print(g.switch(1))
print(g.switch(2))
h = greenlet.greenlet(body)
names[h] = "h"
h.switch(1)
try:
    h.throw(KeyError)
except KeyError:
    print("KeyError")
print(repr(main.switch(3)))
k = greenlet.greenlet(body)
names[k] = "k"
k.throw()
print(settrace(None) is tracer, gettrace())


def bad(event, args):
    raise ValueError("tracer")


settrace(bad)
g = greenlet.greenlet(body)
try:
    g.switch(1)
except ValueError as e:
    print(e, gettrace(), g.dead)

g = greenlet.greenlet(body)
print(g.switch(5))
settrace(bad)
try:
    g.switch(1)
except ValueError as e:
    print(e, gettrace(), g.dead)
