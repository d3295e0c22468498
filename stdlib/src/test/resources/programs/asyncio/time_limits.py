"""wait_for, timeout, timeout_at, wait, as_completed."""
import asyncio


async def slow(d, v):
    try:
        await asyncio.sleep(d)
        return v
    except asyncio.CancelledError:
        print('slow was cancelled', v)
        raise


async def main():
    print(await asyncio.wait_for(slow(0, 'fast'), 5))
    print(await asyncio.wait_for(slow(0, 'none'), None))
    try:
        await asyncio.wait_for(slow(5, 'late'), 0.01)
    except asyncio.TimeoutError as e:
        print('timeout', repr(e), asyncio.TimeoutError is TimeoutError)
    try:
        await asyncio.wait_for(slow(5, 'zero'), 0)
    except TimeoutError:
        print('at once')
    try:
        async with asyncio.timeout(0.01) as t:
            await asyncio.sleep(5)
    except TimeoutError:
        print('block timed out', t.expired())
    async with asyncio.timeout(5) as t:
        await asyncio.sleep(0)
    print(t.expired(), asyncio.current_task().cancelling())
    async with asyncio.timeout(None) as t:
        print(t.when())
        t.reschedule(asyncio.get_running_loop().time() + 10)
        print(t.when() is not None)
    tasks = [asyncio.create_task(slow(d, d)) for d in (0.4, 0.1, 9)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(sorted(t.result() for t in done), len(pending))
    pending.pop().cancel()
    await asyncio.sleep(0)

    async def bad():
        raise KeyError('k')
    done, pending = await asyncio.wait([asyncio.create_task(bad()), asyncio.create_task(slow(9, 'w'))], return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    pending.pop().cancel()
    await asyncio.sleep(0)
    for c in asyncio.as_completed([slow(0.3, 'y'), slow(0.05, 'x'), slow(0.6, 'z')]):
        print(await c)
    for wrong in (lambda: asyncio.wait([]), lambda: asyncio.wait(5)):
        try:
            await wrong()
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)


asyncio.run(main())
