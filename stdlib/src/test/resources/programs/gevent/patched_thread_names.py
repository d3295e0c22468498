"""Threads and greenlets that are none share one count of names; a program ends after its threads."""
from gevent import monkey
monkey.patch_all()
import atexit
import logging
import sys
import threading
import time

import gevent

logging.basicConfig(stream=sys.stdout, level=logging.INFO,
                    format='%(threadName)s %(levelname)s %(message)s')
log = logging.getLogger('app')


def job(n):
    log.info('begins %d', n)
    gevent.sleep(0)
    thread = threading.current_thread()
    log.info('ends %d: %s %s', n, type(thread).__name__,
             isinstance(thread, threading._DummyThread))


gevent.joinall([gevent.spawn(job, n) for n in range(2)])
threads = [threading.Thread(target=job, args=(n, )) for n in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
gevent.spawn(job, 9).join()
threading.excepthook = lambda failure: print(
    isinstance(failure, threading.ExceptHookArgs), failure.exc_type.__name__, failure.thread.name)
thread = threading.Thread(target=lambda: 1 // 0, name='fails')
thread.start()
thread.join()
atexit.register(lambda: print('at the exit', threading.active_count()))


def late():
    time.sleep(0.02)
    print('a late thread')


threading.Thread(target=late).start()
print('the main program ends')
