"""Child programs that are waited for while other greenlets run."""

import subprocess as _subprocess
from subprocess import *

from gevent._core import cooperate
from gevent.event import AsyncResult
from gevent.fileobject import FileObjectPosix
from gevent.greenlet import Greenlet, SpawnedLink
from gevent.hub import linkproxy

__implements__ = ['Popen', 'call', 'check_call', 'check_output', 'run', 'getoutput',
                  'getstatusoutput']
__imports__ = ['PIPE', 'STDOUT', 'DEVNULL', 'CalledProcessError', 'TimeoutExpired',
               'CompletedProcess', 'SubprocessError', 'list2cmdline']
__extensions__ = []
__all__ = __implements__ + __imports__
list2cmdline = _subprocess.list2cmdline
_plain = _subprocess.Popen
_functions = {
    name: getattr(_subprocess, name) for name in __implements__ if hasattr(_subprocess, name)}


class Popen(_plain):
    """A child program."""

    def __init__(self, *args, threadpool=None, **kwargs):
        _plain.__init__(self, *args, **kwargs)
        # As by a watcher of the loop: gevent.os.waitpid can be asked, too.
        self._child.share()

    def _open(self, fd, mode, bufsize, line_buffering):
        if not self.text_mode:
            return FileObjectPosix(fd, mode, bufsize)
        return FileObjectPosix(fd, mode[0], 1 if line_buffering else -1, encoding=self.encoding,
                               errors=self.errors)

    def wait(self, timeout=None, **kwargs):
        return cooperate(_plain.wait, self, timeout)

    def communicate(self, input=None, timeout=None):
        return cooperate(_plain.communicate, self, input, timeout)

    _exit_result = None

    @property
    def result(self):
        """The exit code, to wait for."""
        result = self._exit_result
        if result is None:
            result = self._exit_result = AsyncResult()
            if self.poll() is not None:
                result.set(self.returncode)
            else:
                Greenlet.spawn(self.wait).rawlink(result)
        return result

    def rawlink(self, callback):
        """Has the callback called in the hub, with this, when the program has ended."""
        self.result.rawlink(linkproxy(callback, self))

    def unlink(self, callback):
        self.result.unlink(callback)

    def link(self, callback, SpawnedLink=SpawnedLink):
        """Has the callback called in a greenlet of its own when the program has ended."""
        self.rawlink(SpawnedLink(callback))

    def __repr__(self):
        return '<%s at 0x%x pid=%r returncode=%r>' % (
            type(self).__name__, id(self), self.pid, self.returncode)

    def ready(self):
        return self.poll() is not None


def _cooperating(name):
    def function(*args, **kwargs):
        return cooperate(_functions[name], *args, **kwargs)
    function.__name__ = function.__qualname__ = name
    return function


for _name in _functions:
    if _name != 'Popen':
        globals()[_name] = _cooperating(_name)
