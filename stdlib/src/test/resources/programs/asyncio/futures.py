"""Future: callbacks, states, misuse; loops by hand."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled(), f)
    try:
        f.result()
    except asyncio.InvalidStateError as e:
        print(type(e).__name__, e)
    try:
        f.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    f.add_done_callback(lambda x: print('callback', x.result()))
    loop.call_later(0.001, f.set_result, 42)
    print(await f, await f)
    f.add_done_callback(lambda x: print('late callback'))
    await asyncio.sleep(0)
    try:
        f.set_result(1)
    except asyncio.InvalidStateError as e:
        print(e)
    print(f)
    g = loop.create_future()
    g.set_exception(ValueError('bad'))
    print(repr(g.exception()), g)
    try:
        await g
    except ValueError as e:
        print('raised', e)
    h = asyncio.Future()
    cb = lambda x: print('not called')
    h.add_done_callback(cb)
    print(h.remove_done_callback(cb), h.cancel(), h.cancelled(), h, h.cancel())
    try:
        h.set_exception(StopIteration())
    except (TypeError, asyncio.InvalidStateError) as e:
        print(type(e).__name__)
    try:
        await h
    except asyncio.CancelledError:
        print('cancelled')
    print(asyncio.isfuture(f), asyncio.isfuture(5), asyncio.iscoroutine(f), asyncio.iscoroutinefunction(main))

    class Custom:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return 'custom'
    print(await Custom(), await asyncio.ensure_future(Custom()), await asyncio.gather(Custom(), Custom()))

    async def yields_wrong():
        class W:
            def __await__(self): yield 'wrong'
        await W()
    try:
        await yields_wrong()
    except RuntimeError as e:
        print(str(e)[-10:])


asyncio.run(main())
loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed())
print(loop.run_until_complete(asyncio.sleep(0, 'by hand')))
loop.call_soon(print, 'first')
loop.call_soon(loop.stop)
loop.call_soon(print, 'same round')
loop.run_forever()
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)
c = asyncio.sleep(0)
try:
    loop.run_until_complete(c)
except RuntimeError as e:
    print(e)
c.close()
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, 1)), runner.run(asyncio.sleep(0, 2)))
