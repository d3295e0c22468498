"""What a greenlet waits for may be made ready by another thread."""
import threading
import time

from gevent.event import AsyncResult, Event


def later(function, *args):
    def run():
        time.sleep(0.05)
        function(*args)
    thread = threading.Thread(target=run)
    thread.start()
    return thread


event = Event()
thread = later(event.set)
print('event', event.wait(2), event.is_set())
thread.join()

result = AsyncResult()
thread = later(result.set, 42)
print('result', result.get(timeout=2))
thread.join()
