"""The start of a patched thread returns when the thread has begun."""
from gevent import monkey
monkey.patch_all()
import _thread
import threading
import time


def work(name):
    print(name, 'begins')
    time.sleep(0.01)
    print(name, 'ends')


t = threading.Thread(target=work, args=('a thread',))
t.start()
print('started', t.is_alive())
t.join()
print('joined', t.is_alive())

t = threading.Timer(0.02, work, ['a timer'])
t.start()
print('timer started', t.is_alive())
t.join()

_thread.start_new_thread(work, ('a new thread',))
print('after start_new_thread')
time.sleep(0.05)
