"""Settings: from the environment, or assigned before they are first needed."""

import importlib
import os

__all__ = ['config']

_UNSET = object()


def validate_anything(value):
    return value


def validate_bool(value):
    """A truth value of its name in the environment."""
    if isinstance(value, str):
        name = value.lower().strip()
        if name in ('1', 'true', 'on', 'yes'):
            return True
        if name in ('0', 'false', 'off', 'no') or not name:
            return False
        raise ValueError("Invalid boolean string: %r" % (value, ))
    return bool(value)


def validate_invalid(value):
    raise ValueError("Not a valid value: %r" % (value, ))


class Setting:
    """One setting: its name, the variable of the environment, what it is without either."""

    name = None
    environment_key = None
    default = None
    validate = staticmethod(validate_anything)
    # What a text of the environment means.
    _from_text = staticmethod(str)

    def __init__(self):
        self.value = _UNSET

    def _initial(self):
        text = os.environ.get(self.environment_key, '')
        if not text:
            return self.default
        return self.validate(self._from_text(text))

    def get(self):
        if self.value is _UNSET:
            self.value = self.validate(self._initial())
        return self.value

    def set(self, value):
        if isinstance(value, str):
            value = self._from_text(value)
        self.value = self.validate(value)


class BoolSettingMixin:
    validate = staticmethod(validate_bool)
    _from_text = staticmethod(validate_bool)


class IntSettingMixin:
    _from_text = staticmethod(int)

    def validate(self, value):
        if value is not None and value <= 0:
            raise ValueError("Must be positive")
        return value

    def set(self, value):
        # Nothing and zero mean that there is none.
        Setting.set(self, value or None)


class FloatSettingMixin(IntSettingMixin):
    _from_text = staticmethod(float)


class ByteCountSettingMixin(IntSettingMixin):
    """A number of bytes, in the environment perhaps with a unit."""

    _UNITS = {'kb': 1 << 10, 'mb': 1 << 20, 'gb': 1 << 30}

    def _from_text(self, text):
        unit = self._UNITS.get(text[-2:].lower())
        return int(text) if unit is None else int(text[:-2]) * unit


class ImportableSetting:
    """A class or function, or the name of one, or several names to be tried."""

    shortname_map = {}

    def _from_text(self, text):
        return text.split(',') if ',' in text else text

    def _import_one(self, path):
        if not isinstance(path, str):
            return path
        if '.' not in path or '/' in path:
            raise ImportError(
                "Cannot import %r. Required format: [package.]module.class. Or choose from %r" % (
                    path, list(self.shortname_map)))
        module, name = path.rsplit('.', 1)
        found = getattr(importlib.import_module(module), name, _UNSET)
        if found is _UNSET:
            raise ImportError('Cannot import %r from %r' % (name, module))
        return found

    def _import_one_of(self, candidates):
        for candidate in candidates[:-1]:
            try:
                return self._import_one(candidate)
            except ImportError:
                pass
        return self._import_one(candidates[-1])

    def validate(self, value):
        if isinstance(value, type) or callable(value):
            return value
        names = [value] if isinstance(value, str) else value
        return self._import_one_of([self.shortname_map.get(name, name) for name in names])

    def get_options(self):
        """What the short names stand for; or why that is not there."""
        options = {}
        for name, path in self.shortname_map.items():
            try:
                options[name] = self._import_one(path)
            except ImportError as e:
                options[name] = e
        return options


class Resolver(ImportableSetting, Setting):
    """What looks up names of hosts."""

    name = 'resolver'
    environment_key = 'GEVENT_RESOLVER'
    default = ['thread', 'block']
    shortname_map = {
        'ares': 'gevent.resolver.ares.Resolver',
        'thread': 'gevent.resolver.thread.Resolver',
        'block': 'gevent.resolver.blocking.Resolver',
        'dnspython': 'gevent.resolver.dnspython.Resolver',
    }


class Threadpool(ImportableSetting, Setting):
    """The class of a hub's threads."""

    name = 'threadpool'
    environment_key = 'GEVENT_THREADPOOL'
    default = 'gevent.threadpool.ThreadPool'


class ThreadpoolIdleTaskTimeout(FloatSettingMixin, Setting):
    """After so many seconds without work a thread of a hub's pool ends."""

    name = 'threadpool_idle_task_timeout'
    environment_key = 'GEVENT_THREADPOOL_IDLE_TASK_TIMEOUT'
    default = 5.0


