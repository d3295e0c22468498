"""A process that was joined or closed is kept by nobody but the program."""
import gc
import multiprocessing
import weakref


def work():
    pass


def use(close):
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    if close:
        process.close()
    return weakref.ref(process)


if __name__ == '__main__':
    for close in True, False:
        known = use(close)
        gc.collect()
        print(known())
    print(multiprocessing.active_children())
    print(sorted(set(multiprocessing.__all__))[:3], 'reducer' in multiprocessing.__all__)
    namespace = {}
    exec('from multiprocessing import *', namespace)
    print('Pool' in namespace, 'Process' in namespace, namespace['reducer'].__name__)
