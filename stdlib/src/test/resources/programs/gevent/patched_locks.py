"""Once threads are patched, locks belong to greenlets, and a condition's lock lets others run."""
from gevent import monkey
monkey.patch_all()
import threading
import time

import gevent

order = []


def work(n, lock):
    with lock:
        order.append(('in', n))
        time.sleep(0.002)
        order.append(('out', n))


for lock in (threading.RLock(), threading.Lock(), threading.Condition(), threading.Semaphore()):
    order.clear()
    gevent.joinall([gevent.spawn(work, n, lock) for n in range(3)])
    print(order)


def consume(condition, n):
    with condition:
        order.append(('waits', n))
        order.append(('told', n, condition.wait(1)))
        time.sleep(0.001)


def tell(condition):
    with condition:
        condition.notify_all()
        order.append('has told')
        time.sleep(0.005)
        order.append('leaves')


for condition in (threading.Condition(), threading.Condition(threading.RLock())):
    order.clear()
    greenlets = [gevent.spawn(consume, condition, n) for n in range(2)]
    gevent.sleep(0)
    greenlets.append(gevent.spawn(tell, condition))
    gevent.joinall(greenlets)
    print(order)

lock = threading.RLock()
lock.acquire()
lock.acquire()


def other():
    print('another greenlet', lock.acquire(False), lock.acquire(timeout=0.001), lock._is_owned())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


gevent.spawn(other).join()
print(lock._is_owned())
lock.release()
lock.release()


def holder():
    with lock:
        time.sleep(0.01)
        print('the holder is done')


g = gevent.spawn(holder)
gevent.sleep(0)
with lock:
    print('the main greenlet has it', g.ready())


def waiter():
    try:
        with lock:
            print('never')
    except gevent.GreenletExit:
        print('killed')
        raise


with lock:
    g = gevent.spawn(waiter)
    gevent.sleep(0)
    g.kill()
    print(type(g.value).__name__)

t = threading.Thread(target=holder)
t.start()
with lock:
    print('after the thread', lock._is_owned())
t.join()
