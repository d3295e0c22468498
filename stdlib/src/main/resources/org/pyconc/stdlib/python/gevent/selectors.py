"""The module selectors, where other greenlets run meanwhile."""

import selectors as _selectors
from selectors import *

from gevent._core import cooperate

__implements__ = ['DefaultSelector']
__all__ = ['DefaultSelector', 'GeventSelector']


class GeventSelector(_selectors.DefaultSelector):
    """Waits for many files."""

    def select(self, timeout=None):
        return cooperate(super().select, timeout)


DefaultSelector = GeventSelector
