"""What no message can carry is refused where it is sent, and what was in use goes on."""
import multiprocessing
import sys
import threading


def numbers():
    yield 1


async def later():
    return 1


async def stream():
    yield 1


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, str(e).split(' at ')[0])


class Holder:
    def __init__(self):
        self.lock = threading.Lock()


def identity(x):
    return x


def gives_generator():
    return numbers()


if __name__ == '__main__':
    a, b = multiprocessing.Pipe()
    coroutine = later()
    for what in (numbers(), coroutine, stream(), threading.Lock(), threading.RLock(), Holder(),
                 [1, {'x': numbers()}], {}.keys(), {}.items(), sys.stdout, (x for x in [1])):
        attempt('send', lambda: a.send(what))
        print(b.poll())
    coroutine.close()
    a.send('goes on')
    print(b.recv())
    q = multiprocessing.SimpleQueue()
    attempt('put', lambda: q.put(numbers()))
    print(q.empty())
    with multiprocessing.Pool(1) as pool:
        attempt('apply', lambda: pool.apply(identity, (numbers(),)))
        attempt('map', lambda: pool.map(identity, [numbers(), 1]))
        attempt('goes on', lambda: pool.apply(identity, (5,)))
        try:
            pool.apply(gives_generator)
        except multiprocessing.pool.MaybeEncodingError as e:
            print(type(e).__name__, e.exc, e.value.split(' at ')[0])
        attempt('goes on', lambda: pool.map(identity, [1, 2]))
