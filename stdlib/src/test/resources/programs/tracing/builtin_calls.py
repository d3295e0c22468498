"""A profiler is told of calls of builtins; threads that begin later are watched, too."""

import cProfile
import math
import pstats
import sys
import threading


def work():
    values = []
    for i in range(5):
        values.append(len(values))
        math.sqrt(4)
    values.sort(key=lambda x: -x)
    d = dict.fromkeys("ab")
    "a".join(["b"])
    d.get("a")
    try:
        values.index(77)
    except ValueError:
        pass
    return sum(values)


def many_kinds():
    str(5)
    max([1, 2], key=lambda x: x)
    try:
        [].pop()
    except IndexError:
        pass
    "a".upper(*())
    sorted([3, 1])
    next(iter([2]))
    list(map(len, ["a"]))
    dict(a=1).get("a")
    print("told", end="\n", sep="")
    eval('len("a")')
    locals()
    work


events = []


def told(frame, event, arg):
    name = getattr(arg, "__qualname__", arg) if event.startswith("c_") else None
    events.append((threading.current_thread().name, frame.f_code.co_name, event, name))


def lines(frame, event, arg):
    if frame.f_globals is globals():
        events.append((threading.current_thread().name, frame.f_code.co_name, event))
        return lines


def show():
    for event in events:
        print(*event)
    events.clear()


p = cProfile.Profile()
p.runcall(work)
stats = pstats.Stats(p).strip_dirs().stats
for place in sorted(stats):
    if "Profiler" not in place[2]:
        calls = stats[place][:2]
        print(place, calls, sorted((caller, n[0]) for caller, n in stats[place][4].items()))
q = cProfile.Profile(builtins=False)
q.runcall(work)
print(sorted(place[2] for place in pstats.Stats(q).stats if "Profiler" not in place[2]))

sys.setprofile(told)
many_kinds()
sys.setprofile(None)
show()


def refuses(frame, event, arg):
    if event == "c_call":
        raise KeyError(arg.__name__)


try:
    sys.setprofile(refuses)
    len("a")
except KeyError as e:
    print("out of the profiler", e, sys.getprofile())


def short():
    return len("ab")


class Own(threading.Thread):
    def run(self):
        short()


threading.settrace(lines)
for thread in (threading.Thread(target=short, name="A"), Own(name="B")):
    thread.start()
    thread.join()
print(threading.gettrace() is lines, threading.getprofile())
threading.settrace(None)
thread = threading.Thread(target=short, name="C")
thread.start()
thread.join()
show()
