# What pickle and deepcopy say of objects with locks inside, of threads and of what processes share.
import concurrent.futures
import copy
import multiprocessing
import pickle
import queue
import threading


def nothing():
    pass


def sent(future):
    print(future.result())


class Holder:
    def __init__(self):
        self.event = threading.Event()


if __name__ == '__main__':
    for value in (threading.Lock(), threading.RLock(), threading.Event(), threading.Condition(),
                  threading.Semaphore(), threading.BoundedSemaphore(), threading.Barrier(2),
                  threading.Thread(target=nothing), threading.Timer(1, nothing), queue.Queue(),
                  queue.PriorityQueue(), queue.SimpleQueue(), concurrent.futures.Future(),
                  Holder(), multiprocessing.Lock(), multiprocessing.RLock(),
                  multiprocessing.Semaphore(), multiprocessing.BoundedSemaphore(),
                  multiprocessing.Condition(), multiprocessing.Event(), multiprocessing.Queue(),
                  multiprocessing.JoinableQueue(), multiprocessing.SimpleQueue(),
                  multiprocessing.Value('i')):
        for use in (pickle.dumps, copy.deepcopy):
            try:
                use(value)
                print(type(value).__name__, 'can be pickled')
            except (TypeError, RuntimeError) as e:
                print(type(value).__name__, type(e).__name__, e)
    with multiprocessing.Pool(1) as pool:
        try:
            pickle.dumps(pool)
        except NotImplementedError as e:
            print(e)
    future = concurrent.futures.Future()
    future.set_result(5)
    process = multiprocessing.Process(target=sent, args=(future,))
    process.start()
    process.join()
