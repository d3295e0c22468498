"""Consoles of a running program."""

import sys

import gevent
from gevent import socket
from gevent.backdoor import BackdoorServer

counter = {"value": 1}
server = BackdoorServer(("127.0.0.1", 0), locals={"counter": counter}, banner="welcome")
server.start()


def connect():
    conn = socket.create_connection(("127.0.0.1", server.server_port))
    return conn, conn.makefile("rb")


def until(file, mark):
    got = b""
    while not got.endswith(mark):
        byte = file.read(1)
        if not byte:
            break
        got += byte
    return got


def ask(conn, file, line, mark=b">>> "):
    conn.sendall(line.encode() + b"\r\n")
    return until(file, mark)


conn, file = connect()
print(until(file, b">>> "))
print(ask(conn, file, "1 + 1"))
print(ask(conn, file, "print('hello')"))
print(ask(conn, file, "counter['value'] += 41"))
print(counter)
print(ask(conn, file, "def f(x):", b"... "))
print(ask(conn, file, "    return x * 2", b"... "))
print(ask(conn, file, ""))
print(ask(conn, file, "f(21)"))
print(ask(conn, file, "1 / 0").splitlines()[-2:])
print(ask(conn, file, "__name__, __builtins__ is builtins"))
print(ask(conn, file, "import gevent; gevent.sleep(0.01); print('slept')"))

# Another one at the same time has variables of its own.
conn2, file2 = connect()
until(file2, b">>> ")
print(ask(conn2, file2, "f").splitlines()[-2:])
print(ask(conn2, file2, "counter"))
print("the program's own output")
sys.stdout.flush()
conn2.sendall(b"quit()\r\n")
print(file2.read())
conn2.close()

print(ask(conn, file, "import sys; _ = sys.stdout.write('x')"))
conn.sendall(b"sys.exit(0)\r\n")
print(file.read())
conn.close()

# Who goes away without a word.
conn, file = connect()
until(file, b">>> ")
file.close()
conn.close()
gevent.sleep(0.05)
server.stop()
print("stopped")
