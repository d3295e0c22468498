"""The module _thread."""
import _thread
import time

lock = _thread.allocate_lock()
lock.acquire()
seen = []


def work(a, b=0):
    seen.append((a, b, _thread.get_ident() != main))
    lock.release()


main = _thread.get_ident()
print(isinstance(_thread.start_new_thread(work, (1,), {'b': 2}), int))
lock.acquire()
print(seen, type(lock) is _thread.LockType, _thread.error is RuntimeError)


def leave():
    try:
        _thread.exit()
    finally:
        lock.release()


_thread.start_new_thread(leave, ())
lock.acquire()


def attempt(what, *args):
    try:
        print(what(*args))
    except BaseException as e:
        print(type(e).__name__, e)


attempt(_thread.start_new_thread, 3, ())
attempt(_thread.start_new_thread, print, [1])
attempt(_thread.start_new_thread, print, (), 3)


def interrupt():
    _thread.interrupt_main()


try:
    _thread.start_new_thread(interrupt, ())
    time.sleep(20)
    print('never')
except KeyboardInterrupt:
    print('interrupted')
