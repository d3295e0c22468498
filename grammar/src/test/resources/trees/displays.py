[]; [a]; [a,]; [a, b]; [*a, b]; [*a]
{}; {a}; {a, b,}; {*a, b}; {a: b}; {a: b, **c, d: e,}; {**a}
[a for a in b]; [a for a in b if c if d]; [a for a in b for c in d]; [[a for a in b] for c in d]
{a for a in b}; {a: b for a, b in c}; (a for a in b); f(a for a in b); f((a for a in b), c)
[a for a, in b]; [a for a, *c in b]; [a for (a, b) in c]; [a for a.b in c]; [a for a[0] in c]
[a for a in b or c]; [a for a in lambda_]; [a for a in b if c or d]; [a for a in b if (lambda: c)]
[a if b else c for a in d]; [(a, b) for a in c]; [a := b for c in d]
async def f():
    [a async for a in b]; {a async for a in b if await c}; (a async for a in b for d in e)
    [await a for a in b]
