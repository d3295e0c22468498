"""doc"""
from __future__ import annotations
x: int = 1
y: undefined[1, 'a'] = 2
def f(a: int, b: 'str' = 1, *c: x.y[z], **d: lambda q: q + 1) -> list[int] | None: pass
class C:
    a: B
    b: (1, 2)
    c: 1 + 2 * 3
    d: not x and y or z
    e: {1: 2, **k}
    f: [i for i in range(3) if i]
    g: f(a, *b, c=1, **d)
    h: x if y else z
    i: -1
    j: 'a' 'b'
    k: 1 < 2 <= 3
    l: x[1:2, ::3]
    m: f'{x!r:>{w}}'
    p: None
    q: ...
    r: b'x'
    s: 1.0
    t: 2j
    v: {1, 2}
    w: (1,)
    x: ()
    y: a.b.c
    z: (i for i in x)
    aa: {a: b for a, b in c}
    ac: lambda a, /, b=1, *c, d=2, **e: 0
    ad: lambda: 0
    ae: (a + b) * c
    af: a ** -b
    ag: (-a) ** b
    ah: a if b else (c if d else e)
    ai: (lambda: 1)()
    aj: Callable[[int], str]
    ak: Literal['x', "y'z"]
    al: 1_000
    am: 0xff
    an: 1e100
    ao: not (a and b)
    ap: a is not b
    aq: a not in b
    at: ~x
    au: x @ y // z % w
    av: (a, b)[0]
    aw: (1).real
    ax: Optional["C"]
print(__annotations__)
print(f.__annotations__)
for k, v in C.__annotations__.items(): print(k, repr(v))
