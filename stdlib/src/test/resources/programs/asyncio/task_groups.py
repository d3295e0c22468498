"""TaskGroup: results, errors as groups, cancelling the rest."""
import asyncio


async def ok(d, v):
    await asyncio.sleep(d)
    return v


async def bad(d, e):
    await asyncio.sleep(d)
    raise e


async def watched(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(.002, 'a'))
        b = tg.create_task(ok(.001, 'b'), name='bee')
    print(a.result(), b.result(), b.get_name())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(watched('w'))
            tg.create_task(bad(0, ValueError('first')))
            tg.create_task(bad(0, KeyError('second')))
    except* ValueError as g:
        print('values', g.message, g.exceptions)
    except* KeyError as g:
        print('keys', g.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(watched('body'))
            await asyncio.sleep(0)
            raise RuntimeError('in body')
    except* RuntimeError as g:
        print(repr(g))
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(watched('timed'))
    except TimeoutError:
        print('timeout of the group', asyncio.current_task().cancelling())
    tg = asyncio.TaskGroup()
    c = ok(0, 1)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e)[-20:])
    c.close()

    async def spawn(tg, n):
        if n:
            tg.create_task(spawn(tg, n - 1))
        print('spawned', n)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(spawn(tg, 3))


asyncio.run(main())
