"""Classes and functions travel in messages although locks and the like stand beside them."""
import multiprocessing
import queue
import threading


class Account:
    lock = threading.Lock()
    done = threading.Event()
    changed = threading.Condition()
    limits = [1, 2, 3]
    waiting = queue.Queue()
    pool = None

    def __init__(self, money):
        self.money = money

    @classmethod
    def double(cls, x):
        return x * 2

    def __call__(self):
        with self.lock, self.changed:
            self.money += 1
            self.done.set()
        return self.money, self.limits, self.waiting.empty(), self.done.is_set()


guard = threading.Lock()
own = threading.local()


def guarded(x):
    with guard:
        own.x = x
        return own.x + 1


class Broken:
    def __reduce__(self):
        raise ValueError('not this one')


class Holder:
    broken = Broken()
    value = 5

    def __call__(self):
        return self.value


def serve(orders, answers):
    while (order := orders.get()) is not None:
        answers.put(order())


def main():
    orders, answers = multiprocessing.Queue(), multiprocessing.Queue()
    worker = multiprocessing.Process(target=serve, args=(orders, answers))
    worker.start()

    def ask(order):
        orders.put(order)
        return answers.get()

    account = Account(4)
    print(ask(account))
    print(ask(account))
    print(ask(Holder()))
    orders.put(None)
    worker.join()
    print(worker.exitcode, account.money, Account.done.is_set())
    with multiprocessing.Pool(2) as pool:
        Account.pool = pool
        print(pool.map(Account.double, [1, 2, 3]))
        print(pool.apply(Account, (3,)).money)
        print(pool.map(guarded, [1, 2]))
        print(len(pool._pool), all(p.is_alive() for p in pool._pool))
    Account.pool = None


if __name__ == '__main__':
    main()
