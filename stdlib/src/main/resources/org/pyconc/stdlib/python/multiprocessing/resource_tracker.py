"""What removes shared memory that a program left behind; here it goes with the program."""

__all__ = ['ensure_running', 'register', 'unregister']


class ResourceTracker:
    """Is told of resources and does nothing: their memory is the program's."""

    def __init__(self):
        self._fd = None
        self._pid = None

    def ensure_running(self):
        """Without effect."""

    def getfd(self):
        """No descriptor: None."""
        return self._fd

    def register(self, name, rtype):
        """A resource has been made."""
        self._send('REGISTER', name, rtype)

    def unregister(self, name, rtype):
        """A resource is gone."""
        self._send('UNREGISTER', name, rtype)

    def _check_alive(self):
        return False

    def _send(self, cmd, name, rtype):
        if len(f'{cmd}:{name}:{rtype}\n'.encode('ascii')) > 512:
            raise ValueError('msg too long')


_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd
