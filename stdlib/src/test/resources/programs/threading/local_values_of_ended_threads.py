"""What a thread had in a threading.local goes with the thread."""
import _thread
import gc
import threading
import weakref


class Value:
    pass


local = threading.local()
values = []
ended = threading.Semaphore(0)


def use():
    value = Value()
    local.value = value
    values.append(weakref.ref(value))


def use_raw():
    use()
    ended.release()


class Own(threading.local):
    def __init__(self, value):
        self.value = value


own = Own(7)
local.value = 'main'
for _ in range(5):
    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    del thread
gc.collect()
print(sum(value() is None for value in values) >= 4, len(values))
print(local.value, own.value)
_thread.start_new_thread(use_raw, ())
ended.acquire()
print(len(values), local.value)
own.value = 8
seen = []
thread = threading.Thread(target=lambda: seen.append(own.value))
thread.start()
thread.join()
print(seen, own.value)
