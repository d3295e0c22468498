"""The thread of a hub that tells of greenlets which do not let others run."""
import io
import time
import warnings

import gevent
from gevent import config, events

warnings.simplefilter('ignore')
hub = gevent.get_hub()
hub.exception_stream = stream = io.StringIO()
print(hub.start_periodic_monitoring_thread())
config.monitor_thread = True
config.max_blocking_time = 0.02
seen = []
events.subscribers.append(seen.append)
monitor = hub.start_periodic_monitoring_thread()
print(type(monitor).__name__, hub.periodic_monitoring_thread is monitor, type(seen[0]).__name__)
print([(each.function.__name__, each.period) for each in monitor.monitoring_functions()])


def busy(enough):
    end = time.time() + 10
    while not enough() and time.time() < end:
        pass


def keeps_all_to_itself():
    busy(lambda: len(seen) > 1)


g = gevent.spawn(keeps_all_to_itself)
g.join()
event = seen[1]
print(type(event).__name__, event.greenlet is g, event.blocking_time, type(event.info).__name__)
told = stream.getvalue()
print('keeps_all_to_itself' in told, 'appears to be blocked' in told)

calls = []
monitor.add_monitoring_function(calls.append, 0.01)
busy(lambda: len(calls) > 2)
print(len(calls) > 2, calls[0] is hub)
monitor.add_monitoring_function(calls.append, None)
print(len(monitor.monitoring_functions()))
for function, period in ((calls.append, 0), (3, 1)):
    try:
        monitor.add_monitoring_function(function, period)
    except ValueError as e:
        print(e)
monitor.kill()
