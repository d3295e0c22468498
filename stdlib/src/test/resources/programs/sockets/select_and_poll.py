import select, selectors, socket, threading, time

a, b = socket.socketpair()
print(select.select([a], [a], [a], 0) == ([], [a], []))
b.send(b'x')
print(select.select([a, b], [], [], 5) == ([a], [], []))
print(a.recv(1))
print(select.select([a], [], [], 0.01))
b.close()
print(select.select([a], [], [], 5) == ([a], [], []), a.recv(1))
a.close()
for call in [lambda: select.select([a], [], []), lambda: select.select(['x'], [], []),
             lambda: select.select([], [], [], -1),
             lambda: select.select([], [], [], 'a'), lambda: select.select(1, [], [])]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)

a, b = socket.socketpair()
p = select.poll()
p.register(a, select.POLLIN)
print(p.poll(0))
b.send(b'1')
print(p.poll(1000) == [(a.fileno(), select.POLLIN)])
p.modify(a, select.POLLOUT | select.POLLIN)
print(p.poll() == [(a.fileno(), 5)])
p.unregister(a)
print(p.poll(0))
try:
    p.unregister(a)
except KeyError as e:
    print('KeyError', e.args == (a.fileno(),))
a.recv(9)

with select.epoll() as ep:
    ep.register(a.fileno(), select.EPOLLIN)
    try:
        ep.register(a, select.EPOLLIN)
    except FileExistsError as e:
        print(e)
    print(ep.poll(0.01))
    b.send(b'2')
    print(ep.poll(1) == [(a.fileno(), 1)], ep.poll(0) == [(a.fileno(), 1)])
    a.recv(1)
    print(ep.poll(0))
    ep.modify(a, select.EPOLLIN | select.EPOLLONESHOT)
    b.send(b'3')
    print(len(ep.poll(1)), len(ep.poll(0)))
    ep.unregister(a)
    try:
        ep.unregister(a)
    except FileNotFoundError as e:
        print(e)
print(ep.closed)
try:
    ep.poll()
except ValueError as e:
    print(e)
a.recv(9)

for kind in [selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector,
             selectors.EpollSelector]:
    with kind() as sel:
        key = sel.register(a, selectors.EVENT_READ, 'data')
        print(key.fileobj is a, key.fd == a.fileno(), key.events, key.data)
        print(sel.select(0))
        b.send(b'4')
        print([(k.data, mask) for k, mask in sel.select()])
        a.recv(1)
        sel.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, 7)
        print([(k.data, mask) for k, mask in sel.select()])
        try:
            sel.register(a, 1)
        except KeyError as e:
            print('already registered' in str(e))
        try:
            sel.register(b, 8)
        except ValueError as e:
            print(e)
        print(len(sel.get_map()), sel.get_key(a).events, a in sel.get_map(), b in sel.get_map())
        sel.unregister(a)
        try:
            sel.unregister(a)
        except KeyError as e:
            print('not registered' in str(e))

# A connection that is under way, seen by its end.
server = socket.create_server(('127.0.0.1', 0))
c = socket.socket()
c.setblocking(False)
print(c.connect_ex(server.getsockname()))
print(select.select([], [c], [], 5)[1] == [c], c.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
refused = socket.socket()
refused.setblocking(False)
print(refused.connect_ex(('127.0.0.1', 1)))
print(select.select([], [refused], [], 5)[1] == [refused],
      refused.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
print(select.select([server], [], [], 5)[0] == [server])


# A wait is ended by what another thread does.
def later():
    time.sleep(0.05)
    b.send(b'5')


threading.Thread(target=later).start()
start = time.monotonic()
print(select.select([a], [], [], 30)[0] == [a], time.monotonic() - start < 20)
