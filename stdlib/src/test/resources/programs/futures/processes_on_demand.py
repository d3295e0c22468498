# When a ProcessPoolExecutor starts its processes, and when they end.
import gc
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor


def square(x):
    return x * x


def forget():
    executor = ProcessPoolExecutor(2)
    print(executor.submit(square, 3).result())
    return list(executor._processes.values())


if __name__ == '__main__':
    for method in ('fork', 'spawn'):
        with ProcessPoolExecutor(3, mp_context=multiprocessing.get_context(method)) as executor:
            print(method, len(executor._processes), executor._mp_context.get_start_method())
            for _ in range(2):
                print(executor.submit(square, 2).result(), len(executor._processes))
                time.sleep(0.1)
            for _ in range(2):
                executor.submit(time.sleep, 0.5)
            print(len(executor._processes))
            for _ in range(4):
                executor.submit(square, 2)
            print(len(executor._processes))
        print(executor._processes)
        try:
            executor.submit(square, 2)
        except RuntimeError as e:
            print(e)

    # nobody refers to the executor any more: its processes end
    processes = forget()
    gc.collect()
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])
    for process in forget():
        process.join()
    print(multiprocessing.active_children())
    executor = ProcessPoolExecutor(1)
    print(executor.submit(square, 5).result())
    executor = None
    print('the main process ends')
