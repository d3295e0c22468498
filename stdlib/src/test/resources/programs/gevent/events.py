import gevent
from gevent.event import AsyncResult, Event

gevent.get_hub().exception_stream = None
ev = Event()


def waiter(n):
    print(n, 'waits')
    print(n, 'goes on', ev.wait())


def setter():
    gevent.sleep(0.01)
    print('set')
    ev.set()


gevent.joinall([gevent.spawn(waiter, 1), gevent.spawn(waiter, 2), gevent.spawn(setter)])
print(ev.wait(0), ev, ev.is_set(), ev.isSet(), ev.ready())
ev.clear()
print(ev.wait(0.01), ev)
g = gevent.spawn(waiter, 3)
gevent.sleep(0)
ev.set()
ev.clear()
g.join()
ar = AsyncResult()
print(ar.ready(), ar.value, ar.exception, ar.successful(), ar.wait(0.01))
gevent.spawn_later(0.01, ar.set, 42)
print(ar.get(), ar.value, ar.successful(), ar.get_nowait(), ar.wait())
ar = AsyncResult()
try:
    ar.get(block=False)
except gevent.Timeout:
    print('not ready')
try:
    ar.get(timeout=0.01)
except gevent.Timeout as e:
    print(e)
ar.set_exception(KeyError('k'))
print(bool(ar.ready()), ar.successful(), repr(ar.exception), ar.value)
for i in range(2):
    try:
        ar.get()
    except KeyError as e:
        print(repr(e))
ar = AsyncResult()
gevent.spawn(lambda: 1 / 0).link(ar)
try:
    ar.get()
except ZeroDivisionError as e:
    print(e)
ar = AsyncResult()
gevent.spawn(lambda: 7).link(ar)
print(ar.get())
a, b = AsyncResult(), AsyncResult()
gevent.spawn_later(0.02, a.set, 'a')
gevent.spawn_later(0.01, b.set, 'b')
print([x.value for x in gevent.wait([a, b])])
ev = Event()
gevent.spawn_later(0.01, ev.set)
print(gevent.wait([ev], timeout=5) == [ev])
ar.rawlink(lambda x: print('linked', x.value))
gevent.sleep(0)
try:
    ar.rawlink(5)
except TypeError as e:
    print(e)
