# Small things of the classes of threading and queue: arguments that are refused, attributes.
import queue
import sys
import threading

lock = threading.Lock()
for arguments in ((None,), ('x',), (1.5,), (2,), (False,)):
    try:
        print(lock.acquire(*arguments))
    except TypeError as e:
        print(e)
print(threading.Lock, threading.RLock(1, x=2).acquire(), threading.BoundedSemaphore(3)._initial_value)
try:
    threading.Lock(1)
except TypeError as e:
    print(e)
event = threading.Event()
event.set()
condition = threading.Condition(lock)
print(event._flag, condition._lock is lock)

thread = threading.Thread(target=print, args=('called',))
for name in ('ident', 'native_id'):
    try:
        setattr(thread, name, 5)
    except AttributeError as e:
        print(e)
thread.run()
for use in (thread.run, lambda: thread._args, lambda: thread._kwargs):
    try:
        use()
    except AttributeError as e:
        print(e)

for limit in (1.5, float(2), 0.0, True):
    q = queue.Queue(limit)
    count = 0
    try:
        while count < 4:
            q.put_nowait(count)
            count += 1
    except queue.Full:
        pass
    print(limit, count, q.full())
print(queue.__all__)
print(queue.Empty.__doc__, queue.Full.__doc__)
sys.unraisablehook = lambda args: print('ignored:', args.exc_value, args.object is threading)


def too_late():
    threading._register_atexit(print)


threading._register_atexit(too_late)
