"""Tasks that take turns in one thread: coroutines over the kernel's timers and waits."""

from .base_events import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from . import base_events, events, exceptions, futures, locks, queues, runners
from . import taskgroups, tasks, threads, timeouts

SelectorEventLoop = base_events.EventLoop
DefaultEventLoopPolicy = events.DefaultEventLoopPolicy

__all__ = (base_events.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + queues.__all__ + runners.__all__ + taskgroups.__all__
           + tasks.__all__ + threads.__all__ + timeouts.__all__
           + ('SelectorEventLoop', 'DefaultEventLoopPolicy'))

_STREAMS = frozenset((
    'StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
    'open_unix_connection', 'start_unix_server', 'BaseProtocol', 'Protocol', 'BaseTransport',
    'Transport', 'AbstractServer', 'Server'))
_SUBPROCESSES = frozenset(('create_subprocess_exec', 'create_subprocess_shell'))
__all__ += tuple(sorted(_STREAMS | _SUBPROCESSES))


def __getattr__(name):
    import sys
    if name in _STREAMS or name == 'streams':
        module = 'asyncio.streams'
    elif name in _SUBPROCESSES or name == 'subprocess':
        module = 'asyncio.subprocess'
    else:
        raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
    __import__(module)
    found = sys.modules[module]
    return found if name in ('streams', 'subprocess') else getattr(found, name)
