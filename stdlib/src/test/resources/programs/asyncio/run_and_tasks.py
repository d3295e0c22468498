"""run, create_task, gather, sleep: order of events."""
import asyncio


async def worker(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name * n


async def main():
    print(await worker('plain', 2))
    a = asyncio.create_task(worker('a', 3))
    b = asyncio.create_task(worker('b', 1), name='named')
    print(a.done(), b.get_name())
    print(await asyncio.gather(a, b, worker('c', 2)))
    print(a.done(), a.result(), b.result())
    print(await asyncio.gather())
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'soon')
    loop.call_later(0.3, print, 'later')
    loop.call_later(0.1, print, 'earlier')
    h = loop.call_soon(print, 'never')
    h.cancel()
    await asyncio.sleep(0.6)
    print(await asyncio.sleep(0, 'result of sleep'))
    print(asyncio.current_task().get_name().startswith('Task-'), len(asyncio.all_tasks()))
    return 'done'


print(asyncio.run(main()))
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)


async def nested():
    c = worker('x', 1)
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()


asyncio.run(nested())
try:
    asyncio.run(5)
except ValueError as e:
    print(e)


async def sorts():
    async def after(d, v):
        await asyncio.sleep(d)
        print('slept', v)
        return v
    print(await asyncio.gather(after(.5, 'c'), after(.1, 'a'), after(.3, 'b')))
asyncio.run(sorts())
