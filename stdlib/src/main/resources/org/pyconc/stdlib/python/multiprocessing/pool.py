"""Pools of processes and of threads."""

from _multiprocessing import (
    ApplyResult,
    IMapIterator,
    IMapUnorderedIterator,
    MapResult,
    MaybeEncodingError,
    Pool,
    RemoteTraceback,
    ThreadPool,
)

__all__ = ['Pool', 'ThreadPool']

AsyncResult = ApplyResult

INIT = 'INIT'
RUN = 'RUN'
CLOSE = 'CLOSE'
TERMINATE = 'TERMINATE'
