import cProfile
import io
import os
import profile
import pstats
import re
import tempfile
from pstats import SortKey

HERE = os.path.basename(__file__)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def three():
    for i in range(3):
        fib(5)


def generates():
    yield 1
    yield 2


class Worker:
    def method(self):
        three()
        return list(generates())


def rows(stats):
    for (file, line, name), (primitive, calls, own, total, callers) in sorted(stats.stats.items()):
        if file == HERE:
            print(name, line, primitive, calls, 0 <= own <= total,
                  sorted((c[2], n, p) for c, (n, p, *_) in callers.items() if c[0] == HERE))


p = cProfile.Profile()
p.enable()
Worker().method()
p.disable()
fib(3)
stats = pstats.Stats(p, stream=io.StringIO()).strip_dirs()
rows(stats)
print(p.runcall(fib, 3))
with cProfile.Profile() as q:
    fib(4)
rows(pstats.Stats(q).strip_dirs())
with tempfile.TemporaryDirectory() as top:
    name = os.path.join(top, 'figures')
    q.dump_stats(name)
    again = pstats.Stats(name, stream=io.StringIO()).strip_dirs()
    rows(again)
    again.add(p)
    cProfile.runctx('f(6)', {'f': fib}, {}, name)
    rows(pstats.Stats(name).strip_dirs())


def masked(stats, f, *args):
    stats.stream = io.StringIO()
    f(*args)
    for line in stats.stream.getvalue().splitlines():
        if 'function calls' not in line and 'List reduced' not in line:
            print(re.sub(r'\d+\.\d\d\d', 'N.NNN', line))


p = cProfile.Profile()
p.runcall(three)
stats = pstats.Stats(p).strip_dirs()
for key in ('ncalls', 'cumulative', SortKey.TIME, SortKey.NAME, 'nfl', 'line', 'pcalls', -1, 0, 1, 2, ('calls', 'name')):
    stats.sort_stats(*(key if isinstance(key, tuple) else (key,)))
    print(key, stats.sort_type, [f[2] for f in stats.fcn_list if f[0] == HERE][:1] if key in ('ncalls', 'cumulative', 'line') else '')
stats.sort_stats('name')
masked(stats, stats.print_stats, HERE)
masked(stats, stats.print_callers, HERE + '.*fib')
masked(stats, stats.print_callees, HERE + '.*three')
print(sorted(stats.get_stats_profile().func_profiles)[-2:], stats.get_stats_profile().func_profiles['fib'].ncalls)
for wrong in (lambda: stats.sort_stats('bogus'), lambda: stats.sort_stats('calls', 1), lambda: pstats.Stats(3)):
    try:
        wrong()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
print([k.name for k in SortKey], SortKey('ncalls'), SortKey.CALLS == 'calls')
r = profile.Profile()
r.runcall(fib, 4)
print([v[:2] for k, v in pstats.Stats(r).strip_dirs().stats.items() if k[0] == HERE])
