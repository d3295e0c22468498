"""Settings."""

from gevent import _Config as Config, config

__all__ = ['config']
