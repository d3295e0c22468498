"""Greenlets that take turns by themselves whenever one of them has to wait."""

import sys
from collections import namedtuple as _namedtuple

__version__ = '22.10.2'
# What the original says.
version_info = _namedtuple(
    'version_info', ('major', 'minor', 'micro', 'releaselevel', 'serial'))(20, 0, 0, 'dev', 0)

__all__ = [
    'Greenlet',
    'GreenletExit',
    'Timeout',
    'config',
    'fork',
    'get_hub',
    'getcurrent',
    'getswitchinterval',
    'idle',
    'iwait',
    'joinall',
    'kill',
    'killall',
    'reinit',
    'setswitchinterval',
    'signal_handler',
    'sleep',
    'spawn',
    'spawn_later',
    'spawn_raw',
    'wait',
    'with_timeout',
]

from gevent._config import config
from gevent._core import get_hub
from gevent.greenlet import Greenlet, joinall, killall
from gevent.hub import (
    GreenletExit,
    getcurrent,
    idle,
    iwait,
    kill,
    reinit,
    signal as signal_handler,
    sleep,
    spawn_raw,
    wait,
)
from gevent.os import fork
from gevent.timeout import Timeout, with_timeout

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later
getswitchinterval = getattr(sys, 'getswitchinterval', lambda: 0.005)
setswitchinterval = getattr(sys, 'setswitchinterval', lambda interval: None)
