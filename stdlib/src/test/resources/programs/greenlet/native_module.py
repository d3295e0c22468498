# The module that greenlet is made of, and greenlets of other threads as parents.
import gc
import pickle
import threading
import greenlet
from greenlet import _greenlet, getcurrent

print(greenlet._greenlet is _greenlet, _greenlet.__name__)
print(sorted(n for n in vars(_greenlet) if not n.startswith('_')))
print(_greenlet.greenlet is greenlet.greenlet, _greenlet.error is greenlet.error)
print(hasattr(greenlet, 'set_thread_local'), hasattr(greenlet, 'get_pending_cleanup_count'))
print(_greenlet.GREENLET_USE_STANDARD_THREADING, greenlet.getcurrent.__module__)
for call in (lambda: getcurrent(1), lambda: greenlet.gettrace(1),
             lambda: _greenlet.enable_optional_cleanup()):
    try:
        call()
    except TypeError as e:
        print(e)
print(pickle.loads(pickle.dumps(getcurrent)) is getcurrent)

box = {}


def other():
    box['dead'] = greenlet.greenlet(lambda: 1)
    box['dead'].switch()
    box['new'] = greenlet.greenlet(lambda: 1)


thread = threading.Thread(target=other)
thread.start()
thread.join()
for name, g in box.items():
    try:
        g.parent = getcurrent()
        print(name, g.parent is getcurrent())
    except ValueError as e:
        print(name, e)


def stubborn():
    try:
        getcurrent().parent.switch()
    except greenlet.GreenletExit as e:
        print(repr(e))


g = greenlet.greenlet(stubborn)
g.switch()
del g
gc.collect()
