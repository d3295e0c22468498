"""Makes the modules of the library let other greenlets run while they wait.

After patch_socket or patch_time every wait of the thread does, also that of modules which
are not named here.
"""

import sys

from gevent import hub as _hub
from gevent._core import get_hub

__all__ = [
    'patch_all',
    'patch_builtins',
    'patch_dns',
    'patch_os',
    'patch_queue',
    'patch_select',
    'patch_signal',
    'patch_socket',
    'patch_ssl',
    'patch_subprocess',
    'patch_sys',
    'patch_thread',
    'patch_time',
    'get_original',
    'is_module_patched',
    'is_object_patched',
    'patch_module',
    'main',
]

# What was in the modules before, by module and name.
saved = {}


class MonkeyPatchWarning(RuntimeWarning):
    """Patching came too late for somebody."""


class _BadImplements(AttributeError):
    """A module that does not say what it has for another one."""

    def __init__(self, module):
        super().__init__(
            "Module %r has a bad or missing value for __implements__" % (module, ))


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return is_module_patched(mod_name) and item_name in saved[mod_name]


def is_anything_patched():
    return bool(saved)


def _original(mod_name, item_name):
    items = saved.get(mod_name, {})
    if item_name in items:
        return items[item_name]
    return getattr(__import__(mod_name, fromlist=['x']), item_name)


def get_original(mod_name, item_name):
    """What a module had under a name, or a list of names, before it was patched."""
    if isinstance(item_name, str):
        return _original(mod_name, item_name)
    return [_original(mod_name, name) for name in item_name]


_NONE = _MISSING = object()


def patch_item(module, attr, newitem):
    olditem = getattr(module, attr, _MISSING)
    if olditem is not _MISSING:
        saved.setdefault(module.__name__, {}).setdefault(attr, olditem)
    setattr(module, attr, newitem)


def remove_item(module, attr):
    olditem = getattr(module, attr, _MISSING)
    if olditem is _MISSING:
        return
    saved.setdefault(module.__name__, {}).setdefault(attr, olditem)
    delattr(module, attr)


def patch_module(target_module, source_module, items=None):
    """Puts what source_module has under these names into target_module."""
    from gevent import events
    if items is None:
        items = getattr(source_module, '__implements__', None)
        if items is None:
            raise _BadImplements(source_module)
    try:
        events.notify(events.GeventWillPatchModuleEvent(
            target_module.__name__, source_module, target_module, items))
    except events.DoNotPatch:
        return False
    saved.setdefault(target_module.__name__, {})
    for attr in items:
        patch_item(target_module, attr, getattr(source_module, attr))
    events.notify(events.GeventDidPatchModuleEvent(
        target_module.__name__.lstrip('_'), source_module, target_module))
    return True


def _import(name):
    return __import__(name, fromlist=['x'])


def _patch(name, items=None):
    try:
        target = _import(name)
    except ImportError:
        return False
    source = _import('gevent.' + name.lstrip('_'))
    if items is None:
        # A sandbox may lack some of them.
        items = [item for item in source.__implements__ if hasattr(source, item)]
    return patch_module(target, source, items)


def _mark(name, items):
    """These let other greenlets run from now on, and need no others in their place."""
    module = _import(name)
    for item in items:
        if hasattr(module, item):
            saved.setdefault(name, {}).setdefault(item, getattr(module, item))


def _let_all_waits_switch():
    _hub._everything_cooperates = True
    get_hub().everything_cooperates = True


def patch_sys(stdin=True, stdout=True, stderr=True):
    """Does nothing: the standard files let others run."""


def patch_os():
    _patch('os')


def patch_queue():
    _patch('queue', ['SimpleQueue'])


def patch_time():
    _patch('time')


def patch_contextvars():
    """Does nothing: greenlets have contexts of their own."""


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True,
                 existing_locks=True, _warnings=None):
    """Threads that are started from now on are greenlets; locks belong to greenlets."""
    _let_all_waits_switch()
    if _patch('_thread', ['start_new_thread', 'start_new', 'get_ident', '_local']):
        _mark('_thread', ['allocate_lock', 'LockType'])
    if threading and _patch('threading'):
        _mark('threading', ['Lock', '_CRLock', 'Event'] if Event else ['Lock', '_CRLock'])
        if logging and 'logging' in sys.modules:
            _mark('logging', ['_lock'])
    if _threading_local:
        from gevent import local
        patch_item(_import('_threading_local'), 'local', local.local)


def patch_socket(dns=True, aggressive=True):
    from gevent import socket
    items = list(socket.__implements__)
    if not dns:
        items = [name for name in items if name not in socket.__dns__]
    _let_all_waits_switch()
    _patch('socket', items)


def patch_dns():
    from gevent import socket
    _patch('socket', socket.__dns__)


