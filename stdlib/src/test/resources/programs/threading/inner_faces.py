# What libraries use of the inner faces of threading and multiprocessing.
import _thread
import threading
import multiprocessing.resource_tracker
import multiprocessing.spawn
import multiprocessing.forkserver

try:
    _thread.interrupt_main()
    print('not reached')
except KeyboardInterrupt:
    print('interrupted at once')

lock = threading.RLock()
try:
    lock._release_save()
except RuntimeError as error:
    print(error)
lock.acquire()
lock.acquire()
state = lock._release_save()
print(state[0], state[1] == threading.get_ident(), lock._is_owned())
lock._acquire_restore(state)
print(lock._is_owned())
lock.release()
lock.release()

condition = threading.Condition()
print(condition._is_owned())
with condition:
    print(condition._is_owned())
    state = condition._release_save()
    print(condition._is_owned())
    condition._acquire_restore(state)

event = threading.Event()
event.set()
event._at_fork_reinit()
print(event.is_set())

print(multiprocessing.spawn.is_forking(['x', '--multiprocessing-fork']))
try:
    multiprocessing.forkserver.set_forkserver_preload([1])
except TypeError as error:
    print(error)
