"""The start method spawn: children run the main module anew, as processes of the same program."""
import sys

from multiprocessing import freeze_support

__all__ = ['freeze_support', 'set_executable', 'get_executable',
           'get_preparation_data', 'get_command_line']

WINEXE = False
WINSERVICE = False

_executable = [sys.executable]


def set_executable(exe):
    """Is remembered; no other program is started."""
    _executable[0] = exe


def get_executable():
    """What was set last."""
    return _executable[0]


def is_forking(argv):
    """Whether a command line is that of a child that another program started."""
    return len(argv) >= 2 and argv[1] == '--multiprocessing-fork'


def get_command_line(**kwds):
    """How CPython would start a child."""
    arguments = ', '.join('%s=%r' % item for item in kwds.items())
    code = 'from multiprocessing.spawn import spawn_main; spawn_main(%s)' % arguments
    return [get_executable(), '-c', code, '--multiprocessing-fork']


def get_preparation_data(name):
    """What a child has to know of its parent."""
    import os
    from multiprocessing import get_start_method
    from multiprocessing.process import current_process
    return dict(log_to_stderr=False, authkey=current_process().authkey, name=name,
                sys_path=list(sys.path), sys_argv=sys.argv, orig_dir=os.getcwd(), dir=os.getcwd(),
                start_method=get_start_method())
