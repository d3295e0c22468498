# An executor that nobody refers to any more lets its threads end; pools that programs derive from it.
import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import _WorkItem, _worker


def forget():
    executor = ThreadPoolExecutor(2)
    print(executor.submit(pow, 2, 10).result())
    return list(executor._threads)


threads = forget()
gc.collect()
for thread in threads:
    thread.join()
print([thread.is_alive() for thread in threads])

executor = ThreadPoolExecutor(2)
print(list(executor.map(str, range(5))))
threads = executor._threads
del executor
for thread in threads:
    thread.join()
print(threading.active_count())

# without gc.collect(): whoever waits for the end of the threads waits no longer than they live
for thread in forget():
    thread.join()
print(threading.active_count())


class DaemonExecutor(ThreadPoolExecutor):
    """The way in which programs make pools whose threads nobody waits for."""

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return

        def wake(_, calls=self._work_queue):
            calls.put(None)

        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(
                name='%s_%d' % (self._thread_name_prefix, count), daemon=True, target=_worker,
                args=(weakref.ref(self, wake), self._work_queue, self._initializer,
                      self._initargs))
            thread.start()
            self._threads.add(thread)


with DaemonExecutor(2, 'daemon') as executor:
    print(executor.submit(lambda: threading.current_thread().name).result())
    print(executor.submit(lambda: threading.current_thread().daemon).result())
    print(len(executor._threads))
print(_WorkItem[int])


def of_the_end():
    executor = ThreadPoolExecutor(1)
    executor.submit(goes_on.wait)
    for i in range(3):
        executor.submit(print, 'at the end', i)


goes_on = threading.Event()
of_the_end()
threading._register_atexit(goes_on.set)
print('the main thread ends')
