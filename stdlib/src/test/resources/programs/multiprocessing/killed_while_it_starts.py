# A child that is ended before it could take what it was given keeps none of it open.
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def wait(connection):
    time.sleep(100)


if __name__ == '__main__':
    print(multiprocessing.get_start_method(allow_none=True))
    for method in ('fork', 'spawn'):
        context = multiprocessing.get_context(method)
        for seconds in (0, 0.001, 0.01, 0.05):
            here, there = context.Pipe()
            process = context.Process(target=wait, args=(there,))
            process.start()
            there.close()
            time.sleep(seconds)
            process.terminate()
            try:
                print(here.recv())
            except EOFError:
                print(method, 'end')
            process.join()
        for _ in range(3):
            # also where the one that is ended has nothing to do
            with ProcessPoolExecutor(3, mp_context=context) as executor:
                future = executor.submit(time.sleep, 100)
                next(iter(executor._processes.values())).terminate()
                try:
                    future.result()
                except BrokenProcessPool as e:
                    print(method, e)

    process = multiprocessing.Process(target=print)
    process.start()
    process.join()
    for name in ('spawn', 'nothing'):
        try:
            multiprocessing.set_start_method(name)
        except RuntimeError as e:
            print(e)
    main = multiprocessing.current_process()
    main.close()
    print(main.name)
    try:
        process.exitcode = 5
    except AttributeError as e:
        print(e)
    queue = multiprocessing.SimpleQueue()
    queue.close()
    for use in (queue.empty, queue.get):
        try:
            use()
        except OSError as e:
            print(e)
