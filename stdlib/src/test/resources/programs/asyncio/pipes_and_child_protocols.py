# Pipes as transports; child programs with protocols.
import asyncio
import os
import signal
import tempfile


async def pipes():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    reader = asyncio.StreamReader()
    source = os.fdopen(r, 'rb', 0)
    read_transport, protocol = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), source)
    print(read_transport.get_extra_info('pipe') is source, read_transport.is_closing())
    write_transport, _ = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(w, 'wb', 0))
    print(write_transport.can_write_eof(), write_transport.get_write_buffer_size())
    write_transport.write(b'one\n')
    write_transport.writelines([b'two', b'\nthree'])
    print(await reader.readline(), await reader.readline())
    big = b'x' * 300_000
    write_transport.write(big)
    print(await reader.readexactly(5) + b'.', await reader.readexactly(len(big)) == big)
    write_transport.write_eof()
    print(await reader.read())
    write_transport.close()
    read_transport.close()
    await asyncio.sleep(0.05)
    print(source.closed, read_transport.is_closing())


async def forgotten_writer():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    lost = loop.create_future()

    class Told(asyncio.Protocol):
        def connection_lost(self, exc):
            lost.set_result(exc)
    transport, _ = await loop.connect_write_pipe(Told, os.fdopen(w, 'wb', 0))
    os.close(r)
    transport.write(b'nobody reads this')
    print(repr(await lost))


class Child(asyncio.SubprocessProtocol):
    def __init__(self):
        self.pieces = {1: b'', 2: b''}
        self.told = []
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.told.append('made')

    def pipe_data_received(self, fd, data):
        self.pieces[fd] += data

    def pipe_connection_lost(self, fd, exc):
        self.told.append(f'lost {fd} {exc}')

    def process_exited(self):
        self.told.append('exited')

    def connection_lost(self, exc):
        self.told.append(f'lost {exc}')
        self.done.set_result(None)


async def children():
    loop = asyncio.get_running_loop()
    transport, child = await loop.subprocess_exec(Child, 'sh', '-c', 'cat; echo wrong >&2; exit 3')
    print(transport.get_pid() > 0, transport.get_returncode(), transport.get_protocol() is child)
    into = transport.get_pipe_transport(0)
    into.write(b'for the child\n')
    into.close()
    await child.done
    print(child.pieces, transport.get_returncode())
    print(child.told[0], sorted(child.told[1:-1]), child.told[-1])
    print(transport.get_pipe_transport(7))
    try:
        transport.kill()
    except ProcessLookupError as e:
        print(repr(e))

    transport, child = await loop.subprocess_shell(Child, 'echo shell; exec sleep 100',
                                                   stdin=asyncio.subprocess.DEVNULL)
    while not child.pieces[1]:
        await asyncio.sleep(0.01)
    transport.send_signal(signal.SIGKILL)
    await child.done
    print(child.pieces, transport.get_returncode(), transport.get_pipe_transport(0))
    transport.close()


async def refused():
    loop = asyncio.get_running_loop()
    for call in (lambda: loop.subprocess_shell(Child, ['a']),
                 lambda: loop.subprocess_exec(Child, 'a', universal_newlines=True),
                 lambda: loop.subprocess_exec(Child, 'a', bufsize=5),
                 lambda: loop.subprocess_exec(Child, 'a', text=True),
                 lambda: loop.subprocess_exec(Child, 'a', encoding='utf-8'),
                 lambda: loop.subprocess_exec(Child, 'a', errors='x'),
                 lambda: asyncio.create_subprocess_exec('a', text=True),
                 lambda: asyncio.create_subprocess_shell(['a']),
                 lambda: loop.subprocess_exec(Child, '/no/such/program')):
        try:
            await call()
        except (ValueError, TypeError, OSError) as e:
            print(type(e).__name__, e)
    with tempfile.NamedTemporaryFile() as file:
        try:
            await loop.connect_read_pipe(asyncio.Protocol, file)
        except ValueError as e:
            print(e)


for part in pipes, forgotten_writer, children, refused:
    print('--', part.__name__)
    asyncio.run(part())
