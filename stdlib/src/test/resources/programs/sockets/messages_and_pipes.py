# Messages of several parts, looking ahead, empty datagrams, pipes that are polled, who has gone.
import os
import select
import socket
import threading

one, other = socket.socketpair()
print(one.sendmsg([b'one', b'two']), other.recvmsg(100))
one.sendall(b'x' * 10)
first, second = bytearray(4), bytearray(10)
print(other.recvmsg_into([first, second]), first, second)
one.send(b'ahead')
print(other.recv(2, socket.MSG_PEEK), other.recv(3, socket.MSG_PEEK), other.recv(10))
other.setblocking(False)
try:
    other.recv(1)
except BlockingIOError as failure:
    print(failure)
one.set_inheritable(True)
print(one.get_inheritable(), other.get_inheritable())

receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(('127.0.0.1', 0))
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.connect(receiver.getsockname())
sender.send(b'')
sender.send(b'after')
print(receiver.recvfrom(5)[0], receiver.recvmsg(9)[0])
for wrong in (receiver.accept, receiver.listen, lambda: receiver.send(b'x'),
              lambda: sender.send(b'x' * 70000)):
    try:
        wrong()
    except OSError as failure:
        print(failure)

print('a listener that is shut down wakes who waits')
listener = socket.create_server(('127.0.0.1', 0))


def wait():
    try:
        listener.accept()
    except OSError as failure:
        print(failure)


waiting = threading.Thread(target=wait)
waiting.start()
waiting.join(0.1)
listener.shutdown(socket.SHUT_RDWR)
waiting.join()

print('pipes')
reading, writing = os.pipe()
print(select.select([reading], [writing], [], 0) == ([], [writing], []))
os.write(writing, b'x')
print(select.select([reading], [], [], 0) == ([reading], [], []))
poll = select.poll()
poll.register(reading, select.POLLIN)
print(poll.poll(0)[0][1] == select.POLLIN)
os.close(writing)
print(poll.poll(0)[0][1] == select.POLLIN | select.POLLHUP)
os.read(reading, 5)
print(poll.poll(0)[0][1] == select.POLLHUP)
reading, writing = os.pipe()
poll = select.poll()
poll.register(writing, select.POLLOUT)
os.close(reading)
print(poll.poll(0)[0][1] == select.POLLOUT | select.POLLERR)
reading, writing = os.pipe()
late = threading.Timer(0.1, os.write, (writing, b'late'))
late.start()
print(len(select.select([reading], [], [], 20)[0]), os.read(reading, 10))
poll = select.poll()
poll.register(one)
other.close()
print(poll.poll(0)[0][1] == select.POLLIN | select.POLLOUT | select.POLLHUP)
