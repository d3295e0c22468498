"""Shared memory: blocks by name, views, lists in them, in several processes."""
import multiprocessing
from multiprocessing import shared_memory
from multiprocessing.shared_memory import ShareableList, SharedMemory


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, e)


def fill(name, start, lock):
    block = SharedMemory(name)
    for i in range(start, start + 4):
        block.buf[i] = i * 10
    for _ in range(100):
        with lock:
            n = int.from_bytes(block.buf[8:12], 'little')
            block.buf[8:12] = (n + 1).to_bytes(4, 'little')
    block.close()


def by_object(block):
    block.buf[12:15] = b'abc'
    block.close()


def change(shared):
    shared[0] += 1
    shared[2] = 'from child'
    shared[-1] = None


def blocks():
    block = SharedMemory(create=True, size=16)
    print(block.size, type(block.buf).__name__, len(block.buf), block.name.startswith('psm_'))
    print(bytes(block.buf[:4]), repr(block) == "SharedMemory(%r, size=16)" % block.name)
    lock = multiprocessing.Lock()
    ps = [multiprocessing.Process(target=fill, args=(block.name, s, lock)) for s in (0, 4)]
    ps.append(multiprocessing.Process(target=by_object, args=(block,)))
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print([p.exitcode for p in ps], bytes(block.buf))
    again = SharedMemory(name=block.name, create=False)
    again.buf[0] = 99
    print(block.buf[0], again.size, again.name == block.name)
    again.close()
    again.close()
    print(again.buf, again.size)
    block.close()
    block.unlink()
    for action in (lambda: SharedMemory(block.name), block.unlink):
        try:
            action()
        except FileNotFoundError as e:
            print(e.errno, e.strerror, e.filename == '/' + block.name)


def refusals():
    attempt('size', lambda: SharedMemory(create=True, size=0))
    attempt('size', lambda: SharedMemory(create=True, size=-1))
    attempt('name', lambda: SharedMemory())
    attempt('missing', lambda: SharedMemory('pyconc_test_missing'))
    named = SharedMemory('pyconc_test_block', create=True, size=3)
    attempt('exists', lambda: SharedMemory('pyconc_test_block', create=True, size=3))
    print(named)
    try:
        named.buf[3] = 1
    except IndexError as e:
        print('IndexError', e)
    try:
        named.buf[0] = 256
    except ValueError as e:
        print('ValueError', e)
    named.buf[:] = b'xyz'
    print(bytes(named.buf), named.buf[-1], named.buf.readonly, named.buf.nbytes)
    named.close()
    named.unlink()


def lists():
    values = [1, -2.5, 'text', b'bytes', True, None, 'äöü', '']
    shared = ShareableList(values)
    print(list(shared), len(shared), shared.format)
    print(repr(shared) == 'ShareableList(%r, name=%r)' % (values, shared.shm.name))
    print(shared.shm.size, shared.count(True), shared.index('text'), 'text' in shared, 5 in shared)
    attempt('index', lambda: shared.index('nowhere'))
    attempt('get', lambda: shared[8])
    try:
        shared[8] = 1
    except IndexError as e:
        print('IndexError', e)
    shared[2] = 'longer'
    shared[3] = 7
    shared[4] = 'short'
    shared[5] = 1.5
    shared[0] = False
    print(list(shared), shared.format)
    try:
        shared[2] = 'much too long for its place'
    except ValueError as e:
        print('ValueError', e)
    try:
        shared[2] = [1]
    except KeyError as e:
        print('KeyError', e)
    attempt('type', lambda: ShareableList([1, [2]]))
    other = ShareableList(name=shared.shm.name)
    other[0] = 5
    print(shared[0], list(other) == list(shared))
    other.shm.close()
    shared.shm.close()
    shared.shm.unlink()
    counts = ShareableList([0, 1, 'xxxxxxxxxxxx', 3])
    ps = [multiprocessing.Process(target=change, args=(counts,)) for _ in range(3)]
    for p in ps:
        p.start()
        p.join()
    print(counts[0], list(counts))
    q = multiprocessing.SimpleQueue()
    q.put(counts)
    got = q.get()
    got[1] = 'sent'
    print(list(counts), type(got).__name__)
    got.shm.close()
    counts.shm.close()
    counts.shm.unlink()
    empty = ShareableList([])
    print(list(empty), len(empty), repr(empty.format))
    empty.shm.close()
    empty.shm.unlink()
    print(shared_memory.__all__, ShareableList[int])


if __name__ == '__main__':
    blocks()
    refusals()
    lists()
