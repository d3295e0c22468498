"""A KeyboardInterrupt from a thread comes out of the join that waits for this thread."""
import _thread
import threading


def meet():
    thread = threading.Thread(target=_thread.interrupt_main)
    try:
        thread.start()
        thread.join()
        print('not interrupted')
    except KeyboardInterrupt:
        print('interrupted')
    thread.join()


for _ in range(20):
    meet()
