"""Cancelling tasks: CancelledError, clean-up, messages, suppression, shield."""
import asyncio


async def careful(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(name, 'cancelled', e.args)
        raise
    finally:
        print(name, 'cleanup')


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'survived'


async def main():
    t = asyncio.create_task(careful('one'))
    await asyncio.sleep(0)
    print(t.cancel('because'), t.cancelled(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print('awaited', e.args)
    print(t.cancelled(), t.done(), t.cancel())
    try:
        t.result()
    except asyncio.CancelledError:
        print('result raises')
    s = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    s.cancel()
    print(await s, s.cancelled())
    early = asyncio.create_task(careful('never started'))
    early.cancel()
    try:
        await early
    except asyncio.CancelledError:
        print('not even started')
    g = asyncio.gather(careful('g1'), careful('g2'))
    await asyncio.sleep(0)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print('gather cancelled')
    inner = asyncio.create_task(asyncio.sleep(0.01, 'inner result'))
    outer = asyncio.ensure_future(asyncio.shield(inner))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('outer cancelled', inner.cancelled())
    print(await inner)
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)

    async def fails():
        raise ValueError('broken')
    f = asyncio.create_task(fails())
    r = await asyncio.gather(f, asyncio.sleep(0, 1), careful('z') if 0 else stubborn2(), return_exceptions=True)
    print(r)
    print(repr(f.exception()))
    try:
        await asyncio.gather(fails(), asyncio.sleep(0))
    except ValueError as e:
        print('raised', e)


async def stubborn2():
    return 'ok'


asyncio.run(main())


async def left():
    asyncio.create_task(careful('left behind'))
    await asyncio.sleep(0)
    return 'main over'


print(asyncio.run(left()))
