"""What folders of resources can do."""

import abc as _abc
import typing as _typing

__all__ = ['ResourceReader', 'Traversable', 'TraversableResources']


@_typing.runtime_checkable
class Traversable(_typing.Protocol):
    """A folder or file."""

    @_abc.abstractmethod
    def iterdir(self): ...

    @_abc.abstractmethod
    def is_dir(self): ...

    @_abc.abstractmethod
    def is_file(self): ...

    @_abc.abstractmethod
    def open(self, mode='r', *args, **kwargs): ...

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None):
        with self.open(encoding=encoding) as file:
            return file.read()


class ResourceReader(metaclass=_abc.ABCMeta):
    """Reads resources."""

    @_abc.abstractmethod
    def open_resource(self, resource):
        raise FileNotFoundError

    @_abc.abstractmethod
    def resource_path(self, resource):
        raise FileNotFoundError

    @_abc.abstractmethod
    def is_resource(self, path):
        raise FileNotFoundError

    @_abc.abstractmethod
    def contents(self):
        raise FileNotFoundError


class TraversableResources(ResourceReader):
    """Reads resources below a folder."""

    @_abc.abstractmethod
    def files(self):
        """The folder."""

    def open_resource(self, resource):
        return self.files().joinpath(resource).open('rb')

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (item.name for item in self.files().iterdir())
