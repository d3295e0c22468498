# sys.unraisablehook is told what nobody can catch.
import _thread
import sys
import threading


def told(info):
    print(info.exc_type.__name__, info.exc_value, info.err_msg, getattr(info.object, '__name__', info.object))
    done.set()


def fail():
    raise ValueError('nobody listens')


class Odd:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getattr__(self, name):
        return 1 / 0


def delegate():
    yield from Odd()


sys.unraisablehook = told
done = threading.Event()
_thread.start_new_thread(fail, ())
done.wait()
generator = delegate()
print(next(generator))
sys.unraisablehook = lambda info: print(type(info).__name__, info.err_msg, info.exc_type.__name__)
generator.close()
sys.unraisablehook = sys.__unraisablehook__
try:
    sys.unraisablehook(None)
except TypeError as error:
    print(error)
print(len(threading._dangling) >= 1)
