import graphlib
import html
import shlex
import timeit
import warnings

print(shlex.split('a "b c" d\\ e \'f"g\' "h\\"i" ""'), shlex.split('a # b', comments=True), shlex.split('a # b'), shlex.quote("it's"), shlex.quote('plain'), shlex.quote(''), shlex.join(['a b', 'c']))
for text in ('"open', 'end\\'):
    try:
        shlex.split(text)
    except ValueError as e:
        print(e)
print(html.escape('<a href="x">\'&</a>'), html.escape('"', quote=False), html.unescape('&lt;b&gt; &amp; &quot;&#39;&#x41; &eacute; &qqq; &amp'))
ts = graphlib.TopologicalSorter({'D': {'B', 'C'}, 'B': {'A'}, 'C': {'A'}})
order = list(ts.static_order())
print(order[0], sorted(order[1:3]), order[3])
try:
    graphlib.TopologicalSorter({1: [2], 2: [1]}).prepare()
except graphlib.CycleError as e:
    print(e.args[0], len(e.args[1]))
t = graphlib.TopologicalSorter()
t.add('x', 'y')
t.prepare()
print(t.get_ready(), t.is_active(), t.get_ready(), t.done('y'), t.get_ready(), bool(t))
print(timeit.timeit('x = 1', number=10) >= 0, len(timeit.repeat(lambda: None, repeat=3, number=2)), timeit.timeit('y + z', 'y = 1; z = 2', number=1) < 5)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('one')
    warnings.warn('two', DeprecationWarning)
    warnings.warn(RuntimeWarning('three'))
print([(str(w.message), w.category.__name__) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('fatal', FutureWarning)
    except FutureWarning as e:
        print('raised', e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('default')
    warnings.filterwarnings('ignore', message='skip')
    warnings.warn('skip me')
    for _ in range(3):
        warnings.warn('same')
print([str(w.message) for w in caught])
try:
    warnings.warn('x', int)
except TypeError as e:
    print(e)
