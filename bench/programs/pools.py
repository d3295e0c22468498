"""A pool that is given one small task at a time."""

from multiprocessing import Pool

from harness import main


def task(x):
    return x * 2 + 1


def work():
    with Pool(2) as pool:
        return sum(pool.map(task, range(5000), 1))


if __name__ == "__main__":
    main(work, 10)
