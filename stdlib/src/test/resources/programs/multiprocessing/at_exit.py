"""What is called when the program ends, and that children do not call it."""
import atexit
import gc
import multiprocessing


def bye(*args, **kwargs):
    print('bye', args, kwargs)


def taken_back():
    print('never')


def child():
    atexit.register(print, 'not called in a child')
    print('in the child')


if __name__ == '__main__':
    print(atexit.register(bye, 1, a=2) is bye)
    atexit.register(taken_back)
    atexit.register(bye, 3)
    atexit.unregister(taken_back)
    p = multiprocessing.Process(target=child)
    p.start()
    p.join()
    try:
        atexit.register(5)
    except TypeError as e:
        print(e)
    print(gc.collect() >= 0, gc.isenabled(), gc.disable(), gc.isenabled(), gc.get_threshold())
    print('end')
