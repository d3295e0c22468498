"""gevent.config: settings have names, defaults and checks."""
import os

import gevent
from gevent import _config
from gevent.resolver.blocking import Resolver as Blocking
from gevent.resolver.thread import Resolver as Threaded
from gevent.threadpool import ThreadPool

print(gevent.config.resolver is Threaded, gevent.config.threadpool is ThreadPool)
print(gevent.config.max_blocking_time, gevent.config.monitor_thread)
for name, value in [('max_blocking_time', -1), ('monitor_thread', 'perhaps'),
                    ('resolver', 'nowhere'), ('no_such_setting', 1)]:
    try:
        setattr(gevent.config, name, value)
    except (ValueError, ImportError, AttributeError) as e:
        print(name, type(e).__name__)
os.environ['GEVENT_RESOLVER'] = 'block'
os.environ['GEVENT_MAX_BLOCKING_TIME'] = '2.5'
os.environ['GEVENT_MONITOR_MEMORY_MAX'] = '4MB'
config = _config.Config()
print(config.resolver is Blocking, config.max_blocking_time, config.max_memory_usage)
config.resolver = 'thread'
print(config.resolver is Threaded)
config.resolver = ['nowhere.at.All', 'block']
print(config.resolver is Blocking)

hub = gevent.get_hub()
print(type(hub.resolver).__name__, hub.resolver.gethostbyname('127.0.0.1'))
print(type(hub.threadpool).__name__, hub.threadpool.apply(lambda: 'from a thread'))
print(hub.threadpool_class is ThreadPool, hub.resolver_class is Threaded)