def patch_ssl(_warnings=None, _first_time=True):
    _let_all_waits_switch()
    _patch('ssl')


def patch_select(aggressive=True):
    """What waits for many files lets others run; aggressive: what does not is removed."""
    _import('selectors')  # which can do without the names that go now
    if _patch('select') and aggressive:
        for name in ('epoll', 'kqueue', 'kevent', 'devpoll'):
            remove_item(_import('select'), name)


def patch_selectors(aggressive=True):
    if _patch('selectors') and aggressive:
        for name in ('EpollSelector', 'KqueueSelector', 'DevpollSelector'):
            remove_item(_import('selectors'), name)


def patch_subprocess():
    _patch('subprocess')


def patch_builtins():
    """Does nothing: imports are not in the way of greenlets."""


def patch_signal():
    _patch('signal')


# Where saved has the arguments of patch_all.
_SETTINGS = '_gevent_saved_patch_all_module_settings'


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True,
              subprocess=True, sys=False, aggressive=True, Event=True, builtins=True,
              signal=True, queue=True, contextvars=True, **kwargs):
    """Patches all that is not refused."""
    from gevent import events
    given = dict(locals(), **kwargs)
    del given['kwargs'], given['events']
    wanted = {name: value for name, value in given.items() if name not in kwargs}
    before = saved.get(_SETTINGS)
    if before is not None:
        if before != wanted:
            import warnings
            warnings.warn('Patching more than once will result in the union of all True'
                          ' parameters being patched', MonkeyPatchWarning, stacklevel=2)
        if not any(value and not before[name] for name, value in wanted.items()):
            return
        wanted = {name: value or before[name] for name, value in wanted.items()}
    saved[_SETTINGS] = wanted
    try:
        events.notify(events.GeventWillPatchAllEvent(given, kwargs))
    except events.DoNotPatch:
        return False
    if os:
        patch_os()
    if thread:
        patch_thread(Event=Event)
    if time:
        patch_time()
    if sys:
        patch_sys()
    if socket:
        patch_socket(dns=dns, aggressive=aggressive)
    if select:
        patch_select(aggressive=aggressive)
        patch_selectors(aggressive=aggressive)
    if ssl:
        patch_ssl()
    if subprocess:
        patch_subprocess()
    if builtins:
        patch_builtins()
    if signal:
        patch_signal()
    if queue:
        patch_queue()
    if contextvars:
        patch_contextvars()
    events.notify(events.GeventDidPatchBuiltinModulesEvent(given, kwargs))
    events.notify(events.GeventDidPatchAllEvent(given, kwargs))
    return True


_SWITCHES = ('socket', 'dns', 'time', 'select', 'thread', 'os', 'ssl', 'subprocess', 'sys',
             'aggressive', 'Event', 'builtins', 'signal', 'queue', 'contextvars')


def _get_script_help():
    """How the command is used, the arguments of patch_all, and which of them are modules."""
    modules = [name for name in _SWITCHES if 'patch_' + name in globals()]
    text = """gevent.monkey: runs a program whose waits let other greenlets run

Usage: python -m gevent.monkey [options] script [arguments]
       python -m gevent.monkey [options] --module name [arguments]

Without options all is patched. --no-NAME leaves one out; --NAME patches only what is named.
Options: --verbose %s""" % ' '.join('--[no-]%s' % name for name in modules)
    return text, _SWITCHES, modules


def main():
    """Runs the program that is named in the arguments, patched."""
    text, switches, modules = _get_script_help()
    args = {}
    argv = sys.argv[1:]
    verbose = False
    is_module = False
    while argv and argv[0].startswith('--'):
        option = argv.pop(0)[2:]
        if option == 'verbose':
            verbose = True
        elif option == 'module':
            is_module = True
        elif option.startswith('no-') and option[3:] in switches:
            args[option[3:]] = False
        elif option in switches:
            args[option] = True
            if option in modules:
                for name in modules:
                    args.setdefault(name, False)
        else:
            sys.exit(text + '\n\nCannot patch %r' % option)
    if verbose:
        import os
        import pprint
        print('gevent.monkey.patch_all(%s)' % ', '.join('%s=%s' % item for item in args.items()))
        print('sys.version=%s' % sys.version.strip().replace('\n', ' '))
        print('sys.path=%s' % pprint.pformat(sys.path))
        print('sys.modules=%s' % pprint.pformat(sorted(sys.modules)))
        print('cwd=%s' % os.getcwd())
    patch_all(**args)
    if not argv:
        print(text)
        return
    import runpy
    sys.argv = argv
    if is_module:
        runpy.run_module(argv[0], run_name='__main__', alter_sys=True)
    else:
        runpy.run_path(argv[0], run_name='__main__')


if __name__ == '__main__':
    # Of the module that the program imports, which is another one.
    from gevent import monkey
    monkey.main()
