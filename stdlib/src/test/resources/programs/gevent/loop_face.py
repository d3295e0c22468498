"""Watchers of the loop itself, and what callbacks and watchers say of themselves."""
import re

import gevent
from gevent import core
from gevent.queue import Channel, Full


def show(value):
    print(re.sub(r' at 0x\w+', ' at X', re.sub(r' native=\w+', '', repr(value))))


hub = gevent.get_hub()
loop = hub.loop
told = []
prepare, check, fork = loop.prepare(), loop.check(), loop.fork()
prepare.start(told.append, 'prepare')
check.start(told.append, 'check')
fork.start(told.append, 'fork')
gevent.sleep(0.01)
for watcher in (prepare, check, fork):
    print(type(watcher).__name__, watcher.active, watcher.ref, watcher.args)
    watcher.stop()
print(sorted(set(told)))
del told[:]
gevent.sleep(0.01)
print(told)

timer = loop.timer(0.01)
timer.ref = False
timer.priority = 1
print(timer.ref, timer.priority, timer.active)
timer.start(told.append, 'timer')
try:
    timer.priority = 0
except AttributeError as e:
    print(e)
gevent.sleep(0.03)
print(told)
show(timer)

callback = loop.run_callback(told.append, 'never')
show(callback)
print(bool(callback), callback.args)
callback.stop()
show(callback)
print(bool(callback), callback.args)
gevent.sleep(0)
print(told)

wake = loop.async_()
wake.start(told.append, 'sent')
wake.send_ignoring_arg('ignored')
gevent.sleep(0.01)
wake.close()
print(told)
print(type(loop.iteration), loop.default, loop.MAXPRI, core.READ, core.WRITE)

# Callbacks that callbacks add come before timers that are over.
order = []


def first():
    loop.run_callback(order.append, 'callback')


at_once = loop.timer(0)
at_once.start(order.append, 'timer')
loop.run_callback(first)
gevent.sleep(0.01)
print(order)

channel = Channel()
getter = gevent.spawn(channel.get)
gevent.sleep(0)
print(channel.balance, channel.put_nowait('handed over'), getter.get())
try:
    channel.put_nowait('nobody')
except Full:
    print('full')
getter = gevent.spawn(lambda: list(channel))
gevent.sleep(0)
for item in (1, 2, StopIteration):
    channel.put(item)
print(getter.get())
