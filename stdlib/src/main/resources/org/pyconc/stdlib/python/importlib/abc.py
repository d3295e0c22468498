"""Abstract base classes of finders and loaders."""

import abc as _abc
from importlib import machinery as _machinery

__all__ = ['Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader',
           'ExecutionLoader', 'FileLoader', 'SourceLoader']


class Loader(_machinery._Loader, metaclass=_abc.ABCMeta):
    """Loads modules."""

    def module_repr(self, module):
        raise NotImplementedError


class MetaPathFinder(metaclass=_abc.ABCMeta):
    """Finds modules; to be put into sys.meta_path."""

    def invalidate_caches(self):
        """Forgets what was remembered."""


class PathEntryFinder(metaclass=_abc.ABCMeta):
    """Finds modules in one place."""

    def invalidate_caches(self):
        """Forgets what was remembered."""


class ResourceLoader(Loader):
    """Loads data besides modules."""

    @_abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    """Tells about modules."""

    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @_abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)

    exec_module = _machinery.SourceLoader.exec_module


class ExecutionLoader(InspectLoader):
    """Loads modules that have a file."""

    @_abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class SourceLoader(_machinery.SourceLoader, ResourceLoader, ExecutionLoader):
    """Loads modules from text: get_data and get_filename are enough."""


class FileLoader(_machinery.FileLoader, ResourceLoader, ExecutionLoader):
    """Loads a module from a file."""


for _found in (_machinery.BuiltinImporter, _machinery.FrozenImporter, _machinery.PathFinder):
    MetaPathFinder.register(_found)
PathEntryFinder.register(_machinery.FileFinder)
SourceLoader.register(_machinery.SourceFileLoader)
FileLoader.register(_machinery.SourceFileLoader)
InspectLoader.register(_machinery.BuiltinImporter)
