"""The module time, with a sleep that lets other greenlets run."""

from time import *
from gevent._core import sleep

__implements__ = ['sleep']
__all__ = __implements__
