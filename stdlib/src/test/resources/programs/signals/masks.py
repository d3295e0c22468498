# Signals that a thread holds back wait until it lets them through, or takes them itself.
import os
import signal
import threading


def told(number, frame):
    print('handled', number)


def refused(call, *args):
    try:
        print(call(*args))
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


signal.signal(signal.SIGUSR1, told)
print(signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1}))
signal.raise_signal(signal.SIGUSR1)
print(signal.sigpending())
print('let through', signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]))
print(signal.sigpending())

# Taken without a handler.
signal.pthread_sigmask(signal.SIG_SETMASK, [signal.SIGUSR1, signal.SIGTERM])
os.kill(os.getpid(), signal.SIGTERM)
print(repr(signal.sigwait([signal.SIGTERM, signal.SIGUSR1])))
os.kill(os.getpid(), signal.SIGUSR1)
info = signal.sigwaitinfo([signal.SIGUSR1])
print(info.si_signo, type(info).__name__, info.si_pid == os.getpid())
print(signal.sigtimedwait([signal.SIGUSR1], 0.01))
print(signal.sigtimedwait([], 0))

# A timer's signal ends the wait.
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
signal.setitimer(signal.ITIMER_REAL, 0.02)
print(signal.sigwait({signal.SIGALRM}))

# Threads begin with what their maker holds back; they can wait for signals.
def listen():
    print('thread holds back', sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))
    ready.set()
    print('thread got', signal.sigwait([signal.SIGUSR1]))


ready = threading.Event()
thread = threading.Thread(target=listen)
thread.start()
ready.wait()
signal.pthread_kill(thread.ident, signal.SIGUSR1)
thread.join()

# A child begins with them, too.
pid = os.fork()
if pid == 0:
    os._exit(len(signal.pthread_sigmask(signal.SIG_BLOCK, [])))
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
pid, status, used = os.wait4(os.fork() or os._exit(3), 0)
print(os.waitstatus_to_exitcode(status), type(used).__name__, used.ru_utime >= 0)

# What is held back acts when it is let through: an exception comes out of the call.
def fail(number, frame):
    raise LookupError(number)


signal.signal(signal.SIGUSR1, fail)
signal.raise_signal(signal.SIGUSR1)
try:
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
except LookupError as error:
    print('raised', repr(error))
print(signal.pthread_sigmask(signal.SIG_SETMASK, []))
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGKILL, signal.SIGSTOP])
print(signal.pthread_sigmask(signal.SIG_BLOCK, []))

refused(signal.pthread_sigmask, 9, [])
refused(signal.pthread_sigmask, signal.SIG_BLOCK, [65])
refused(signal.pthread_sigmask, signal.SIG_BLOCK, [0])
refused(signal.pthread_sigmask, signal.SIG_BLOCK, 1)
refused(signal.sigtimedwait, [], -1)
refused(signal.sigwait, ['x'])
refused(signal.setitimer, 7, 1)
refused(signal.setitimer, signal.ITIMER_REAL, -1)
print(signal.ItimerError, issubclass(signal.ItimerError, OSError))
signal.setitimer(signal.ITIMER_REAL, 100, 7)
print(signal.getitimer(signal.ITIMER_REAL)[1], signal.setitimer(signal.ITIMER_REAL, 0)[1])
print(signal.getitimer(signal.ITIMER_PROF))

# Timers of what is computed.
came = []
signal.signal(signal.SIGVTALRM, lambda number, frame: came.append(number))
signal.setitimer(signal.ITIMER_VIRTUAL, 0.02)
while not came:
    sum(range(1000))
print(came, signal.getitimer(signal.ITIMER_VIRTUAL))
