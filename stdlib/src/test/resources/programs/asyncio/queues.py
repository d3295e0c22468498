"""Queue, PriorityQueue, LifoQueue: producers and consumers, limits, join."""
import asyncio


async def producer(q, n):
    for i in range(n):
        await q.put(i)
        print('put', i, q.qsize())
    await q.put(None)


async def consumer(q):
    while (item := await q.get()) is not None:
        print('got', item)
        q.task_done()
    q.task_done()


async def main():
    q = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(q, 5), consumer(q))
    await q.join()
    print(q.empty(), q.full(), q.maxsize)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print('empty', type(e).__module__)
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull:
        print('full', q.full(), str(q))
    q.get_nowait(); q.get_nowait()
    q.task_done(); q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    p = asyncio.PriorityQueue()
    for v in (3, 1, 2):
        p.put_nowait(v)
    print([p.get_nowait() for _ in range(3)])
    l = asyncio.LifoQueue()
    for v in (3, 1, 2):
        await l.put(v)
    print([await l.get() for _ in range(3)])
    waiting = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    await q.put('still works')
    print(await q.get())
    try:
        await asyncio.wait_for(q.get(), 0.01)
    except TimeoutError:
        print('nothing came')

    async def worker(name):
        while True:
            n = await q2.get()
            await asyncio.sleep(n)
            results.append((name, n))
            q2.task_done()
    results = []
    q2 = asyncio.Queue()
    ws = [asyncio.create_task(worker(i)) for i in range(3)]
    for n in (.1, .2, .6, .3):
        q2.put_nowait(n)
    await q2.join()
    for w in ws:
        w.cancel()
    print(await asyncio.gather(*ws, return_exceptions=True))
    print(sorted(n for _, n in results))


asyncio.run(main())
