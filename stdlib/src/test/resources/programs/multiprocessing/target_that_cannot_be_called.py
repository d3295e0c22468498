"""What goes wrong before the first line of the target: a traceback without lines of the program."""
import multiprocessing
import threading


def one(name):
    print(name)


if __name__ == '__main__':
    for target, args in ((5, ()), (one, ('egon')), (one, ())):
        p = multiprocessing.Process(target=target, args=args)
        p.start()
        p.join()
        print(p.name, p.exitcode)
    t = threading.Thread(target=one, args=(1, 2))
    t.start()
    t.join()
    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(one)
        except TypeError as e:
            print(type(e.__cause__).__name__, str(e.__cause__).splitlines()[2], e)
