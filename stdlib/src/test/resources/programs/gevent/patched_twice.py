"""What is removed, what is remembered, and what patching a second time says."""
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, kind, *where: print(kind.__name__, message)

from gevent import monkey

print(monkey.patch_all(thread=False, socket=False, select=False))
print(monkey.is_anything_patched(), monkey.is_module_patched('threading'))
print(monkey.patch_all(), monkey.patch_all())
print(monkey.patch_all(Event=False))

import select
import selectors

print([hasattr(select, name) for name in ('select', 'poll', 'epoll', 'kqueue', 'devpoll')])
print(hasattr(selectors, 'EpollSelector'), selectors.DefaultSelector.__name__)
print([monkey.is_object_patched(*name) for name in (
    ('select', 'epoll'), ('selectors', 'EpollSelector'), ('threading', 'Event'),
    ('threading', 'Lock'), ('threading', 'Thread'), ('threading', '_shutdown'),
    ('threading', 'Condition'), ('_thread', 'allocate_lock'), ('_thread', 'RLock'))])
print(monkey.get_original('select', 'epoll').__name__)
for module, name in (('nothing_of_this_name', 'x'), ('time', 'nothing_of_this_name')):
    try:
        monkey.get_original(module, name)
    except (ImportError, AttributeError) as e:
        print(type(e).__name__, e)

import types

target, source = types.ModuleType('target'), types.ModuleType('source')
target.a = 1
source.a = 2
try:
    monkey.patch_module(target, source)
except AttributeError as e:
    print(type(e).__name__, e)
source.__implements__ = ['a']
print(monkey.patch_module(target, source), target.a, monkey.get_original('target', 'a'))
try:
    monkey.patch_module(target, source, ['b'])
except AttributeError as e:
    print(e)
monkey.remove_item(target, 'a')
print(hasattr(target, 'a'), monkey.is_object_patched('target', 'a'))
