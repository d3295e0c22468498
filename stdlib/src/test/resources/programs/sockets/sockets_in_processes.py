import socket
from multiprocessing import Process, Pool, Queue


def talk(conn, addr):
    with conn:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.send(data[::-1])


def server(sock, count):
    for _ in range(count):
        conn, addr = sock.accept()
        p = Process(target=talk, args=(conn, addr))
        p.start()
        conn.close()


def ask(port, text):
    with socket.create_connection(('127.0.0.1', port)) as c:
        c.sendall(text)
        got = b''
        while len(got) < len(text):
            got += c.recv(100)
        return got


def from_queue(queue):
    sock = queue.get()
    sock.sendall(b'through a queue')
    sock.close()


if __name__ == '__main__':
    listening = socket.create_server(('127.0.0.1', 0))
    port = listening.getsockname()[1]
    serving = Process(target=server, args=(listening, 6))
    serving.start()
    with Pool(3) as pool:
        print(pool.starmap(ask, [(port, b'number %d' % i) for i in range(6)]))
    serving.join()
    print(serving.exitcode)
    a, b = socket.socketpair()
    queue = Queue()
    p = Process(target=from_queue, args=(queue,))
    p.start()
    queue.put(a)
    print(b.recv(100))
    p.join()
    a.close()
    print(b.recv(100))
    with Pool(2) as pool:
        conn, other = socket.socketpair()
        pool.apply_async(talk, args=(conn, None))
        other.sendall(b'to a worker')
        print(other.recv(100))
        other.close()
