"""async for, async with, async generators and comprehensions in a loop."""
import asyncio
import contextlib


async def count(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print('generator closed')


class Stream:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Resource:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print('open')
        return self
    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0)
        print('close', kind and kind.__name__)
        return kind is ValueError


@contextlib.asynccontextmanager
async def managed(name):
    print('enter', name)
    try:
        yield name
    finally:
        print('leave', name)


async def main():
    async for i in count(2):
        print(i)
    print([i async for i in count(3) if i], {i async for i in Stream(3)}, {i: i async for i in Stream(2)})
    print([x for x in [await asyncio.sleep(0, v) for v in 'ab']])
    async with Resource() as r, managed('m') as m:
        print(m)
    async with Resource():
        raise ValueError
    try:
        async with Resource():
            raise KeyError('k')
    except KeyError:
        print('key')
    g = count(5)
    print(await anext(g), await g.__anext__())
    await g.aclose()
    print(await anext(g, 'over'))
    it = aiter(Stream(1))
    print(await anext(it))
    try:
        await anext(it)
    except StopAsyncIteration:
        print('stop')
    agen = (i * 2 async for i in Stream(3))
    print([v async for v in agen])
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(managed('x'))
        await stack.enter_async_context(managed('y'))
    for wrong in ('async for x in [1]: pass', 'async with 5: pass', 'await 5'):
        try:
            exec(f'async def f():\n    {wrong}\n', globals())
            await f()
        except TypeError as e:
            print(e)


asyncio.run(main())
