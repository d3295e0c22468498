"""What waits for watchers and for objects."""

from gevent.hub import iwait_on_objects, wait_on_objects
from gevent.socket import wait_read, wait_readwrite, wait_write

__all__ = ['iwait_on_objects', 'wait_on_objects', 'wait_read', 'wait_write', 'wait_readwrite']
