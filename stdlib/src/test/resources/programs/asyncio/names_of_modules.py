"""What modules of asyncio are called, and how timeouts are shown."""
import asyncio
import asyncio.constants
import asyncio.coroutines
import asyncio.log


async def main():
    created = asyncio.timeout(5)
    print(created)
    async with asyncio.timeout(None) as none:
        print(none)
    print(none)
    try:
        async with asyncio.timeout(0) as short:
            await asyncio.sleep(3600)
    except TimeoutError:
        print(short, short.expired())


asyncio.run(main())
print(asyncio.log.logger.name, asyncio.coroutines.iscoroutinefunction(main))
print(asyncio.constants.SSL_HANDSHAKE_TIMEOUT)
