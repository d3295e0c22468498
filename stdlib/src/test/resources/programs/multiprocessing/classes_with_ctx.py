# The classes behind multiprocessing.Lock() and its like can be made and derived from.
import multiprocessing
import multiprocessing.queues
import multiprocessing.synchronize


class CountingQueue(multiprocessing.queues.Queue):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, ctx=multiprocessing.get_context(), **kwargs)
        self.size = multiprocessing.Value('i', 0)

    def put(self, *args, **kwargs):
        with self.size.get_lock():
            self.size.value += 1
        super().put(*args, **kwargs)


def work(queue, lock):
    with lock:
        queue.put('done')


if __name__ == '__main__':
    context = multiprocessing.get_context('fork')
    for name in ('Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition'):
        cls = getattr(multiprocessing.synchronize, name)

        class Own(cls):
            pass

        print(name, Own(ctx=context), Own.__mro__[1].__name__)
        with cls(ctx=context) as taken:
            print(taken)
        try:
            cls()
        except TypeError as error:
            print(error)
    print(multiprocessing.synchronize.Event(ctx=context).is_set())
    print(multiprocessing.synchronize.Barrier(3, ctx=context).parties)
    print(multiprocessing.synchronize.Semaphore(2, ctx=context).get_value())
    lock = multiprocessing.synchronize.Lock(ctx=context)
    queue = CountingQueue()
    child = context.Process(target=work, args=(queue, lock))
    child.start()
    print(queue.get(), queue.size.value)
    child.join()
    joinable = multiprocessing.queues.JoinableQueue(1, ctx=context)
    joinable.put(1)
    print(joinable.full(), joinable.get())
    joinable.task_done()
    joinable.join()
    simple = multiprocessing.queues.SimpleQueue(ctx=context)
    simple.put('x')
    print(simple.get())
