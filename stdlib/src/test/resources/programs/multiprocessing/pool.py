# Pools: results in order, exceptions from the workers, callbacks.
from multiprocessing import Pool


def square(x):
    return x * x


def refuse(x):
    raise ValueError("not %r" % x)


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, range(10)), pool.apply(square, (7,)))
        print(pool.starmap(max, [(1, 2), (4, 3)]), pool.map(lambda x: x + 1, [1, 2]))
        print(list(pool.imap(square, (i for i in range(5)))))
        print(sorted(pool.imap_unordered(square, range(5), 2)))
        result = pool.apply_async(refuse, (1,))
        try:
            result.get()
        except ValueError as e:
            print(repr(e), result.ready(), result.successful(), type(e.__cause__).__name__)
        pool.apply_async(square, (3,), callback=print).wait()
    pool = Pool(2)
    try:
        pool.join()
    except ValueError as e:
        print(e)
    pool.close()
    pool.join()
    try:
        pool.apply(square, (1,))
    except ValueError as e:
        print(e)
