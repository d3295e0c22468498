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
