import gevent
from gevent import Timeout

try:
    with Timeout(0.02):
        gevent.sleep(5)
except Timeout as e:
    print(e, e.seconds, e.exception)
with Timeout(0.02, False) as t:
    gevent.sleep(5)
    print('never')
print(str(t), t.pending)
try:
    with Timeout(0.02, ValueError('x')):
        gevent.sleep(5)
except ValueError as e:
    print(repr(e))
try:
    with Timeout(0.02, KeyError):
        gevent.sleep(5)
except KeyError as e:
    print(repr(e))
print(gevent.with_timeout(0.01, gevent.sleep, 5, timeout_value='late'))
print(gevent.with_timeout(1, lambda a, b: a + b, 1, b=2))
try:
    gevent.with_timeout(0.01, gevent.sleep, 5)
except Timeout as e:
    print('timeout', e)
with Timeout(None) as t:
    gevent.sleep(0)
print(repr(str(t)), t.pending, t.seconds)
t = Timeout.start_new(5)
print(t.pending, Timeout.start_new(t) is t)
try:
    t.start()
except AssertionError as e:
    print(str(e)[:14], 'is already started' in str(e))
t.cancel()
print(t.pending)
t.close()
try:
    t.start()
except AssertionError as e:
    print(e)
print(str(Timeout(1)), '|', str(Timeout(2, False)), '|', str(Timeout(0.5, 'why')), '|', str(Timeout()))
try:
    with Timeout(0.01) as outer:
        with Timeout(5) as inner:
            gevent.sleep(6)
except Timeout as e:
    print(e is outer, e is inner)


def work():
    try:
        with Timeout(0.01):
            gevent.sleep(5)
    except Timeout:
        return 'inside'


print(gevent.spawn(work).get())
print(issubclass(Timeout, Exception), issubclass(Timeout, BaseException))
