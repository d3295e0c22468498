"""The module builtins: imports are not in the way of greenlets."""

from builtins import *
import builtins as _builtins

__implements__ = []
__all__ = [name for name in dir(_builtins) if not name.startswith('_')]
