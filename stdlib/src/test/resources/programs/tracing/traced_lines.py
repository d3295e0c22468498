import os
import tempfile
import trace


def double(x):
    y = x * 2
    return y


def total(numbers):
    result = 0
    for n in numbers:
        if n > 100:
            result = -1
        result += double(n)
    return result


class C:
    def method(self):
        return total([1])


HERE = os.path.dirname(os.path.abspath(__file__))
t = trace.Trace(count=1, trace=1)
print(t.runfunc(total, [1, 2]))
results = t.results()
print(sorted((os.path.basename(f), n, c) for (f, n), c in results.counts.items()))
with tempfile.TemporaryDirectory() as top:
    results.write_results(show_missing=True, coverdir=top)
    for name in os.listdir(top):
        with open(os.path.join(top, name)) as f:
            print(name, ''.join(f.readlines()[:18]))
t = trace.Trace(count=0, trace=0, countfuncs=1)
t.runfunc(C().method)
print(sorted((m, f) for _, m, f in t.results().calledfuncs))
t = trace.Trace(count=0, trace=0, countcallers=1)
t.runfunc(C().method)
print(sorted((a[2], b[2]) for a, b in t.results().callers if a[2] not in ('Trace.runfunc', '<module>')))
t = trace.Trace(ignoremods=['traced_lines'])
print(t.runfunc(double, 4), t.results().counts)
t = trace.Trace(count=0, trace=1)
t.runctx('x = 1\ny = f(x)', {'f': double, '__file__': 'code.py'}, {})
