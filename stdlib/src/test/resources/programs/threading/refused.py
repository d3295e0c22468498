# What is refused of threads and their hooks, and insides that programs use.
import sys
import threading


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class WithResult(threading.Thread):
    def run(self):
        self.result = self._target(*self._args, **self._kwargs)


thread = WithResult(target=lambda a, b: a + b, args=(1,), kwargs={'b': 2})
thread.start()
thread.join()
print(thread.result)
for name in ('name', 'daemon', 'ident', 'native_id'):
    show(lambda: delattr(thread, name))
try:
    1 / 0
except ZeroDivisionError as e:
    trace = e.__traceback__
show(lambda: delattr(trace, 'tb_next'))
show(lambda: threading.excepthook(1))
show(lambda: threading._register_atexit(1))
lock = threading._allocate_lock()
lock.acquire()
threading._start_new_thread(lock.release, ())
print(lock.acquire(timeout=10))
