# What gather takes for the same: what is equal.
import asyncio


class Awaitable:
    def __init__(self, key, value):
        self.key = key
        self.value = value

    def __eq__(self, other):
        return self.key == other.key

    def __hash__(self):
        return hash(self.key)

    def __await__(self):
        print('awaited', self.value)
        yield from asyncio.sleep(0).__await__()
        return self.value


class Unhashable(Awaitable):
    __hash__ = None


async def number(i):
    for _ in range(i % 3):
        await asyncio.sleep(0)
        assert asyncio.current_task().get_name() == names[i]
    return i


names = {}


async def main():
    print(await asyncio.gather(Awaitable(1, 'one'), Awaitable(2, 'two'), Awaitable(1, 'other')))
    try:
        await asyncio.gather(Unhashable(1, 'one'))
    except TypeError as e:
        print(e)
    future = asyncio.get_running_loop().create_future()
    future.set_result('future')
    once = number(0)
    print(await asyncio.gather(once, future, once, future))
    for _ in range(4):
        all_tasks = [asyncio.create_task(number(i)) for i in range(5000)]
        names.update((i, task.get_name()) for i, task in enumerate(all_tasks))
        print(await asyncio.gather(*all_tasks) == list(range(5000)))
    print(len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())

asyncio.run(main())
