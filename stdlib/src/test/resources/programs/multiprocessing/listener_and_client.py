"""Connections through sockets: both families, keys, bytes, errors, what comes from strangers."""
import multiprocessing
import os
import socket
from multiprocessing.connection import Client, Connection, Listener, wait


def echo(listener, times, told):
    for _ in range(times):
        try:
            with listener.accept() as c:
                told.put(('accepted', type(c).__name__, isinstance(c, Connection),
                          type(listener.last_accepted).__name__))
                while True:
                    try:
                        message = c.recv_bytes()
                    except (EOFError, ConnectionResetError):
                        told.put('end')
                        break
                    c.send_bytes(message.upper())
        except multiprocessing.AuthenticationError as e:
            told.put(('refused', str(e)))
        except (OSError, EOFError, AssertionError) as e:
            told.put((type(e).__name__, str(e)))


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, e)


def both_families(told):
    for family in ('AF_INET', 'AF_UNIX'):
        with Listener(family=family, authkey=b'secret') as listener:
            address = listener.address
            print(family, type(address).__name__, listener.last_accepted)
            p = multiprocessing.Process(target=echo, args=(listener, 3, told))
            p.start()
            with Client(address, authkey=b'secret') as c:
                c.send_bytes(b'hello')
                print(c.poll(20), c.recv_bytes(), c.poll(), c.closed, c.readable, c.writable)
                c.send_bytes(b'x' * 300_000)
                print(len(c.recv_bytes()))
                buffer = bytearray(10)
                c.send_bytes(bytearray(b'abcdef'), 1, 3)
                print(c.recv_bytes_into(buffer, 2), buffer)
                c.send_bytes(b'')
                print(c.recv_bytes())
                c.send_bytes(b'too long')
                try:
                    c.recv_bytes_into(bytearray(3))
                except multiprocessing.BufferTooShort as e:
                    print('BufferTooShort', e.args)
                c.send_bytes(b'longer than that')
                attempt('maxlength', lambda: c.recv_bytes(5))
                attempt('again', c.recv_bytes)
                attempt('offset', lambda: c.send_bytes(b'abc', 4))
                attempt('size', lambda: c.send_bytes(b'abc', 1, 3))
                attempt('negative', lambda: c.send_bytes(b'abc', -1))
            attempt('after close', lambda: c.send_bytes(b'x'))
            attempt('wrong key', lambda: Client(address, authkey=b'wrong'))
            stranger = Client(address)
            print(stranger.recv_bytes()[:11])
            stranger.send_bytes(b'I do not know the key')
            print(stranger.recv_bytes())
            stranger.close()
            p.join()
            while not told.empty():
                print('  told', told.get())
            print(p.exitcode)
        attempt('closed', listener.accept)
        if family == 'AF_UNIX':
            print(os.path.exists(address))
        attempt('nobody listens', lambda: Client(address))


def refusals():
    attempt('family', lambda: Listener(family='AF_PIPE'))
    attempt('family', lambda: Listener(family='AF_NOTHING'))
    attempt('address', lambda: Client(5))
    attempt('key', lambda: Listener(authkey='text'))
    listener = Listener()
    attempt('key', lambda: Client(listener.address, authkey='text'))
    attempt('twice', lambda: Listener(listener.address, family='AF_NOTHING'))
    print(listener.close(), listener.close())


def raw(told):
    """Lengths that are lies, and messages that break off."""
    for data in (b'\x00\x00\x00\x05abc', b'\x00\x00', b'\x00\x00\x00\x03abc'):
        with Listener(('127.0.0.1', 0)) as listener:
            s = socket.create_connection(listener.address)
            c = listener.accept()
            s.sendall(data)
            s.close()
            attempt('raw %r' % data, c.recv_bytes)
            c.close()


def waiting():
    r, w = multiprocessing.Pipe(False)
    r2, w2 = multiprocessing.Pipe()
    p = multiprocessing.Process(target=str)
    p.start()
    print(wait([r, r2], 0), wait([r, p.sentinel], 20) == [p.sentinel])
    p.join()
    print(wait([p.sentinel]) == [p.sentinel])
    w.send(1)
    print(wait([r, r2]) == [r], r.fileno() > 2, wait([r.fileno()], 20) == [r.fileno()])
    a, b = socket.socketpair()
    a.sendall(b'x')
    print(wait([b, r2]) == [b], wait([a], 0.01), wait([b, r, r2]) == [b, r] or 'other order')
    w2.close()
    print(wait([r2]) == [r2], wait([], 0.01), wait([r2], -1) == [r2])
    attempt('wait', lambda: wait(['x']))
    attempt('wait', lambda: wait([-1]))


if __name__ == '__main__':
    told = multiprocessing.SimpleQueue()
    both_families(told)
    refusals()
    raw(told)
    waiting()
