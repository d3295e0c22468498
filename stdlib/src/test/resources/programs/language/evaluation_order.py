def tf(kind):
    log = []
    def f():
        for i in range(3):
            try:
                log.append(('try', i))
                if kind == 'return': return 'try'
                if kind == 'break': break
                if kind == 'continue': continue
                if kind == 'raise': raise ValueError(i)
            except ValueError as e:
                log.append('except')
                if i == 1: return 'except'
            else:
                log.append('else')
            finally:
                log.append('finally')
                if kind == 'fin-return': return 'fin'
                if kind == 'fin-break': break
                if kind == 'fin-continue': continue
        else:
            log.append('for-else')
        return 'end'
    return f(), log
for k in ('return', 'break', 'continue', 'raise', 'fin-return', 'fin-break', 'fin-continue', 'none'):
    print(k, tf(k))
def a():
    try:
        return 1
    finally:
        return 2
def b():
    try:
        raise ValueError
    finally:
        return 3
def c():
    while True:
        try:
            1 / 0
        finally:
            break
    return 4
def d():
    for i in range(2):
        try:
            return i
        finally:
            continue
    return 5
def e():
    x = 1
    try:
        return x
    finally:
        x = 2
def f():
    try:
        try:
            raise ValueError(1)
        finally:
            raise KeyError(2)
    except KeyError as k:
        return repr(k.__context__)
def g():
    try:
        yield 1
        return 2
    finally:
        yield 3
def h():
    with open_() as x:
        for i in range(3):
            with open_():
                if i == 1: break
        return 'r'
class open_:
    def __enter__(self): print('in'); return self
    def __exit__(self, *a): print('out', a[0])
print(a(), b(), c(), d(), e(), f(), list(g()), h())

def trace(x):
    print('eval', x)
    return x
class T:
    def __setattr__(self, n, v): print('setattr', n, v); object.__setattr__(self, n, v)
    def __setitem__(self, k, v): print('setitem', k, v)
    def __getitem__(self, k): print('getitem', k); return 1
    def __delitem__(self, k): print('delitem', k)
    def __getattribute__(self, n):
        if not n.startswith('__'): print('getattr', n)
        return object.__getattribute__(self, n)
t = T()
t.a = t.b = t[trace('k')] = trace(1)
t[trace(0)], t.x = trace(1), trace(2)
t[trace('i')] += trace(5)
t.a += trace(1)
(t.p, [t.q, *t.r]) = 1, (2, 3, 4)
del t.a, t[trace('z')]
d = {trace('k1'): trace('v1'), trace('k2'): trace('v2')}
print(trace(1) < trace(2) < trace(0) < trace(9))
def fn(*a, **k): return a, k
print(fn(trace(1), *trace([2]), trace(3), k=trace(4), **trace({'z': 5}), y=trace(6)))
print(trace('a') if trace(0) else trace('b'))
x = [1, 2, 3]
i = 0
i, x[i] = 1, 9
print(i, x)
x[0], x[1:], *rest = 'a', [7, 8], 1, 2
print(x, rest)
a, (b, *c), d = 1, 'xyz', 3
print(a, b, c, d)
*a, = 'ab'
[b] = [1]
print(a, b)
for bad in ('a, b = 1, 2, 3', 'a, b = 1', 'a, *b, c = [1]', 'a, b = 5', '[a] = []', 'a, b = {}', 'a, b = None', '(a, b), c = 1, 2'):
    try:
        exec(bad)
    except Exception as e_:
        print(type(e_).__name__, e_)
for i, (a, *b) in [(1, 'ab'), (2, 'cde')]:
    print(i, a, b)
for t.loop in range(2): pass
for x[0] in (5, 6): pass
print(x)

# decorators
def deco(n):
    print('make', n)
    def apply(f):
        print('apply', n, f.__name__)
        return f
    return apply
@deco(1)
@deco(2)
def decorated(a=trace('default'), *, k: trace('ann') = trace('kwdefault')) -> trace('ret'):
    pass
@deco('c')
class Dec(trace(object), metaclass=trace(type)):
    print('body')
    @deco('m')
    def m(self): pass
@(lambda f: 5)
def five(): pass
print(five)
# annotations
x: int = 1
y: 'str'
z: trace('annotation') = trace('value')
t.ann: trace('attr ann') = trace('attr value')
x2: list[int]
print(__annotations__)
class An:
    a: int = 1
    b: 'B'
    def f(self, x: int, *y: str, z: 'q' = 1, **k: float) -> None:
        local: trace('never') = 1
        other: undefined_name
    __private: int
print(An.__annotations__, An.f.__annotations__)
def no(): pass
print(no.__annotations__, no.__doc__)
print(__debug__)
try:
    assert 1 == 2, ('a', 'tuple')
except AssertionError as ae:
    print(repr(ae), ae.args)
try:
    assert []
except AssertionError as ae:
    print(repr(ae))
if False:
    import nothing_there
try:
    import nothing_there
except ImportError:
    nothing_there = None
print(nothing_there)
class Doc:
    """class doc"""
    def m(self):
        """method doc"""
    def n(self):
        f"""no doc"""
    def o(self):
        b"no doc"
    def p(self):
        ("doc in " "parens")
print(Doc.__doc__, Doc.m.__doc__, Doc.n.__doc__, Doc.o.__doc__, Doc.p.__doc__)
# yield everywhere
def ys():
    x = [(yield 1), (yield 2)]
    d = {(yield 3): (yield 4)}
    f = f'{(yield 5)}'
    c = fn(*(yield 6), k=(yield 7))
    t = (yield 8) if (yield 9) else (yield 10)
    l = lambda: (yield)
    s = x[(yield 11) or 0]
    x[(yield 12) or 0] = (yield 13)
    assert (yield 14) is None
    y = yield
    z = yield 1, 2
    w = (yield) + 1 if False else 3
    return x, d, f, c, t, s, y, z, w
g = ys()
out = []
v = None
try:
    while True:
        got = g.send(v)
        out.append(got)
        v = [1] if got == 6 else None
except StopIteration as s:
    print(out, s.value)
class P:
    @property
    def v(self): print('get v'); return self._v
    @v.setter
    def v(self, x): print('set v', x); self._v = x
    @v.deleter
    def v(self): print('del v')
p = P()
p.v = 1
p.v += 2
del p.v
print([*range(3), *'ab'], (*[1], 2), {*[1], 2}, {**{'a': 1}, 'b': 2, **{'a': 3}})
print(max(*[1, 2], *[3]))
try:
    fn(**{'a': 1}, **{'a': 2})
except TypeError as e_:
    print(e_)
try:
    {**1}
except TypeError as e_:
    print(e_)
try:
    [*1]
except TypeError as e_:
    print(e_)
try:
    fn(*1)
except TypeError as e_:
    print(e_)
try:
    fn(**1)
except TypeError as e_:
    print(e_)
lst = [1, 2]
def ret(): return lst
ret()[0] += 5
print(lst)
tt = ([1],)
try:
    tt[0] += [2]
except TypeError as e_:
    print(e_, tt)
