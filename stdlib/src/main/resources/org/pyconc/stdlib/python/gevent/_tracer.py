"""Traces that tell whether greenlets let others run."""

import sys
import time
import traceback

from gevent._core import timestamp
from gevent.util import format_run_info
from greenlet import getcurrent, settrace

__all__ = ['GreenletTracer', 'HubSwitchTracer', 'MaxSwitchTracer']


class GreenletTracer:
    """Counts switches of the thread, and knows which greenlet runs."""

    def __init__(self):
        self.greenlet_switch_counter = 0
        # The one that was switched to last; None to have nothing reported.
        self.active_greenlet = None
        self._killed = False
        self.previous_trace_function = settrace(self)

    def kill(self):
        """Puts the trace function back that was there before."""
        if not self._killed:
            self._killed = True
            settrace(self.previous_trace_function)
            self.previous_trace_function = None

    def __call__(self, event, args):
        return self._trace(event, args)

    def _trace(self, event, args):
        self.greenlet_switch_counter += 1
        self.active_greenlet = args[1] if event in ('switch', 'throw') else None
        if self.previous_trace_function is not None:
            self.previous_trace_function(event, args)

    def did_block_hub(self, hub):
        """True and the greenlet that did not switch since this was asked; else false."""
        count, self.greenlet_switch_counter = self.greenlet_switch_counter, 0
        running = self.active_greenlet
        if count or running is None or running is hub:
            return False
        return True, running

    def ignore_current_greenlet_blocking(self):
        self.active_greenlet = None

    def monitor_current_greenlet_blocking(self):
        self.active_greenlet = getcurrent()

    def did_block_hub_report(self, hub, active_greenlet, format_kwargs):
        """Lines that tell who blocked, and where."""
        frame = sys._current_frames().get(hub.thread_ident)
        if frame is None:
            stack = 'Unknown: No thread found for hub %r\n' % (hub, )
        else:
            stack = ''.join(traceback.format_stack(frame))
        return [
            '=' * 80,
            '\n%s : Greenlet %s appears to be blocked' % (timestamp(), active_greenlet),
            '    Reported by %s' % (self, ),
            'Blocked Stack (for thread id %s):' % (hex(hub.thread_ident), ),
            stack,
            'Info:',
            *format_run_info(**format_kwargs)]


class _HubTracer(GreenletTracer):
    def __init__(self, hub, max_blocking_time):
        self.hub = hub
        self.max_blocking_time = max_blocking_time
        super().__init__()

    def kill(self):
        self.hub = None
        super().kill()


class HubSwitchTracer(_HubTracer):
    """Knows when the hub ran last."""

    def __init__(self, hub, max_blocking_time):
        self.last_entered_hub = 0
        super().__init__(hub, max_blocking_time)

    def _trace(self, event, args):
        super()._trace(event, args)
        if self.active_greenlet is self.hub:
            self.last_entered_hub = time.perf_counter()

    def did_block_hub(self, hub):
        if time.perf_counter() - self.last_entered_hub > self.max_blocking_time:
            return True, self.active_greenlet


class MaxSwitchTracer(_HubTracer):
    """Knows the longest time between two switches; that of the hub does not count."""

    def __init__(self, hub, max_blocking_time):
        self.last_switch = time.perf_counter()
        self.max_blocking = 0
        super().__init__(hub, max_blocking_time)

    def _trace(self, event, args):
        before = self.active_greenlet
        super()._trace(event, args)
        if before is not None and before is not self.hub:
            self.max_blocking = max(
                self.max_blocking, time.perf_counter() - self.last_switch)

    def did_block_hub(self, hub):
        if self.max_blocking == 0:
            self.max_blocking = time.perf_counter() - self.last_switch
        if self.max_blocking > self.max_blocking_time:
            return True, self.active_greenlet
