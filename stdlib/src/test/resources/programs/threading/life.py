"""Threads: names, states, what they print, joining, errors of use."""
import re
import threading
import time


def show(t):
    print(re.sub(r'\d{5,}', 'N', repr(t)), t.name, t.daemon, t.is_alive(), t.ident is None,
          t.native_id is None)


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, e)


gate = threading.Event()


def wait():
    gate.wait(10)


def noop():
    pass


class Mine(threading.Thread):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        self.result = self.n * 2


class Broken(threading.Thread):
    def __init__(self):
        pass


t = threading.Thread(target=wait)
show(t)
attempt(t.join)
t.start()
show(t)
attempt(t.start)
attempt(setattr, t, 'daemon', True)
t.join(0.01)
print(t.is_alive(), threading.active_count(), t in threading.enumerate())
gate.set()
t.join()
t.join(0)
show(t)
attempt(t.start)

m = Mine(21)
m.start()
m.join()
print(m.result, m.name)
attempt(Broken().start)
attempt(repr, Broken())
attempt(threading.Thread, 'group')
attempt(threading.Thread, None, noop, 'named', (), {}, True)
attempt(threading.Thread, bogus=1)
attempt(threading.current_thread().join)
show(threading.Thread(target=noop, name='given', daemon=True))
show(threading.Thread(target=lambda: 0))
show(threading.Thread(target=print))
show(threading.Thread(name=5))
x = threading.Thread(target=noop)
x.name = 'other'
x.daemon = True
print(x.name, x.daemon)
print(threading.main_thread() is threading.current_thread(), threading.main_thread().name,
      threading.get_ident() == threading.main_thread().ident, threading.get_native_id() > 0)
show(threading.main_thread())
print(threading.TIMEOUT_MAX, threading.ThreadError is RuntimeError, threading.stack_size())
attempt(threading.stack_size, 100)
attempt(threading.stack_size, -1)

out = []
d = threading.Thread(target=lambda a, b=0: out.append((a, b)), args=(1,), kwargs={'b': 2})
d.run()
print(out)
d = threading.Thread(target=lambda: out.append(threading.current_thread().daemon), daemon=True)
d.start()
d.join()
inherits = []


def parent():
    child = threading.Thread(target=noop)
    inherits.append(child.daemon)


p = threading.Thread(target=parent, daemon=True)
p.start()
p.join()
print(out, inherits)


def slow():
    time.sleep(0.05)
    print('a thread outlives the main one')


threading.Thread(target=slow).start()
threading.Thread(target=lambda: (time.sleep(30), print('never')), daemon=True).start()
print('end of the main thread')