class Loop(ImportableSetting, Setting):
    """The class of loops: there is one."""

    name = 'loop'
    environment_key = 'GEVENT_LOOP'
    default = 'gevent.core.loop'
    shortname_map = dict.fromkeys(
        ('libev-cext', 'libev-cffi', 'libuv-cffi', 'libuv'), 'gevent.core.loop')


class FormatContext(ImportableSetting, Setting):
    """How a hub prints what has failed."""

    name = 'format_context'
    environment_key = 'GEVENT_FORMAT_CONTEXT'
    default = 'gevent._util.saferepr'


class LibevBackend(Setting):
    name = 'libev_backend'
    environment_key = 'GEVENT_BACKEND'


class FileObject(ImportableSetting, Setting):
    """The class of files."""

    name = 'fileobject'
    environment_key = 'GEVENT_FILE'
    default = ['posix', 'thread']
    shortname_map = {
        'thread': 'gevent.fileobject.FileObjectThread',
        'posix': 'gevent.fileobject.FileObjectPosix',
        'block': 'gevent.fileobject.FileObjectBlock',
    }


class WatchChildren(BoolSettingMixin, Setting):
    name = 'disable_watch_children'
    environment_key = 'GEVENT_NOWAITPID'
    default = False


class TraceMalloc(IntSettingMixin, Setting):
    name = 'trace_malloc'
    environment_key = 'PYTHONTRACEMALLOC'
    default = None


class TrackGreenletTree(BoolSettingMixin, Setting):
    """Whether greenlets know the calls in which they were spawned."""

    name = 'track_greenlet_tree'
    environment_key = 'GEVENT_TRACK_GREENLET_TREE'
    default = False


class MonitorThread(BoolSettingMixin, Setting):
    name = 'monitor_thread'
    environment_key = 'GEVENT_MONITOR_THREAD_ENABLE'
    default = False


class MaxBlockingTime(FloatSettingMixin, Setting):
    name = 'max_blocking_time'
    environment_key = 'GEVENT_MAX_BLOCKING_TIME'
    default = 0.1


class MonitorMemoryPeriod(FloatSettingMixin, Setting):
    name = 'memory_monitor_period'
    environment_key = 'GEVENT_MONITOR_MEMORY_PERIOD'
    default = 5.0


class MonitorMemoryMaxUsage(ByteCountSettingMixin, Setting):
    name = 'max_memory_usage'
    environment_key = 'GEVENT_MONITOR_MEMORY_MAX'
    default = None


class AresSettingMixin:
    """Asked for by resolvers with servers of their own, which are not there."""


class ResolverNameservers(AresSettingMixin, Setting):
    """The addresses of the servers that a resolver asks."""

    name = 'resolver_nameservers'
    environment_key = 'GEVENT_RESOLVER_NAMESERVERS'

    @staticmethod
    def _from_text(text):
        return text.split(',')


class ResolverTimeout(FloatSettingMixin, AresSettingMixin, Setting):
    """For how many seconds a resolver asks."""

    name = 'resolver_timeout'
    environment_key = 'GEVENT_RESOLVER_TIMEOUT'


def _ares(option):
    return type('Ares' + option, (AresSettingMixin, Setting), {
        'name': 'ares_' + option, 'environment_key': 'GEVENTARES_' + option.upper()})


ALL_SETTINGS = [
    ResolverNameservers, ResolverTimeout,
    *map(_ares, ('flags', 'ndots', 'servers', 'tcp_port', 'timeout', 'tries', 'udp_port')),
    Resolver, Threadpool, ThreadpoolIdleTaskTimeout, Loop, FormatContext, LibevBackend, FileObject,
    WatchChildren, TraceMalloc, TrackGreenletTree, MonitorThread, MaxBlockingTime,
    MonitorMemoryPeriod, MonitorMemoryMaxUsage]


class Config:
    """All settings, as attributes."""

    settings = None

    def __init__(self):
        self.__dict__['settings'] = {kind.name: kind() for kind in ALL_SETTINGS}

    def __getattr__(self, name):
        if name not in self.settings:
            raise AttributeError("No configuration setting for: %r" % (name, ))
        return self.settings[name].get()

    def __setattr__(self, name, value):
        if name in self.settings:
            self.set(name, value)
        else:
            object.__setattr__(self, name, value)

    def set(self, name, value):
        self.settings[name].set(value)

    def __dir__(self):
        return list(self.settings)

    def print_help(self):
        for name in sorted(self.settings):
            setting = self.settings[name]
            print('%s: %s' % (setting.environment_key, (type(setting).__doc__ or name).strip()))


config = Config()
