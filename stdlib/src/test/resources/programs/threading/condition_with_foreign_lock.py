"""Conditions whose lock is any object that can be acquired and released."""
import multiprocessing
import threading


class Told:
    """A lock that writes down what is done with it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.calls = []

    def acquire(self, *args):
        self.calls.append('acquire%r' % (args,))
        return self.lock.acquire(*args)

    def release(self):
        self.calls.append('release')
        self.lock.release()

    def __enter__(self):
        self.calls.append('enter')
        return self.lock.__enter__()

    def __exit__(self, *args):
        self.calls.append('exit')
        self.lock.__exit__(*args)


def meet(condition):
    waiting = threading.Event()
    found = []

    def wait():
        with condition:
            waiting.set()
            found.append(condition.wait(10))

    thread = threading.Thread(target=wait)
    thread.start()
    waiting.wait()
    with condition:
        condition.notify()
    thread.join()
    with condition:
        found.append(condition.wait(0.001))
        found.append(condition.wait_for(lambda: 'yes', 1))
    return found


told = Told()
for lock in told, multiprocessing.Lock(), threading.Semaphore(1), threading.Condition():
    condition = threading.Condition(lock)
    print(type(lock).__name__, meet(condition))
    for method in condition.wait, condition.notify, condition.notify_all:
        try:
            method()
        except RuntimeError as e:
            print(e)
    condition.acquire()
    print(condition._is_owned(), end=' ')
    condition.release()
    print(condition._is_owned())
print(told.calls[:1], told.calls[-4:])
for wrong in 3, 'x', object:
    try:
        threading.Condition(wrong)
    except AttributeError as e:
        print(e)


class OnlyAcquire:
    def acquire(self):
        return True


try:
    threading.Condition(OnlyAcquire())
except AttributeError as e:
    print(e)


class Failing(Told):
    def release(self):
        super().release()
        raise OSError('no release')


condition = threading.Condition(Failing())
condition.acquire()
try:
    condition.wait(1)
except OSError as e:
    print(e)
condition = threading.Condition(threading.Lock())
print(condition.acquire(timeout=3), condition.acquire(False),
      condition.acquire(blocking=True, timeout=0.001))
try:
    condition.acquire(False, 3)
except ValueError as e:
    print(e)
