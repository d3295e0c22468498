"""A result that raises an exception where it is made anew: get() raises it, the pool goes on."""
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import Pool


def refuse(*arguments):
    raise ValueError('cannot be made')


class Refusing:
    def __reduce__(self):
        return refuse, (1,)


def give(number):
    return Refusing() if number == 1 else number * 10


if __name__ == '__main__':
    with Pool(2) as pool:
        try:
            pool.apply(give, (1,))
        except ValueError as error:
            print('apply', error)
        try:
            pool.map(give, range(4), chunksize=1)
        except ValueError as error:
            print('map', error)
        print(pool.map(give, [2, 3]))
        failed = []
        result = pool.apply_async(give, (1,), error_callback=failed.append)
        result.wait()
        print(result.successful(), failed)
    with ProcessPoolExecutor(2) as executor:
        future = executor.submit(give, 1)
        try:
            future.result()
        except BrokenProcessPool as error:
            print('executor', error)
            print('ValueError: cannot be made' in str(error.__cause__))
        try:
            executor.submit(give, 2)
        except BrokenProcessPool as error:
            print('broken', error)
    print('end')
