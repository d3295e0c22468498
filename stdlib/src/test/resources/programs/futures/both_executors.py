from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor, as_completed, wait, Future
import concurrent.futures as cf, time, threading
def sq(x):
    return x*x
def bad(x):
    raise ValueError("bad %d" % x)
with ThreadPoolExecutor(max_workers=3) as ex:
    fs = [ex.submit(sq, i) for i in range(5)]
    print([f.result() for f in fs])
    print(list(ex.map(sq, range(10))))
    print(sorted(f.result() for f in as_completed(fs)))
    d, n = wait(fs)
    print(len(d), len(n))
    f = ex.submit(bad, 3)
    print(type(f.exception()), f.exception())
    try: f.result()
    except ValueError as e: print("caught", e)
    print(threading.active_count() > 1)
    g = ex.submit(time.sleep, 0.2)
    try: g.result(timeout=0.01)
    except cf.TimeoutError as e: print("timeout", repr(e))
try: ex.submit(sq, 1)
except RuntimeError as e: print(e)
for a in [0, -1]:
    try: ThreadPoolExecutor(a)
    except ValueError as e: print(e)
if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=2) as ex:
        print(list(ex.map(sq, range(10), chunksize=3)))
        f = ex.submit(bad, 7)
        print(repr(f.exception()))
        print(type(f.exception().__cause__))
    f = Future()
    print(repr(f)[:10], repr(f)[-15:])
    f.set_result(3)
    try: f.set_result(4)
    except cf.InvalidStateError as e: print(str(e)[:20])
    ex = ThreadPoolExecutor()
    ex.submit(print, "left to the end")
