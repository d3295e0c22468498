"""Child programs that are waited for while other greenlets run."""

import subprocess as _subprocess
from subprocess import *

from gevent._core import cooperate
from gevent.greenlet import Greenlet

__implements__ = ['Popen', 'call', 'check_call', 'check_output', 'run', 'getoutput',
                  'getstatusoutput']
__all__ = [name for name in dir(_subprocess) if not name.startswith('_')]
_plain = _subprocess.Popen
_functions = {
    name: getattr(_subprocess, name) for name in __implements__ if hasattr(_subprocess, name)}


class Popen(_plain):
    """A child program."""

    def wait(self, timeout=None, **kwargs):
        return cooperate(_plain.wait, self, timeout)

    def communicate(self, input=None, timeout=None):
        return cooperate(_plain.communicate, self, input, timeout)

    def rawlink(self, callback):
        """Has the callback called in the hub when the program has ended."""
        Greenlet.spawn(self.wait).rawlink(lambda g: callback(self))

    link = rawlink

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
