"""Greenlets below the hub, and those that are one."""

from gevent._core import Hub as SwitchOutGreenletWithLoop
from gevent.hub import TrackedRawGreenlet

__all__ = ['TrackedRawGreenlet', 'SwitchOutGreenletWithLoop']
