# Signatures of the classes of threading, queue and multiprocessing.
import concurrent.futures
import inspect
import multiprocessing
import multiprocessing.connection
import multiprocessing.pool
import multiprocessing.queues
import queue
import threading

for kind in (threading.Thread, threading.Timer, threading.Condition, threading.Semaphore,
             threading.Barrier, threading.Event, queue.Queue, queue.PriorityQueue,
             queue.SimpleQueue, multiprocessing.pool.Pool, multiprocessing.pool.ThreadPool,
             multiprocessing.connection.Connection, multiprocessing.queues.Queue,
             multiprocessing.queues.SimpleQueue, concurrent.futures.ThreadPoolExecutor,
             concurrent.futures.ProcessPoolExecutor):
    print(kind.__name__, inspect.signature(kind))
for method in ('fork', 'spawn'):
    context = multiprocessing.get_context(method)
    parameters = inspect.signature(context.Process).parameters
    print(context.Process.__name__, list(parameters), parameters['daemon'].kind.name)
    print(inspect.signature(context.Pool), context.reducer.__name__)


class Worker(threading.Thread):
    pass


class Named(threading.Thread):
    def __init__(self, name, *, fast=False):
        super().__init__(name=name)


print(inspect.signature(Worker))
print(inspect.signature(Named))
print(inspect.signature(queue.SimpleQueue.put), inspect.signature(queue.SimpleQueue().get))
