# Classes of queues, pools and futures in annotations; the class that connections have in common.
import concurrent.futures
import multiprocessing.connection
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.queues
import multiprocessing.shared_memory
import queue
import weakref

for kind in (queue.Queue, queue.LifoQueue, queue.SimpleQueue, multiprocessing.pool.ApplyResult,
             multiprocessing.pool.AsyncResult, multiprocessing.pool.MapResult,
             multiprocessing.queues.SimpleQueue, multiprocessing.managers.ValueProxy,
             multiprocessing.shared_memory.ShareableList, concurrent.futures.Future,
             weakref.ref, weakref.WeakMethod):
    print(kind[int], kind[int].__args__, kind[int].__origin__ is kind)
print(queue.SimpleQueue[int]().empty(), queue.Queue[str, int](3).maxsize)
for kind in (multiprocessing.queues.Queue, multiprocessing.pool.Pool):
    try:
        print(kind[int])
    except TypeError as e:
        print(e)

one, two = multiprocessing.Pipe()
print([each.__name__ for each in type(one).__mro__])
print(isinstance(two, multiprocessing.connection._ConnectionBase))
