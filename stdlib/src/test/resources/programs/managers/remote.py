"""Managers that other programs use through sockets."""
import multiprocessing
import queue
import threading
from multiprocessing.connection import Client
from multiprocessing.managers import BaseManager, SharedMemoryManager, SyncManager


class Counter:
    def __init__(self, start=0):
        self.n = start

    def add(self, k=1):
        self.n += k
        return self.n

    def fail(self):
        raise ValueError('from the server', self.n)

    def numbers(self):
        return range(3)

    def lock(self):
        return threading.Lock()

    def _hidden(self):
        return 'hidden'


tasks = queue.Queue()
results = {'a': 1}
common = Counter(100)


def get_tasks():
    return tasks


def get_results():
    return results


def get_common():
    return common


class ServerManager(BaseManager):
    pass


ServerManager.register('tasks', callable=get_tasks)
ServerManager.register('results', callable=get_results, exposed=('keys', 'get', '__setitem__', '__len__'))
ServerManager.register('common', callable=get_common)
ServerManager.register('Counter', Counter)


class ClientManager(BaseManager):
    pass


for name in ('tasks', 'results', 'common', 'Counter', 'missing'):
    ClientManager.register(name)


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, str(e).strip('-\n').splitlines()[-1:])


def serve(ready):
    manager = ServerManager(address=('127.0.0.1', 0), authkey=b'abc')
    server = manager.get_server()
    ready.send(server.address)
    server.serve_forever()


def works(address):
    manager = ClientManager(address=address, authkey=b'abc')
    manager.connect()
    while True:
        x = manager.tasks().get()
        if x is None:
            break
        manager.results()['square of %d' % x] = x * x


def use(address):
    manager = ClientManager(address=address, authkey=b'abc')
    attempt('before', lambda: manager.tasks())
    manager.connect()
    print(type(manager.address).__name__)
    ps = [multiprocessing.Process(target=works, args=(address,)) for _ in range(2)]
    for p in ps:
        p.start()
    for x in range(5):
        manager.tasks().put(x)
    for p in ps:
        manager.tasks().put(None)
    for p in ps:
        p.join()
    found = manager.results()
    print(len(found), sorted(found.keys()), found.get('square of 3'), str(manager.tasks()).split(' at ')[0])
    attempt('not exposed', lambda: found._callmethod('pop', ('a',)))
    c = manager.Counter(5)
    print(c.add(), c.add(10), c.add(k=2), type(c).__name__, repr(c).split(' at ')[0])
    attempt('raises', c.fail)
    attempt('hidden', lambda: c._callmethod('_hidden'))
    print(c.numbers())
    attempt('lock', c.lock)
    print(manager.common().add(), manager.common().add())
    attempt('missing', manager.missing)
    attempt('arguments', lambda: manager.Counter(1, 2, 3))
    attempt('shutdown', lambda: manager.shutdown())
    with Client(address, authkey=b'abc') as stranger:
        stranger.send('nonsense')
        print(stranger.recv()[0])
    with Client(address, authkey=b'abc') as stranger:
        stranger.send_bytes(b'no pickle at all')
        print(stranger.recv()[0])
    with Client(address, authkey=b'abc') as stranger:
        stranger.send((None, '__init__', (), {}))
        print(stranger.recv()[0])
    with Client(address, authkey=b'abc') as stranger:
        stranger.send((None, 'accept_connection', ('x',), {}))
        print(stranger.recv())
        stranger.send(5)
        print(stranger.recv()[0])
        stranger.send(('ffff', 'method', (), {}))
        print(stranger.recv()[0])
    attempt('wrong key', lambda: ClientManager(address=address, authkey=b'x').connect())
    print(manager.common().add())


if __name__ == '__main__':
    r, w = multiprocessing.Pipe(False)
    p = multiprocessing.Process(target=serve, args=(w,), daemon=True)
    p.start()
    address = r.recv()
    use(address)
    p.terminate()
    p.join()
    attempt('nobody', lambda: ClientManager(address=address, authkey=b'abc').connect())
    with SyncManager(address=('127.0.0.1', 0), authkey=b'key') as m:
        d = m.dict(x=1)
        print(d, m.address[0], m.address[1] > 0)
        SyncManager.register('other')
    with SharedMemoryManager() as smm:
        block = smm.SharedMemory(8)
        numbers = smm.ShareableList([1, 'x'])
        block.buf[0] = 5
        numbers[0] += 1
        print(block.size, list(numbers), block.buf[0])
        name = block.name
        block.close()
    try:
        multiprocessing.shared_memory.SharedMemory(name)
    except FileNotFoundError:
        print('gone')
    attempt('authkey', lambda: BaseManager(address=('127.0.0.1', 0), authkey='text').get_server())
