"""A thread that looks at a hub now and then, and tells of greenlets that do not let others run."""

import sys
import warnings
import weakref
from time import perf_counter

from gevent import monkey
from gevent._config import config as GEVENT_CONFIG
from gevent._tracer import GreenletTracer
from gevent.events import (
    EventLoopBlocked,
    PeriodicMonitorThreadStartedEvent,
    notify_and_call_entry_points,
)
from greenlet import getcurrent

__all__ = ['PeriodicMonitoringThread']
# Those of threads, also in a patched program.
_start_thread = monkey.get_original('_thread', 'start_new_thread')
_get_ident = monkey.get_original('_thread', 'get_ident')
_sleep = monkey.get_original('time', 'sleep')


class MonitorWarning(RuntimeWarning):
    """Something cannot be watched."""


class _Watched:
    """A function, how often it is called, and when it was called last."""

    __slots__ = ('function', 'period', 'last_run_time')

    def __init__(self, function, period):
        self.function = function
        self.period = period
        self.last_run_time = 0

    def __iter__(self):
        return iter((self.function, self.period))


class PeriodicMonitoringThread:
    """Calls functions with the hub, each after its period; the first looks who blocks."""

    # In seconds: between two looks, and between those at nothing.
    min_sleep_time = 0.005
    inactive_sleep_time = 2.0

    def __init__(self, hub):
        self._hub_wref = weakref.ref(hub, self._hub_is_gone)
        self.should_run = True
        self._greenlet_tracer = GreenletTracer()
        self._functions = [_Watched(self.monitor_blocking, GEVENT_CONFIG.max_blocking_time)]
        self.monitor_thread_ident = _start_thread(self, ())
        if GEVENT_CONFIG.max_memory_usage:
            self.install_monitor_memory_usage()
        notify_and_call_entry_points(PeriodicMonitorThreadStartedEvent(self))

    @property
    def hub(self):
        return self._hub_wref()

    def monitoring_functions(self):
        """What is called; the time after which a block is told of may have been changed."""
        first = self._functions[0]
        if first.function == self.monitor_blocking:
            first.period = GEVENT_CONFIG.max_blocking_time
        return self._functions

    def add_monitoring_function(self, function, period):
        """Has the function called so often; with None, not any more."""
        if not callable(function):
            raise ValueError("function must be callable")
        others = [known for known in self._functions if known.function != function]
        if period is not None:
            if period <= 0:
                raise ValueError("Period must be positive.")
            others.append(_Watched(function, period))
        self._functions = others

    def calculate_sleep_time(self):
        if not self._functions:
            return self.inactive_sleep_time
        return max(min(known.period for known in self.monitoring_functions()),
                   self.min_sleep_time)

    def kill(self):
        """Ends the thread."""
        if self.should_run:
            self.should_run = False
            self._greenlet_tracer.kill()

    def _hub_is_gone(self, _):
        self.kill()

    def __call__(self):
        # The main greenlet of this thread.
        getcurrent().gevent_monitoring_thread = weakref.ref(self)
        while self.should_run:
            _sleep(self.calculate_sleep_time())
            hub = self.hub
            if hub is None or not self.should_run:
                return
            now = perf_counter()
            for known in list(self.monitoring_functions()):
                if now - known.last_run_time >= known.period:
                    known.last_run_time = now
                    try:
                        known.function(hub)
                    except SystemExit:
                        return
                    except:
                        hub.handle_error(self, *sys.exc_info())
            del hub

    # ---- who blocks ----------------------------------------------------------------------

    def ignore_current_greenlet_blocking(self):
        self._greenlet_tracer.ignore_current_greenlet_blocking()

    def monitor_current_greenlet_blocking(self):
        self._greenlet_tracer.monitor_current_greenlet_blocking()

    def monitor_blocking(self, hub):
        """Tells of the greenlet that has run since the last look, if there is one."""
        blocked = self._greenlet_tracer.did_block_hub(hub)
        if not blocked:
            return None
        report = self._greenlet_tracer.did_block_hub_report(
            hub, blocked[1], {'current_thread_ident': self.monitor_thread_ident})
        stream = hub.exception_stream
        if stream:
            for line in report:
                print(line, file=stream)
        notify_and_call_entry_points(
            EventLoopBlocked(blocked[1], GEVENT_CONFIG.max_blocking_time, report, hub=hub))
        return blocked[1], report

    # ---- memory --------------------------------------------------------------------------

    def can_monitor_memory_usage(self):
        """False: the memory is that of all processes together."""
        return False

    def install_monitor_memory_usage(self):
        warnings.warn("Unable to monitor memory usage.", MonitorWarning, stacklevel=4)

    def monitor_memory_usage(self, _hub):
        return -1

    def __repr__(self):
        return '<%s at %s in thread %s greenlet %r for %r>' % (
            type(self).__name__, hex(id(self)), hex(self.monitor_thread_ident), getcurrent(),
            self.hub)
