"""Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier."""
import asyncio


async def holder(lock, name):
    async with lock:
        print(name, 'in', lock.locked())
        await asyncio.sleep(0.001)
        print(name, 'out')


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(holder(lock, n) for n in 'abc'))
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    print(await lock.acquire(), repr(lock)[-9:])
    lock.release()
    event = asyncio.Event()

    async def waits(n):
        await event.wait()
        print('event', n)
    ts = [asyncio.create_task(waits(i)) for i in range(2)]
    await asyncio.sleep(0)
    print('setting', event.is_set())
    event.set()
    await asyncio.gather(*ts)
    event.clear()
    print(event.is_set(), repr(event)[-8:])
    cond = asyncio.Condition()
    items = []

    async def consume(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print('consumer', n, items.pop())

    cs = [asyncio.create_task(consume(i)) for i in range(2)]
    await asyncio.sleep(0)
    async with cond:
        items.append('x')
        cond.notify()
    await asyncio.sleep(0.001)
    async with cond:
        items.append('y')
        cond.notify_all()
    await asyncio.gather(*cs)
    for wrong in (cond.notify, cond.notify_all):
        try:
            wrong()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    sem = asyncio.Semaphore(2)
    active = 0
    most = 0

    async def limited():
        nonlocal active, most
        async with sem:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*(limited() for _ in range(6)))
    print('most', most, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    bar = asyncio.Barrier(3)

    async def meets(n):
        await asyncio.sleep(n / 1000)
        i = await bar.wait()
        return n, i
    print(await asyncio.gather(*(meets(n) for n in range(3))))
    print(bar.parties, bar.n_waiting, bar.broken)
    holding = asyncio.create_task(holder(lock, 'h'))
    waiting = asyncio.create_task(holder(lock, 'w'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    await holding
    print(waiting.cancelled() or waiting.done(), lock.locked())


asyncio.run(main())
