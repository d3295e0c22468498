"""to_thread, run_in_executor, call_soon_threadsafe, run_coroutine_threadsafe."""
import asyncio
import threading
import time


def block(n):
    time.sleep(n)
    return threading.current_thread() is threading.main_thread(), n


async def ticker():
    for i in range(3):
        await asyncio.sleep(0.005)
    return 'ticked'


async def main():
    print(await asyncio.to_thread(block, 0.001))
    print(await asyncio.gather(asyncio.to_thread(block, 0.05), ticker()))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, block, 0.001))
    try:
        await asyncio.to_thread(int, 'x')
    except ValueError as e:
        print(e)
    event = asyncio.Event()
    threading.Timer(0.005, lambda: loop.call_soon_threadsafe(event.set)).start()
    await event.wait()
    print('set from a thread')
    print(await asyncio.to_thread(lambda *a, **k: (a, k), 1, x=2))


asyncio.run(main())
