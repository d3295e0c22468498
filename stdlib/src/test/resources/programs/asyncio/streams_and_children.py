import asyncio
async def handle(reader, writer):
    while True:
        data = await reader.readline()
        if not data: break
        writer.write(b'echo ' + data)
        await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    async def client(n):
        r, w = await asyncio.open_connection('127.0.0.1', port)
        w.write(f'hello {n}\n'.encode())
        await w.drain()
        line = await r.readline()
        w.write_eof()
        rest = await r.read()
        w.close(); await w.wait_closed()
        return line, rest, w.is_closing()
    print(await asyncio.gather(*(client(i) for i in range(5))))
    r, w = await asyncio.open_connection('127.0.0.1', port)
    print(w.get_extra_info('peername')[1] == port, r.at_eof())
    w.write(b'a\nb\nlong line\n'); 
    print(await r.readexactly(5), await r.readuntil(b'b'), await r.readline(), await r.readline())
    w.write_eof()
    try: await r.readexactly(100)
    except asyncio.IncompleteReadError as e: print(e, e.partial)
    print(r.at_eof(), await r.read())
    w.close()
    big = b'x' * 60000 + b'\n'
    r, w = await asyncio.open_connection('127.0.0.1', port, limit=2**20)
    w.write(big)
    try: print(len(await asyncio.wait_for(r.readline(), 5)))
    except Exception as e: print(type(e).__name__)
    w.close()
    async with server:
        pass
    print(server.is_serving(), server.sockets)
    try: await asyncio.open_connection('127.0.0.1', port)
    except ConnectionRefusedError as e: print(type(e).__name__)
async def readers():
    r = asyncio.StreamReader()
    r.feed_data(b'one\ntwo\nthr'); r.feed_eof()
    async for line in r: print(line)
    r = asyncio.StreamReader(limit=5)
    r.feed_data(b'too long for it\n')
    try: await r.readline()
    except ValueError as e: print(e)
    class P(asyncio.Protocol):
        def connection_made(self, t): self.t = t; print('made')
        def data_received(self, d): print('got', d); self.t.write(d.upper())
        def connection_lost(self, e): print('lost', e); done.set_result(None)
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    s = await loop.create_server(P, '127.0.0.1', 0)
    r, w = await asyncio.open_connection(*s.sockets[0].getsockname())
    w.write(b'abc'); print(await r.read(3)); w.close(); await done
    s.close(); await s.wait_closed()
async def children():
    p = await asyncio.create_subprocess_exec('echo', 'hi', 'there', stdout=asyncio.subprocess.PIPE)
    print(await p.communicate(), p.returncode)
    p = await asyncio.create_subprocess_shell('cat; echo err >&2; exit 3', stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await p.communicate(b'input'), p.returncode, await p.wait())
    p = await asyncio.create_subprocess_exec('sleep', '50')
    p.terminate(); print(await p.wait())
    p = await asyncio.create_subprocess_shell('echo 1; echo 2', stdout=asyncio.subprocess.PIPE)
    async for line in p.stdout: print(line)
    print(await p.wait())
    try: await asyncio.create_subprocess_exec('no-such-program')
    except FileNotFoundError as e: print(e)
    try:
        p = await asyncio.create_subprocess_exec('sleep', '50')
        await asyncio.wait_for(p.wait(), 0.05)
    except asyncio.TimeoutError: p.kill(); print('timeout', await p.wait())
asyncio.run(main()); asyncio.run(readers()); asyncio.run(children())
