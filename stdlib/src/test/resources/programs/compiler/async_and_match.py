import sys
class Aw:
    def __init__(s, v): s.v = v
    def __await__(s):
        r = yield s.v
        return (s.v, r)
class It:
    def __init__(s, n): s.n = n; s.i = 0
    def __aiter__(s): return s
    async def __anext__(s):
        if s.i >= s.n: raise StopAsyncIteration
        s.i += 1
        await Aw(s.i)
        return s.i
class CM:
    def __init__(s, sw=False): s.sw = sw
    async def __aenter__(s): print('enter', await Aw('en')); return 5
    async def __aexit__(s, t, v, tb): print('exit', t, v, await Aw('ex')); return s.sw
async def f():
    total = 0
    async for x in It(3):
        if x == 2: continue
        total += x
        print('x', x)
    else: print('else')
    async with CM() as v: print(v, total)
    async with CM(True): raise ValueError('a')
    try:
        async with CM(): raise KeyError('b')
    except KeyError as e: print('caught', e)
    async with CM() as a, CM() as b:
        async for q in It(5):
            if q == 3: return q
async def g():
    async for x in 3: pass
async def h():
    async with 3: pass
def drive(c):
    v = None
    try:
        while True: v = c.send(v); print('yield', v); v = 'sent' + str(v)
    except StopIteration as e: print('result', e.value)
    except Exception as e: print(type(e), e)
drive(f()); drive(g()); drive(h())
def m(x):
    match x:
        case 0 | 1: return 'small'
        case int() as n if n > 10: return f'big {n}'
        case [a, b, *rest]: return (a, b, rest)
        case {'k': v, **kw}: return ('map', v, kw)
        case str(s): return s.upper()
        case None: return 'none'
        case [_]: return 'one'
        case _: return 'other'
for i in range(2):
    for x in (0, 1, 5, 11, [1,2,3], (1,2), {'k': 1, 'z': 2}, 'abc', None, [1], 2.5): print(m(x))
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
def k(p):
    match p:
        case P(0, y=0): return 'origin'
        case P(x, y) if x == y: return x
        case P(x=xx): return xx
    return 'no'
for i in range(2): print(k(P(0,0)), k(P(1,1)), k(P(1,2)), k(3))
def loc(a, b=2):
    for i in range(2): c = a + i
    d = 1.5
    def inner(): return d
    if a > 100: zz = 1
    print(sorted(locals().items(), key=lambda t: t[0])[:-2] if 0 else sorted(k for k in locals()), eval('a + b + c'), dir())
    exec('q = a')
    return vars()['c'], 'loc' in globals()
for i in range(2): print(loc(1))
