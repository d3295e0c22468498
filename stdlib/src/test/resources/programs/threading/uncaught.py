"""What comes out of threads: the traceback, excepthook, SystemExit."""
import io
import sys
import threading

sys.stderr = io.StringIO()


def fail(x):
    return 10 // x


def run(target, *args, **kwargs):
    t = threading.Thread(target=target, args=args, **kwargs)
    t.start()
    t.join()


run(fail, 0)
run(fail, 0, name='named')
run(sys.exit, 3)


class Mine(threading.Thread):
    def run(self):
        raise KeyError('in run')


m = Mine()
m.start()
m.join()


def chained():
    try:
        fail(0)
    except ZeroDivisionError:
        raise ValueError('second')


run(chained)


def hook(args):
    print('hook:', args.exc_type.__name__, args.exc_value, args.exc_traceback is not None,
          args.thread.name, type(args).__name__)


threading.excepthook = hook
run(fail, 0)


def bad_hook(args):
    raise LookupError('hook failed')


threading.excepthook = threading.__excepthook__
run(fail, 0)
print('main goes on')

lines = sys.stderr.getvalue().split('\n')
inside_library = False
for line in lines:
    if line.startswith('  File '):
        inside_library = 'threading.py' in line
    elif not line.startswith('    '):
        inside_library = False
    if not inside_library:
        print(line.split('/')[-1].replace('  File "', ''))
