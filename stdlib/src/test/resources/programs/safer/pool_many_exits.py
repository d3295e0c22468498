"""Workers that exit at the same moment: each task that they had fails, none is forgotten."""
import multiprocessing
import os


def exits(x):
    if x % 3 == 0:
        os._exit(5)
    return x


if __name__ == '__main__':
    failed = 0
    for turn in range(40):
        with multiprocessing.Pool(4) as pool:
            for result in [pool.apply_async(exits, (i,)) for i in range(60)]:
                try:
                    result.get(20)
                except multiprocessing.TimeoutError:
                    print('forgotten')
                except multiprocessing.ProcessError:
                    failed += 1
    print(failed)
