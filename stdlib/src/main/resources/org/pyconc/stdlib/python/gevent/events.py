"""Events that the package tells those who subscribe."""

__all__ = [
    'subscribers',
    'IEventLoopBlocked',
    'EventLoopBlocked',
    'IMemoryUsageThresholdExceeded',
    'MemoryUsageThresholdExceeded',
    'IMemoryUsageUnderThreshold',
    'MemoryUsageUnderThreshold',
    'IPeriodicMonitorThread',
    'IPeriodicMonitorThreadStartedEvent',
    'PeriodicMonitorThreadStartedEvent',
    'IGeventPatchEvent',
    'GeventPatchEvent',
    'IGeventWillPatchEvent',
    'DoNotPatch',
    'GeventWillPatchEvent',
    'IGeventDidPatchEvent',
    'IGeventWillPatchModuleEvent',
    'GeventWillPatchModuleEvent',
    'IGeventDidPatchModuleEvent',
    'GeventDidPatchModuleEvent',
    'IGeventWillPatchAllEvent',
    'GeventWillPatchAllEvent',
    'IGeventDidPatchBuiltinModulesEvent',
    'GeventDidPatchBuiltinModulesEvent',
    'IGeventDidPatchAllEvent',
    'GeventDidPatchAllEvent',
]

# Functions that are called with each event.
subscribers = []


def notify(event):
    """Tells all who subscribed."""
    for subscriber in subscribers:
        subscriber(event)


notify_and_call_entry_points = notify


class IEventLoopBlocked:
    """A greenlet has not let others run for a long time."""


class EventLoopBlocked(IEventLoopBlocked):
    def __init__(self, greenlet, blocking_time, info, *, hub=None):
        self.greenlet = greenlet
        self.blocking_time = blocking_time
        self.info = info
        self.hub = hub


class IMemoryUsageThresholdExceeded:
    """The process needs more memory than it should."""


class MemoryUsageThresholdExceeded(IMemoryUsageThresholdExceeded):
    def __init__(self, mem_usage, max_allowed, memory_info):
        self.mem_usage = mem_usage
        self.max_allowed = max_allowed
        self.memory_info = memory_info


class IMemoryUsageUnderThreshold:
    """The process needs less memory again."""


class MemoryUsageUnderThreshold(IMemoryUsageUnderThreshold):
    def __init__(self, mem_usage, max_allowed, memory_info, max_usage):
        self.mem_usage = mem_usage
        self.max_allowed = max_allowed
        self.memory_info = memory_info
        self.max_memory_usage = max_usage


class IPeriodicMonitorThread:
    """A thread that looks at the hub now and then."""


class IPeriodicMonitorThreadStartedEvent:
    """Such a thread was started."""


class PeriodicMonitorThreadStartedEvent(IPeriodicMonitorThreadStartedEvent):
    ENTRY_POINT_NAME = 'gevent.plugins.hub.periodic_monitor_thread_started'

    def __init__(self, monitor):
        self.monitor = monitor


class IGeventPatchEvent:
    """Something about gevent.monkey."""


class GeventPatchEvent(IGeventPatchEvent):
    def __init__(self, source, target):
        self.source = source
        self.target = target

    def __repr__(self):
        return '<%s source=%r target=%r at %x>' % (
            type(self).__name__, self.source, self.target, id(self))


class IGeventWillPatchEvent(IGeventPatchEvent):
    """Something is going to be patched."""


class DoNotPatch(BaseException):
    """Raised by a subscriber that refuses."""


class GeventWillPatchEvent(GeventPatchEvent, IGeventWillPatchEvent):
    pass


class IGeventDidPatchEvent(IGeventPatchEvent):
    """Something was patched."""


class GeventDidPatchEvent(GeventPatchEvent, IGeventDidPatchEvent):
    pass


class IGeventWillPatchModuleEvent(IGeventWillPatchEvent):
    """A module is going to be patched."""


class GeventWillPatchModuleEvent(GeventWillPatchEvent, IGeventWillPatchModuleEvent):
    ENTRY_POINT_NAME = 'gevent.plugins.monkey.will_patch_module'

    def __init__(self, module_name, source, target, items):
        GeventPatchEvent.__init__(self, source, target)
        self.module_name = module_name
        self.target_item_names = items


class IGeventDidPatchModuleEvent(IGeventDidPatchEvent):
    """A module was patched."""


class GeventDidPatchModuleEvent(GeventDidPatchEvent, IGeventDidPatchModuleEvent):
    ENTRY_POINT_NAME = 'gevent.plugins.monkey.did_patch_module'

    def __init__(self, module_name, source, target):
        GeventPatchEvent.__init__(self, source, target)
        self.module_name = module_name


class IGeventWillPatchAllEvent(IGeventWillPatchEvent):
    """patch_all begins."""


class _PatchAllMixin:
    def __init__(self, patch_all_arguments, patch_all_kwargs):
        GeventPatchEvent.__init__(self, None, None)
        self._patch_all_arguments = patch_all_arguments
        self._patch_all_kwargs = patch_all_kwargs

    @property
    def patch_all_arguments(self):
        return self._patch_all_arguments.copy()

    @property
    def patch_all_kwargs(self):
        return self._patch_all_kwargs.copy()

    def __repr__(self):
        return '<%s %r at %x>' % (type(self).__name__, self._patch_all_arguments, id(self))


class GeventWillPatchAllEvent(_PatchAllMixin, GeventWillPatchEvent, IGeventWillPatchAllEvent):
    ENTRY_POINT_NAME = 'gevent.plugins.monkey.will_patch_all'

    def will_patch_module(self, module_name):
        return self.patch_all_arguments.get(module_name)


class IGeventDidPatchBuiltinModulesEvent(IGeventDidPatchEvent):
    """patch_all has patched the modules of the library."""


class GeventDidPatchBuiltinModulesEvent(_PatchAllMixin, GeventDidPatchEvent,
                                        IGeventDidPatchBuiltinModulesEvent):
    ENTRY_POINT_NAME = 'gevent.plugins.monkey.did_patch_builtins'


class IGeventDidPatchAllEvent(IGeventDidPatchEvent):
    """patch_all is done."""


class GeventDidPatchAllEvent(_PatchAllMixin, GeventDidPatchEvent, IGeventDidPatchAllEvent):
    ENTRY_POINT_NAME = 'gevent.plugins.monkey.did_patch_all'
