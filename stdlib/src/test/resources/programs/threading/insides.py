# What libraries look up inside of the module: _active, _shutdown, the stream for errors.
import io
import sys
import threading

first = sys.stderr
sys.stderr = io.StringIO()
made_with = sys.stderr
thread = threading.Thread(target=lambda: 1 / 0, name='divides')
sys.stderr = None
thread.start()
thread.join()
sys.stderr = first
print(made_with.getvalue().splitlines()[0])
print(made_with.getvalue().splitlines()[-1])

print(threading._main_thread is threading.main_thread(), threading._limbo)
print(threading._active == {threading.get_ident(): threading.current_thread()})
started = threading.Event()
thread = threading.Thread(target=started.wait)
print(thread._initialized, thread._ident, thread._is_stopped)
thread.start()
print(threading._active[thread.ident] is thread)
threading.Timer(0.02, started.set).start()
threading._register_atexit(print, 'before the threads are waited for')
threading._shutdown()
print(thread.is_alive(), thread._is_stopped)
print(str(threading.main_thread()).split(',')[1].split()[0])
try:
    threading._register_atexit(print)
except RuntimeError as e:
    print(e)
threading._shutdown()
try:
    threading._no_such_name
except AttributeError as e:
    print(e)
