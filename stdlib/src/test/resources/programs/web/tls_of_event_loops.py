# Event loops with TLS: streams, protocols, from plain to TLS on the way, and what goes wrong.
import asyncio
import socket
import ssl
from _certificates import certificate_file, key_file

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain(certificate_file, key_file)
knowing = ssl.create_default_context(cafile=certificate_file)
strict = ssl.create_default_context()
big = bytes(range(256)) * 4096


def words(failure):
    return type(failure).__name__ + ' ' + str(failure).partition(' (_ssl.c')[0]


async def echo(reader, writer):
    try:
        while line := await reader.readline():
            if line == b'big\n':
                writer.write(big)
            else:
                writer.write(b'echo ' + line)
            await writer.drain()
    except (OSError, ValueError) as failure:
        print('server:', words(failure))
    writer.close()


async def streams():
    server = await asyncio.start_server(echo, '127.0.0.1', 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('localhost', port, ssl=knowing)
    writer.write(b'one\n')
    writer.writelines([b'two', b'\n'])
    await writer.drain()
    print(await reader.readline(), await reader.readline())
    writer.write(b'big\n')
    print(await reader.readexactly(len(big)) == big)
    tls = writer.get_extra_info('ssl_object')
    print(type(tls), tls.version(), tls.server_side, tls.server_hostname)
    print(writer.get_extra_info('sslcontext') is knowing)
    print(writer.get_extra_info('peercert')['subjectAltName'])
    print(writer.get_extra_info('cipher') == tls.cipher(), writer.get_extra_info('compression'))
    print(writer.get_extra_info('peername')[1] == port, writer.get_extra_info('nothing', 5))
    print(writer.can_write_eof())
    try:
        writer.write_eof()
    except NotImplementedError as e:
        print(repr(e))
    try:
        writer.write('text')
    except TypeError as e:
        print(e)
    print(writer.is_closing())
    writer.close()
    print(writer.is_closing())
    await writer.wait_closed()
    print(await reader.read())

    # half of the words, then the end
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=knowing)
    writer.write(b'three')
    writer.close()
    await writer.wait_closed()
    print(repr(await reader.read()))

    # many at once
    async def client(i):
        reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=knowing,
                                                       server_hostname='localhost')
        writer.write(b'client %d\n' % i)
        line = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return line
    lines = await asyncio.gather(*map(client, range(30)))
    print(lines == [b'echo client %d\n' % i for i in range(30)])

    # who is not believed
    for context, name in (strict, 'localhost'), (knowing, 'example.org'):
        try:
            await asyncio.open_connection('127.0.0.1', port, ssl=context, server_hostname=name)
        except ssl.SSLCertVerificationError as failure:
            print(words(failure), failure.verify_code)

    # the server goes on after garbage and after those that say nothing
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'GET / HTTP/1.0\r\n\r\n' * 10)
    try:
        await reader.read()
    except ConnectionResetError:
        pass
    writer.close()
    socket.create_connection(('127.0.0.1', port)).close()
    reader, writer = await asyncio.open_connection('localhost', port, ssl=knowing)
    writer.write(b'still there\n')
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0.1)


class Told(asyncio.Protocol):
    def __init__(self, name):
        self.name = name
        self.lost = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport
        print(self.name, 'made', transport.get_extra_info('ssl_object') is not None)

    def data_received(self, data):
        print(self.name, data)

    def eof_received(self):
        print(self.name, 'eof')

    def connection_lost(self, error):
        print(self.name, 'lost', error if error is None else isinstance(error, OSError))
        self.lost.set_result(None)


class Answering(Told):
    def data_received(self, data):
        super().data_received(data)
        self.transport.write(data.upper())
        if data == b'bye':
            self.transport.close()


async def protocols():
    loop = asyncio.get_running_loop()
    served = []

    def serve():
        served.append(Answering('server'))
        return served[-1]
    server = await loop.create_server(serve, '127.0.0.1', 0, ssl=server_context)
    address = server.sockets[0].getsockname()
    transport, protocol = await loop.create_connection(
        lambda: Told('client'), *address, ssl=knowing, server_hostname='localhost')
    print(transport.get_protocol() is protocol, transport.is_reading(), transport.is_closing())
    print(transport.get_write_buffer_size())
    transport.write(b'hello')
    await asyncio.sleep(0.1)
    transport.write(b'bye')
    await protocol.lost
    await served[0].lost
    print(transport.is_closing())
    transport.write(b'late')
    transport.close()
    transport.abort()

    # nobody waits for the other side's farewell after abort
    served[:] = ()
    transport, protocol = await loop.create_connection(
        lambda: Told('client'), *address, ssl=knowing, server_hostname='localhost')
    while not served:
        await asyncio.sleep(0.01)
    served[0].name = 'nobody'
    served[0].connection_lost = lambda error: None
    served[0].eof_received = lambda: None
    transport.abort()
    await protocol.lost
    server.close()


async def upgraded():
    done = asyncio.Event()

    async def serve(reader, writer):
        print('server:', await reader.readline())
        writer.write(b'go ahead\n')
        await writer.drain()
        await writer.start_tls(server_context)
        print('server:', writer.get_extra_info('sslcontext') is server_context)
        await echo(reader, writer)
        done.set()

    server = await asyncio.start_server(serve, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'STARTTLS\n')
    print(await reader.readline())
    await writer.start_tls(knowing, server_hostname='localhost')
    writer.write(b'secret\n')
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    await done.wait()
    server.close()


async def silent():
    """One side does not speak TLS at all."""
    plain = await asyncio.start_server(lambda r, w: w.close(), '127.0.0.1', 0)
    port = plain.sockets[0].getsockname()[1]
    try:
        await asyncio.open_connection('127.0.0.1', port, ssl=knowing)
    except OSError as failure:
        print(type(failure))

    waits = await asyncio.start_server(lambda r, w: None, '127.0.0.1', 0)
    port = waits.sockets[0].getsockname()[1]
    try:
        await asyncio.open_connection('127.0.0.1', port, ssl=knowing, ssl_handshake_timeout=0.1)
    except OSError as failure:
        print(words(failure))
    plain.close()
    waits.close()


async def refused():
    loop = asyncio.get_running_loop()

    async def attempt(name, *args, **settings):
        try:
            await getattr(loop, name)(asyncio.Protocol, *args, **settings)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    one, other = socket.socketpair()
    await attempt('create_connection', sock=one, ssl=knowing)
    await attempt('create_connection', 'localhost', 1, server_hostname='x')
    await attempt('create_connection', 'localhost', 1, ssl_handshake_timeout=5)
    await attempt('create_connection', 'localhost', 1, ssl_shutdown_timeout=5)
    await attempt('create_connection', sock=one, ssl=knowing, server_hostname='localhost',
                  ssl_handshake_timeout=-1)
    await attempt('create_server', 'localhost', 0, ssl=True)
    await attempt('create_server', 'localhost', 0, ssl_handshake_timeout=3)
    await attempt('create_unix_connection', '/nowhere', ssl=knowing)
    await attempt('create_unix_connection', '/nowhere', server_hostname='x')
    for transport, context in (None, knowing), (None, 5):
        try:
            await loop.start_tls(transport, None, context)
        except TypeError as e:
            print(str(e).partition(' at 0x')[0])
    one.close()
    other.close()


for part in streams, protocols, upgraded, silent, refused:
    print('--', part.__name__)
    asyncio.run(part())
