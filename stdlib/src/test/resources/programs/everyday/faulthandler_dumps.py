import faulthandler
import re
import signal
import sys
import tempfile
import threading
import time


def shown(f):
    f.seek(0)
    text = f.read()
    for line in re.sub(r'0x[0-9a-f]+', '0x', text).splitlines():
        if 'threading.py' not in line:
            print(line.replace(shown.__code__.co_filename, 'FILE'))
    f.seek(0)
    f.truncate()
    print('--')


def inner(f):
    faulthandler.dump_traceback(f, all_threads=False)


def outer(f):
    inner(f)


def all_of_them(f):
    faulthandler.dump_traceback(f)


with tempfile.TemporaryFile('w+') as f:
    outer(f)
    shown(f)
    all_of_them(f)
    shown(f)
    go = threading.Event()
    ready = threading.Event()

    def waits():
        ready.set()
        while not go.is_set():
            time.sleep(0.01)

    t = threading.Thread(target=waits)
    t.start()
    ready.wait()
    time.sleep(0.05)
    all_of_them(f)
    f.seek(0)
    text = f.read()
    print(text.count('Thread 0x'), text.count('Current thread 0x'), 'in waits' in text, text.index('waits') < text.index('all_of_them'))
    f.seek(0)
    f.truncate()
    go.set()
    t.join()
    faulthandler.dump_traceback_later(0.1, file=f)
    while not f.tell():
        time.sleep(0.05)
        f.seek(0, 2)
    time.sleep(0.2)
    f.seek(0)
    print(f.readline().strip(), 'faulthandler_dumps' in f.read())
    f.seek(0)
    f.truncate()
    faulthandler.dump_traceback_later(50, file=f)
    faulthandler.cancel_dump_traceback_later()
    faulthandler.register(signal.SIGUSR1, f)

    def sends():
        signal.raise_signal(signal.SIGUSR1)

    sends()
    time.sleep(0.1)
    f.seek(0)
    print('in sends' in f.read())
    print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
print(faulthandler.is_enabled(), faulthandler.enable(), faulthandler.is_enabled(), faulthandler.disable(), faulthandler.disable())
for wrong in (lambda: faulthandler.dump_traceback_later(0), lambda: faulthandler.dump_traceback(object()), lambda: faulthandler.dump_traceback(-1)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
