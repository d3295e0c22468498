"""What the program uses of the host, and how much it may use."""
import os as _os
import time as _time
from collections import namedtuple as _namedtuple

error = OSError

RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIM_INFINITY = -1

# The order of the kernel, which is that of /proc/self/limits by name.
_LIMITS = {
    'RLIMIT_CPU': (0, 'Max cpu time'), 'RLIMIT_FSIZE': (1, 'Max file size'),
    'RLIMIT_DATA': (2, 'Max data size'), 'RLIMIT_STACK': (3, 'Max stack size'),
    'RLIMIT_CORE': (4, 'Max core file size'), 'RLIMIT_RSS': (5, 'Max resident set'),
    'RLIMIT_NPROC': (6, 'Max processes'), 'RLIMIT_NOFILE': (7, 'Max open files'),
    'RLIMIT_OFILE': (7, 'Max open files'), 'RLIMIT_MEMLOCK': (8, 'Max locked memory'),
    'RLIMIT_AS': (9, 'Max address space'), 'RLIMIT_SIGPENDING': (11, 'Max pending signals'),
    'RLIMIT_MSGQUEUE': (12, 'Max msgqueue size'), 'RLIMIT_NICE': (13, 'Max nice priority'),
    'RLIMIT_RTPRIO': (14, 'Max realtime priority'),
    'RLIMIT_RTTIME': (15, 'Max realtime timeout'),
}
globals().update((_name, _number) for _name, (_number, _) in _LIMITS.items())
_TEXTS = dict(_LIMITS.values()) | {10: 'Max file locks'}


class struct_rusage(_namedtuple('struct_rusage', (
        'ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap '
        'ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw'))):
    """What has been used: seconds, kilobytes and counts."""

    __slots__ = ()

    def __repr__(self):
        return 'resource.' + super().__repr__()


struct_rusage.__module__ = 'resource'


def _fields(path):
    with open(path) as f:
        return dict(line.rstrip('\n').partition(':')[::2] for line in f)


def getrusage(who, /):
    """What has been used by the program, its children or this thread."""
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError('invalid who parameter')
    ticks = _os.sysconf('SC_CLK_TCK')
    with open('/proc/self/stat') as f:
        numbers = f.read().rpartition(')')[2].split()
    minor, child_minor, major, child_major = map(int, numbers[7:11])
    user, system, child_user, child_system = (int(number) / ticks for number in numbers[11:15])
    if who == RUSAGE_CHILDREN:
        return struct_rusage(child_user, child_system, 0, 0, 0, 0, child_minor, child_major,
                             0, 0, 0, 0, 0, 0, 0, 0)
    status = _fields('/proc/self/status')
    if who == RUSAGE_THREAD:
        user, system = _time.thread_time(), 0.0
    try:
        written = _fields('/proc/self/io')
        blocks = int(written['read_bytes']) // 512, int(written['write_bytes']) // 512
    except OSError:
        blocks = 0, 0
    return struct_rusage(user, system, int(status['VmHWM'].split()[0]), 0, 0, 0, minor, major, 0,
                         *blocks, 0, 0, 0, int(status['voluntary_ctxt_switches']),
                         int(status['nonvoluntary_ctxt_switches']))


def getpagesize():
    """The size of a page of memory in bytes."""
    return _os.sysconf('SC_PAGE_SIZE')


def _limits(number):
    text = _TEXTS.get(number)
    if text is None:
        raise ValueError('invalid resource specified')
    with open('/proc/self/limits') as f:
        for line in f:
            if line.startswith(text):
                soft, hard = line[len(text):].split()[:2]
                return tuple(RLIM_INFINITY if each == 'unlimited' else int(each)
                             for each in (soft, hard))
    raise OSError(22, 'Invalid argument')


def getrlimit(resource, /):
    """The limit that holds, and how far it may be raised."""
    return _limits(resource)


def setrlimit(resource, limits, /):
    """Refuses other limits than those that hold: they were set when the program was started."""
    known = _limits(resource)
    wanted = tuple(limits)
    if len(wanted) != 2:
        raise ValueError('expected a tuple of 2 integers')
    if wanted != known:
        raise OSError(1, 'Operation not permitted: the limits of the virtual machine are set before '
                         'it starts, with ulimit')


def prlimit(pid, resource, limits=None, /):
    """As getrlimit and setrlimit, for this program."""
    if pid not in (0, _os.getpid()):
        raise PermissionError(1, 'Operation not permitted')
    known = _limits(resource)
    if limits is not None:
        setrlimit(resource, limits)
    return known
