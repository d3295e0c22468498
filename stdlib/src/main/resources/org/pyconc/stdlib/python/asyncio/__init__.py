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

# These need sockets: they are imported when somebody asks for them.
_LATE = {
    'streams': ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection',
                'start_server', 'open_unix_connection', 'start_unix_server'),
    'protocols': ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol',
                  'BufferedProtocol'),
    'transports': ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport',
                   'DatagramTransport', 'SubprocessTransport'),
    'selector_events': ('AbstractServer', 'Server'),
    'subprocess': ('create_subprocess_exec', 'create_subprocess_shell'),
}
__all__ += tuple(sorted(name for names in _LATE.values() for name in names))


def __getattr__(name):
    import sys
    for module, names in _LATE.items():
        if name == module or name in names:
            __import__(f'asyncio.{module}')
            found = sys.modules[f'asyncio.{module}']
            return found if name == module else getattr(found, name)
    raise AttributeError(f"module 'asyncio' has no attribute '{name}'")
