"""A main module that starts processes whenever it runs, under spawn."""
import multiprocessing


def f():
    print('f runs in', multiprocessing.current_process().name, __name__)


try:
    p = multiprocessing.get_context('spawn').Process(target=f)
    p.start()
    p.join()
    print(p.exitcode)
except RuntimeError as e:
    print(__name__, str(e))
