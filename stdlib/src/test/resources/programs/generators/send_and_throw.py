"""Generators: send, throw, close, return values, states."""
import sys


def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as e:
            got = f'caught {e}'
        except GeneratorExit:
            print('closing')
            raise


g = echo()
print(next(g), g.send(1), g.send('two'), g.throw(ValueError('oops')), g.throw(ValueError), g.gi_frame is not None, g.gi_running)
print(g.close(), g.gi_frame, list(g))
for f in (lambda: echo().send(1), lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError('k')), lambda: echo().throw(5), lambda: echo().throw(ValueError, 'v')):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def ret():
    yield 1
    return 'result'


def deleg():
    r = yield from ret()
    print('got', r)
    x = yield from [2, 3]
    print(x)
    return r


print(list(deleg()))
it = ret(); next(it)
try: next(it)
except StopIteration as e: print(e.value)


def stubborn():
    try: yield 1
    except GeneratorExit: yield 2


s = stubborn(); next(s)
try: s.close()
except RuntimeError as e: print(e)


def self_ref():
    try: next(me)
    except ValueError as e: print(e)
    yield


me = self_ref(); next(me)
print(type(me).__name__, me.__name__, me.__qualname__, repr(me)[:27])


def cleanup():
    try: yield 1
    finally: print('cleaned')


c = cleanup(); next(c); c.close(); c.close()
def early():
    return
    yield
print(list(early()), sum(i * i for i in range(4)), max((y for y in [3, 1]), default=0))
