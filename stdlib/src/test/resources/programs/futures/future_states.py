"""A future by itself: its states, what it prints, who is told."""
import re
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError,
                                Future, InvalidStateError, TimeoutError, as_completed, wait)


def show(f):
    print(re.sub('0x[0-9a-f]+', '0x', repr(f)), f.cancelled(), f.running(), f.done())


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, re.sub('0x[0-9a-f]+', '0x', str(e)))


f = Future()
show(f)
print(f.set_running_or_notify_cancel())
show(f)
print(f.cancel())
attempt(f.result, timeout=0.01)
attempt(f.exception, 0)
f.add_done_callback(lambda x: print('called back with', x.result()))
f.set_result([1])
show(f)
print(f.result(), f.exception(), f.cancel())
f.add_done_callback(lambda x: print('at once'))
attempt(f.set_result, 2)
attempt(f.set_exception, ValueError())

f = Future()
f.set_exception(KeyError('k'))
show(f)
attempt(f.result)
print(repr(f.exception()))

f = Future()
f.add_done_callback(lambda x: print('cancelled:', x.cancelled()))
print(f.cancel(), f.cancel())
show(f)
attempt(f.result)
attempt(f.exception)
print(f.set_running_or_notify_cancel())
show(f)
attempt(f.set_result, 1)

print(TimeoutError is __builtins__.TimeoutError, issubclass(CancelledError, Exception),
      issubclass(InvalidStateError, Exception))

a, b, c = Future(), Future(), Future()
a.set_result(1)
done, not_done = wait([a, b, c], timeout=0.01)
print(len(done), len(not_done))
r = wait([a, b, a], return_when=FIRST_COMPLETED)
print(type(r).__name__, r._fields, r.done == {a}, r.not_done == {b})
b.set_exception(ValueError('b'))
print([len(x) for x in wait([a, b, c], return_when=FIRST_EXCEPTION)])
print([len(x) for x in wait([], return_when=ALL_COMPLETED)])
attempt(wait, [a, c], return_when='SOME')
print(len(list(as_completed([a, b]))))
attempt(lambda: list(as_completed([a, b, c], timeout=0.01)))
print(Future[int])
