def deep(n):
    if n == 0:
        yield 1
        raise ValueError("deep")
    yield from deep(n - 1)


def stops():
    yield 1
    raise StopIteration("inside")


def consume(g):
    for x in g:
        print(x)


try:
    consume(deep(2))
except ValueError as e:
    tb = e.__traceback__
    lines = []
    while tb is not None:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    print(lines)

try:
    deep(0).throw(KeyError("not started"))
except KeyError as e:
    tb = e.__traceback__
    lines = []
    while tb is not None:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    print(lines)

g = deep(1)
print(g.gi_frame.f_lineno)
next(g)
print(g.gi_frame.f_lineno, g.gi_yieldfrom.gi_frame.f_lineno, g.gi_frame is g.gi_frame)
print(g.gi_frame.f_code is g.gi_code, g.gi_frame.f_globals is globals())
try:
    g.throw(OSError("thrown"))
except OSError as e:
    consume(stops())
