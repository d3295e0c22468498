"""The start method forkserver: there is no server, children begin as with spawn."""

__all__ = ['ensure_running', 'get_inherited_fds', 'connect_to_new_process',
           'set_forkserver_preload']


class ForkServer:
    """What would start the children."""

    def __init__(self):
        self._forkserver_pid = None
        self._inherited_fds = None
        self._preload_modules = ['__main__']

    def set_forkserver_preload(self, modules_names):
        """Checks the names; each child imports them when it needs them."""
        if not all(type(mod) is str for mod in modules_names):
            raise TypeError('module_names must be a list of strings')
        self._preload_modules = modules_names

    def get_inherited_fds(self):
        """None: nothing is inherited through a server."""
        return self._inherited_fds

    def connect_to_new_process(self, fds):
        """Cannot be done without a server."""
        raise OSError(38, 'Function not implemented')

    def ensure_running(self):
        """Without effect."""


_forkserver = ForkServer()
ensure_running = _forkserver.ensure_running
get_inherited_fds = _forkserver.get_inherited_fds
connect_to_new_process = _forkserver.connect_to_new_process
set_forkserver_preload = _forkserver.set_forkserver_preload
