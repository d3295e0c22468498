"""The module sched with a clock of its own."""
import sched
import time

now = [0]


def clock():
    return now[0]


def wait(seconds):
    now[0] += seconds


done = []
s = sched.scheduler(clock, wait)
print(s.empty(), s.queue, s.run())
s.enter(5, 1, done.append, ('e',))
s.enter(3, 2, done.append, ('c',))
s.enter(3, 1, done.append, argument=('b',))
gone = s.enterabs(4, 1, done.append, ('d',))
s.enterabs(1, 1, lambda *a, **k: done.append((a, k)), ('a',), {'k': 1})
print([tuple(e[:3]) for e in s.queue])
print(gone.time, gone.priority, gone.argument, gone.kwargs, type(gone).__name__, gone._fields)
s.cancel(gone)
try:
    s.cancel(gone)
except ValueError as e:
    print(e)
print(s.run(blocking=False), done)
now[0] = 2
print(s.run(False), done)
s.run()
print(done, now, s.empty())


def fail():
    raise KeyError('in an event')


s.enter(1, 1, fail)
s.enter(2, 1, done.append, ('after',))
try:
    s.run()
except KeyError as e:
    print(e)
s.run()
print(done[-1])
real = sched.scheduler()
real.enter(0.01, 1, print, ('in real time',), {'end': '!\n'})
begin = time.monotonic()
real.run()
print(time.monotonic() - begin >= 0.01)
