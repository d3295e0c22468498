"""Signals between the processes of the program, and Ctrl-C."""

import _signal
from _signal import (ItimerError, alarm, default_int_handler, getitimer, pause, pthread_kill,
                     setitimer, sigtimedwait, sigwaitinfo, struct_siginfo)

ITIMER_REAL = 0
ITIMER_VIRTUAL = 1
ITIMER_PROF = 2
NSIG = 65


class _Kind(type):
    """What a class of named numbers can do; as an enum, which would take long to import."""

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __getattr__(cls, name):
        try:
            return cls.__members__[name]
        except KeyError:
            raise AttributeError(name) from None

    def __iter__(cls):
        return iter(cls._members.values())

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return len(cls._members)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        return isinstance(value, cls) or value in cls._members

    def __dir__(cls):
        return sorted(set(type.__dir__(cls)).union(cls.__members__))

    def __repr__(cls):
        return '<enum %r>' % cls.__name__

    @property
    def __members__(cls):
        return {**{member.name: member for member in cls}, **cls._aliases}


class _Named(int, metaclass=_Kind):
    """A number with a name."""

    _aliases = {}

    def __new__(cls, value):
        try:
            return cls._members[value]
        except KeyError:
            raise ValueError('%r is not a valid %s' % (value, cls.__name__)) from None

    @classmethod
    def _make(cls, name, value):
        made = cls._members[value] = int.__new__(cls, value)
        made.name = made._name_ = name
        made.value = made._value_ = value
        return made

    def __repr__(self):
        return '<%s.%s: %d>' % (type(self).__name__, self.name, self)

    def __str__(self):
        return int.__repr__(self)

    def __reduce__(self):
        return type(self), (self.value,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class Signals(_Named):
    """An enumeration."""

    _members = {}


class Handlers(_Named):
    """An enumeration."""

    _members = {}


class Sigmasks(_Named):
    """An enumeration."""

    _members = {}


SIG_BLOCK = Sigmasks._make('SIG_BLOCK', 0)
SIG_UNBLOCK = Sigmasks._make('SIG_UNBLOCK', 1)
SIG_SETMASK = Sigmasks._make('SIG_SETMASK', 2)
SIG_DFL = Handlers._make('SIG_DFL', 0)
SIG_IGN = Handlers._make('SIG_IGN', 1)

_DESCRIPTIONS = {}

for _number, _name, _text in (
        (1, 'SIGHUP', 'Hangup'), (2, 'SIGINT', 'Interrupt'), (3, 'SIGQUIT', 'Quit'),
        (4, 'SIGILL', 'Illegal instruction'), (5, 'SIGTRAP', 'Trace/breakpoint trap'),
        (6, 'SIGABRT', 'Aborted'), (7, 'SIGBUS', 'Bus error'),
        (8, 'SIGFPE', 'Floating point exception'), (9, 'SIGKILL', 'Killed'),
        (10, 'SIGUSR1', 'User defined signal 1'), (11, 'SIGSEGV', 'Segmentation fault'),
        (12, 'SIGUSR2', 'User defined signal 2'), (13, 'SIGPIPE', 'Broken pipe'),
        (14, 'SIGALRM', 'Alarm clock'), (15, 'SIGTERM', 'Terminated'),
        (16, 'SIGSTKFLT', 'Stack fault'), (17, 'SIGCHLD', 'Child exited'),
        (18, 'SIGCONT', 'Continued'), (19, 'SIGSTOP', 'Stopped (signal)'),
        (20, 'SIGTSTP', 'Stopped'), (21, 'SIGTTIN', 'Stopped (tty input)'),
        (22, 'SIGTTOU', 'Stopped (tty output)'), (23, 'SIGURG', 'Urgent I/O condition'),
        (24, 'SIGXCPU', 'CPU time limit exceeded'), (25, 'SIGXFSZ', 'File size limit exceeded'),
        (26, 'SIGVTALRM', 'Virtual timer expired'), (27, 'SIGPROF', 'Profiling timer expired'),
        (28, 'SIGWINCH', 'Window changed'), (29, 'SIGIO', 'I/O possible'),
        (30, 'SIGPWR', 'Power failure'), (31, 'SIGSYS', 'Bad system call'),
        (34, 'SIGRTMIN', 'Real-time signal 0'), (64, 'SIGRTMAX', 'Real-time signal 30')):
    globals()[_name] = Signals._make(_name, _number)
    _DESCRIPTIONS[_number] = _text
SIGCLD = SIGCHLD
SIGPOLL = SIGIO
Signals._aliases = {'SIGCLD': SIGCHLD, 'SIGPOLL': SIGIO}
del _number, _name, _text


def _shown(handler):
    if handler is None:
        return default_int_handler
    if type(handler) is int and handler in Handlers._members:
        return Handlers._members[handler]
    return handler


def signal(signalnum, handler, /):
    """Sets what is to be called when a signal comes; returns what was before."""
    return _shown(_signal.signal(signalnum, handler))


def getsignal(signalnum, /):
    """What is called when a signal comes."""
    return _shown(_signal.getsignal(signalnum))


def _named(numbers):
    return {Signals._members.get(number, number) for number in numbers}


def pthread_sigmask(how, mask, /):
    """Sets which signals the running thread holds back; returns those before."""
    return _named(_signal.pthread_sigmask(how, mask))


def sigpending():
    """The signals that have come and are held back."""
    return _named(_signal.sigpending())


def sigwait(sigset, /):
    """Waits for one of some signals."""
    number = _signal.sigwait(sigset)
    return Signals._members.get(number, number)


class _Wakeup:
    """What writes the number of each signal to a descriptor."""

    def __init__(self, fd, warns):
        self.fd = fd
        self.warns = warns

    def __call__(self, number):
        import os
        import sys
        try:
            os.write(self.fd, bytes([number]))
        except BlockingIOError:
            if not self.warns:
                return
            self.report('Exception ignored when trying to write to the signal wakeup fd')
        except OSError:
            self.report('Exception ignored when trying to write to the signal wakeup fd')

    def report(self, message):
        import sys
        kind, error, traceback = sys.exc_info()
        sys.unraisablehook(sys.UnraisableHookArgs((kind, error, None, message, None)))


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Sets the descriptor to which the number of each signal is written; returns the one before."""
    import os
    import threading
    if not isinstance(fd, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(fd).__name__)
    if threading.current_thread() is not threading.main_thread():
        raise ValueError('set_wakeup_fd only works in main thread of the main interpreter')
    if fd != -1:
        os.fstat(fd)
        if os.get_blocking(fd):
            raise ValueError('the fd %d must be in non-blocking mode' % fd)
    before = _signal._set_wakeup(None if fd == -1 else _Wakeup(fd, warn_on_full_buffer))
    return -1 if before is None else before.fd


def raise_signal(signalnum, /):
    """Sends a signal to the process itself."""
    _signal.raise_signal(signalnum)


def strsignal(signalnum, /):
    """What a signal means."""
    if signalnum < 1 or signalnum >= NSIG:
        raise ValueError('signal number out of range')
    if 34 < signalnum <= 64:
        return 'Real-time signal %d' % (signalnum - 34)
    return _DESCRIPTIONS.get(signalnum)


def valid_signals():
    """The numbers of all signals."""
    return {Signals._members.get(n, n) for n in range(1, NSIG) if n not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    """Does nothing: what waits goes on after a handler."""
