if a: b
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
if (a := b): pass
while a:
    b
else:
    c
while a: b; c
for a in b: c
for a, b in c:
    d
else:
    e
for a, in b: pass
for *a, b in c: pass
for (a, b) in c: pass
for a.b in c: pass
for a in b, c: pass
for a in *b, c: pass
try:
    a
except:
    b
try:
    a
except A:
    b
except (B, C) as d:
    e
else:
    f
finally:
    g
try: a
finally: b
try:
    a
except* A:
    b
except* B as c:
    d
with a: b
with a as b: c
with a as b, c as d, e: f
with (a): b
with (a, b): c
with (a, b,): c
with (a as b): c
with (a as b, c as d,): e
with (a, b) as c: d
with (a), b: c
with (a) as b, (c) as d: e
with (a)(b): c
with (a, b)[0]: c
with (a for a in b): c
with (yield_): c
with (a := b): c
with (*a, b): c
with (): c
with a as (b, c): d
with a as b.c, d as e[f]: g
with a if b else c: d
with (a if b else c): d
async def f():
    async with a as b: c
    async with (a as b, c): d
    async for a in b: c
    else: d
    await a; await a ** b; -await a; await a.b(c)
