"""For the other threads the main one is over when its code is."""
import threading
import time

main = threading.main_thread()
seen = []
begun = threading.Event()


def join():
    print(main.is_alive(), main is threading.current_thread())
    begun.set()
    main.join()
    print('joined', main.is_alive(), main.name, threading.main_thread() is main)
    print('stopped' in repr(main))
    watcher.join()
    main.join(0.1)
    print(seen)


def watch():
    while main.is_alive():
        time.sleep(0.001)
    seen.append(watcher.is_alive())


def last(*args, **kwargs):
    print('last', args, kwargs, main.is_alive())
    try:
        threading._register_atexit(print)
    except RuntimeError as e:
        print(e)


threading._register_atexit(last, 1, a=2)
joiner = threading.Thread(target=join, name='joiner')
watcher = threading.Thread(target=watch, name='watcher')
joiner.start()
begun.wait()
print('end of main')
watcher.start()
