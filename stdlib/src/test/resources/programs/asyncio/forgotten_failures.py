import asyncio

told = []


def handler(loop, context):
    told.append(f"{context['message']}: {context['exception']!r} {sorted(context)}")


async def fail(text):
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    asyncio.create_task(fail('forgotten'))
    await asyncio.sleep(0.01)
    task = asyncio.create_task(fail('asked'))
    await asyncio.sleep(0.01)
    print(repr(task.exception()))
    print(await asyncio.gather(fail('gathered'), return_exceptions=True))
    try:
        await asyncio.create_task(fail('awaited'))
    except ValueError as e:
        print('caught', e)
    future = loop.create_future()
    future.set_exception(KeyError('of a future'))
    del future
    cancelled = asyncio.create_task(asyncio.sleep(100))
    await asyncio.sleep(0.01)
    cancelled.cancel()
    background = set()
    task = asyncio.create_task(fail('in the background'))
    background.add(task)
    task.add_done_callback(background.discard)
    del task
    await asyncio.sleep(0.01)


asyncio.run(main())
for line in sorted(told):
    print(line)
