import asyncio
import socket


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port, number):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    answers = []
    for i in range(5):
        writer.write(f'client {number} line {i}\n'.encode())
        answers.append((await reader.readline()).decode())
    writer.write_eof()
    rest = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answers[-1], rest


class Lines(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.seen = b''
        print('made', transport.is_closing(), transport.is_reading(), transport.can_write_eof())

    def data_received(self, data):
        self.seen += data

    def eof_received(self):
        print('eof', len(self.seen))
        self.transport.write(b'got %d' % len(self.seen))

    def connection_lost(self, exc):
        print('lost', exc)
        self.done.set_result(None)


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(10)
        self.all = b''

    def get_buffer(self, hint):
        return self.buffer

    def buffer_updated(self, count):
        self.all += self.buffer[:count]

    def connection_lost(self, exc):
        print('buffered', self.all, exc)


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self, answers=False):
        self.answers, self.got = answers, asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        if self.answers:
            self.transport.sendto(data[::-1], addr)
        else:
            self.got.set_result(data)


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    print(server.is_serving(), len(server.sockets))
    port = server.sockets[0].getsockname()[1]
    async with server:
        results = await asyncio.gather(*[client(port, i) for i in range(20)])
    print(results[0], results[19], len(results))
    print(server.is_serving(), server.sockets)

    loop = asyncio.get_running_loop()
    protocol = Lines()
    protocol.done = loop.create_future()
    server = await loop.create_server(lambda: protocol, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'x' * 1_000_000)
    print('writable', writer.can_write_eof())
    await writer.drain()
    writer.write_eof()
    print(await reader.read())
    await protocol.done
    writer.close()
    server.close()
    await server.wait_closed()

    server = await loop.create_server(Buffered, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.writelines([b'one ', b'two ', b'three ', b'four'])
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.2)
    server.close()

    transport, _ = await loop.create_datagram_endpoint(
        lambda: Datagrams(True), local_addr=('127.0.0.1', 0))
    own, protocol = await loop.create_datagram_endpoint(
        Datagrams, remote_addr=transport.get_extra_info('sockname'))
    own.sendto(b'datagram')
    print(await protocol.got)
    own.close()
    transport.close()

    one, two = socket.socketpair()
    one.setblocking(False)
    two.setblocking(False)
    await loop.sock_sendall(one, b'through a pair')
    print(await loop.sock_recv(two, 100))
    seen = loop.create_future()
    loop.add_reader(two, lambda: seen.done() or seen.set_result(two.recv(10)))
    one.send(b'watched')
    print(await seen, loop.remove_reader(two), loop.remove_reader(two))
    one.close()
    two.close()

    try:
        await asyncio.open_connection('127.0.0.1', 1)
    except ConnectionRefusedError as e:
        print(e)
    try:
        await loop.create_server(Lines)
    except ValueError as e:
        print(e)
    try:
        await loop.create_connection(Lines)
    except ValueError as e:
        print(e)
    try:
        writer.write('text')
    except TypeError as e:
        print(e)

asyncio.run(main())
