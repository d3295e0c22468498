import time

import gevent


def task(n):
    for i in range(3):
        print('task', n, i)
        gevent.sleep(0)
    return n * n


jobs = [gevent.spawn(task, i) for i in range(3)]
print(len(gevent.joinall(jobs)), [j.value for j in jobs])
started = time.time()
gevent.joinall([gevent.spawn(gevent.sleep, 0.1) for i in range(10)])
print(0.1 <= time.time() - started < 0.8)
print([g.value for g in gevent.iwait([gevent.spawn_later(0.2, lambda: 3), gevent.spawn_later(0.01, lambda: 1)])])
print(len(gevent.joinall([gevent.spawn(gevent.sleep, 5), gevent.spawn(gevent.sleep, 0)], timeout=0.05)))
print(len(gevent.joinall([gevent.spawn(gevent.sleep, 5), gevent.spawn(gevent.sleep, 0)], count=1)))
print(gevent.joinall([]), gevent.wait(timeout=0.01))
for wrong in (5, None, 'x'):
    try:
        print(gevent.spawn(wrong).get())
    except TypeError as e:
        print(e)
try:
    gevent.spawn_later(1)
except TypeError as e:
    print(e)
g = gevent.Greenlet(task, 7)
print(bool(g), g.dead, g.started, g.ready(), g.successful(), g.value, g.exception)
g.start()
print(bool(g), g.dead, g.started, g.ready())
g.join()
print(bool(g), g.dead, g.started, g.ready(), g.successful(), g.value, g.get())
with gevent.spawn(task, 8) as g:
    pass
print(g.value)
try:
    gevent.spawn(gevent.sleep, 1).get(block=False)
except gevent.Timeout as e:
    print(repr(str(e)))
try:
    gevent.spawn(gevent.sleep, 1).get(timeout=0.01)
except gevent.Timeout as e:
    print(e)


def raw(a, b):
    print('raw', a, b)


gevent.spawn_raw(raw, 1, b=2)
gevent.idle()
g = gevent.spawn_raw(gevent.sleep, 5)
gevent.sleep(0)
gevent.kill(g)
gevent.sleep(0)
print(g.dead)
