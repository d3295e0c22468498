"""contextvars: each task has its own."""
import asyncio
import contextvars

v = contextvars.ContextVar('v', default='default')


async def task(x):
    token = v.set(x)
    await asyncio.sleep(0)
    print(x, v.get())
    if x == 'b':
        v.reset(token)
    return v.get()


async def main():
    v.set('main')
    print(await asyncio.gather(task('a'), task('b')), v.get())
    await task('c')
    print(v.get())


asyncio.run(main())
print(v.get())
ctx = contextvars.copy_context()
ctx.run(v.set, 'in ctx')
print(v.get(), ctx[v], v in ctx, ctx.get(v), len(ctx), list(ctx) == [v], ctx.run(v.get))
w = contextvars.ContextVar('w')
try:
    w.get()
except LookupError as e:
    print(type(e).__name__)
print(w.get('given'), w.name)
t = w.set(1)
print(t.var is w, t.old_value is contextvars.Token.MISSING)
w.reset(t)
for wrong in (lambda: w.reset(t), lambda: v.reset(w.set(1)), lambda: ctx.run(ctx.run, print), lambda: ctx['x'], lambda: ctx[contextvars.ContextVar('q')]):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e)[:14] if not isinstance(e, KeyError) else '')
