"""The module signal; nothing in it has to be different here."""

import signal as _signal
from signal import *

__implements__ = ['signal', 'getsignal']
__extensions__ = []
__imports__ = ['SIG_DFL', 'SIG_IGN']
__all__ = ['signal', 'getsignal']
signal = _signal.signal
getsignal = _signal.getsignal
