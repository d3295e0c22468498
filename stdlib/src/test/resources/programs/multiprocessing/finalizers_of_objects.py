"""multiprocessing.util.Finalize: functions that are called when an object is gone or a process ends."""
import gc
import multiprocessing
import os
from multiprocessing import util


class Thing:
    pass


def work(tell):
    gone = Thing()
    util.Finalize(gone, tell, args=('gone',))
    del gone
    gc.collect()
    called = Thing()
    close = util.Finalize(called, tell, args=('called',))
    close()
    close()
    del called
    gc.collect()
    cancelled = Thing()
    finalizer = util.Finalize(cancelled, tell, args=('cancelled',))
    print(finalizer.still_active(), finalizer._weakref() is cancelled)
    finalizer.cancel()
    print(finalizer.still_active(), finalizer)
    del cancelled
    gc.collect()
    kept = Thing()
    util.Finalize(kept, tell, args=('not at the end',))
    first, second = Thing(), Thing()
    util.Finalize(first, tell, args=('first',), exitpriority=0)
    util.Finalize(second, tell, args=('second',), exitpriority=0)
    util.Finalize(None, tell, args=('last',), exitpriority=-10)
    util.Finalize(first, tell, args=('important',), exitpriority=3)
    multiprocessing.Process(target=os.getpid).start()
    util._exit_function()
    print('end', multiprocessing.active_children(), util.is_exiting(), flush=True)
    os._exit(0)


def fail():
    raise ValueError('no')


if __name__ == '__main__':
    process = multiprocessing.Process(target=work, args=(print,))
    process.start()
    process.join()
    print(process.exitcode)
    with multiprocessing.Pool(1) as pool:
        try:
            pool.apply(fail)
        except ValueError as e:
            print(e.__cause__.tb.splitlines()[-2:], e.__cause__.tb == str(e.__cause__))
