"""What waits for watchers and for objects."""

from gevent._waiter import MultipleWaiter, Waiter
from gevent.exceptions import ConcurrentObjectUseError, InvalidSwitchError
from gevent.hub import WaitOperationsGreenlet, iwait_on_objects, wait_on_objects
from gevent.socket import wait as wait_on_watcher
from gevent.socket import wait_read, wait_readwrite, wait_write

__all__ = ['WaitOperationsGreenlet', 'iwait_on_objects', 'wait_on_objects', 'wait_read',
           'wait_write', 'wait_readwrite']
