# An exception raised in another thread: the known way to end one from outside.
import ctypes
import inspect
import threading
import time


def raise_in(thread, kind):
    if not inspect.isclass(kind):
        raise TypeError('only types')
    found = ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident),
                                                       ctypes.py_object(kind))
    if found == 0:
        raise ValueError('invalid thread id')


class Stoppable(threading.Thread):
    def run(self):
        try:
            begun.set()
            while True:
                time.sleep(0.01)
        finally:
            print('cleaned up')

    def get_id(self):
        for number, thread in threading._active.items():
            if thread is self:
                return number


begun = threading.Event()
thread = Stoppable()
thread.start()
begun.wait()
print(thread.get_id() == thread.ident)
raise_in(thread, SystemExit)
thread.join()
print(thread.is_alive(), thread.get_id())
try:
    raise_in(thread, SystemExit)
except ValueError as e:
    print(e)


def count():
    n = 0
    try:
        begun.set()
        while True:
            n += 1
            n -= 1
    except KeyError as e:
        print('caught', repr(e), n in (0, 1))


begun.clear()
thread = threading.Thread(target=count)
thread.start()
begun.wait()
raise_in(thread, KeyError)
thread.join()

function = ctypes.pythonapi.PyThreadState_SetAsyncExc
print(function.__name__, function.argtypes, function is ctypes.pythonapi.PyThreadState_SetAsyncExc)
for arguments in [(ctypes.c_long(5), SystemExit), (1.5, ctypes.py_object(SystemExit)),
                  (ctypes.c_long(3), ctypes.py_object(SystemExit))]:
    try:
        print(function(*arguments))
    except ctypes.ArgumentError as e:
        print('ArgumentError', e)
function.argtypes = [ctypes.c_ulong, ctypes.py_object]
for arguments in [(3, SystemExit), (3,), ('a', SystemExit)]:
    try:
        print(function(*arguments))
    except (TypeError, ctypes.ArgumentError) as e:
        print(type(e).__name__, e)

# in the running thread itself, and in the main one
for kind in (ValueError, ValueError(1)):
    try:
        function(threading.get_ident(), kind)
        print('not reached')
    except (ValueError, SystemError) as e:
        print(repr(e))


def interrupt():
    time.sleep(0.02)
    function(threading.main_thread().ident, KeyboardInterrupt)


threading.Thread(target=interrupt).start()
try:
    for _ in range(1000):
        time.sleep(0.01)
except KeyboardInterrupt:
    print('interrupted')

print(ctypes.py_object(int), ctypes.py_object(), ctypes.py_object([1]).value, ctypes.py_object)
try:
    print(ctypes.py_object().value)
except ValueError as e:
    print(e)
try:
    ctypes.pythonapi.NoSuchFunction
except AttributeError as e:
    print('undefined symbol: NoSuchFunction' in str(e))
