"""What can be set, copied and given in place of other things."""

import copy
import pickle

import gevent
from gevent.event import AsyncResult, Event
from gevent.lock import Semaphore
from gevent.queue import Channel, JoinableQueue, LifoQueue, PriorityQueue, Queue

gevent.get_hub().exception_stream = None


def shown(name, function, *args, **kwargs):
    try:
        print(name, repr(function(*args, **kwargs))[:60])
    except (Exception, gevent.Timeout) as ex:
        print(name, type(ex).__name__)


g = gevent.Greenlet(lambda *args, **kwargs: (args, kwargs), 1, x=2)
print(g.args, g.kwargs, g.value)
for name in 'args', 'kwargs', 'value', 'loop', 'started', 'dead', 'exception', 'minimal_ident':
    shown('set ' + name, setattr, g, name, 5)
    shown('delete ' + name, delattr, g, name)
g.start()
print(g.get(), g.value, g.args, g.kwargs)


def waits():
    try:
        gevent.sleep(10)
    finally:
        print('ends', repr(g)[-6:])


g = gevent.spawn(waits)
gevent.sleep(0)
g.kill(KeyError)
print(repr(g.exception), repr(g)[-6:])

for made in Queue(), PriorityQueue(), LifoQueue(), JoinableQueue(), Event(), AsyncResult():
    print(type(made).__name__)
    shown('copy', copy.copy, made)
    shown('pickle', pickle.dumps, made)
for made in Queue(), PriorityQueue(), LifoQueue(), JoinableQueue():
    shown('foreign', setattr, made, 'foreign', 1)
    for size in 1.5, 'x', []:
        shown('size', type(made), size)
        shown('maxsize', setattr, made, 'maxsize', size)

never = gevent.Timeout(0.001, False)
print(Semaphore(0).acquire(timeout=never), Event().wait(gevent.Timeout(0.001, False)))
shown('get', AsyncResult().get, timeout=gevent.Timeout(0.001, False))
shown('iwait', gevent.iwait)
