"""Names that are kept for old programs warn; other things at the edge of the module."""
import _thread
import queue
import sys
import threading
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, filename, lineno, *more: print(category.__name__, lineno, message)

t = threading.Thread(name='old')
print(t.getName())
t.setName('older')
t.setDaemon(True)
print(t.isDaemon(), t.name)
print(threading.currentThread() is threading.main_thread())
print(threading.activeCount())
print(threading.Event().isSet())
c = threading.Condition()
with c:
    c.notifyAll()

print(sorted(threading.__all__) == sorted(set(threading.__all__)), 'Thread' in threading.__all__)


def watch(frame, event, arg):
    pass


print(threading.gettrace(), threading.getprofile())
threading.settrace(watch)
threading.setprofile(watch)
print(threading.gettrace() is watch, threading.getprofile() is watch)
threading.settrace(None)
threading.setprofile(None)


class Falsy:
    def __bool__(self):
        return False

    def __call__(self):
        print('called')


t = threading.Thread(target=Falsy(), name='falsy')
t.start()
t.join()

for number in (-1, 0, 65, 1000):
    try:
        _thread.interrupt_main(number)
    except ValueError as e:
        print(e)
_thread.interrupt_main(15)  # is not handled by the program
try:
    _thread.interrupt_main()
    for _ in range(1000):
        pass
except KeyboardInterrupt:
    print('KeyboardInterrupt')

q = queue.Queue(1)
q.put(1)
q.maxsize = 3
q.put(2)
q.put(3)
print(q.full(), q.maxsize, q.qsize())
q.maxsize = 2
print(q.full())
try:
    q.put(4, timeout=0.01)
except queue.Full:
    print('Full')


def fails(args):
    raise ValueError('the hook fails')


sys.excepthook = lambda kind, value, traceback: print('sys.excepthook', kind.__name__, value)
threading.excepthook = fails
sys.stderr = sys.stdout
t = threading.Thread(target=lambda: 1 / 0)
t.start()
t.join()
