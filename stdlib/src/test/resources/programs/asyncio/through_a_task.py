"""A traceback through a task."""
import asyncio


async def inner():
    await asyncio.sleep(0)
    raise ValueError('deep')


async def outer():
    await inner()


async def main():
    try:
        await asyncio.create_task(outer())
    except ValueError as e:
        import traceback
        print([f.name for f in traceback.extract_tb(e.__traceback__)])


asyncio.run(main())
