"""Files beside the modules of a package."""

import contextlib as _contextlib
import importlib as _importlib
import os as _os
import pathlib as _pathlib
import types as _types

__all__ = ['Package', 'Resource', 'as_file', 'contents', 'files', 'is_resource', 'open_binary',
           'open_text', 'path', 'read_binary', 'read_text']

Package = _types.ModuleType | str
Resource = str | _os.PathLike


def files(package):
    """The folder of a package."""
    module = package if isinstance(package, _types.ModuleType) else _importlib.import_module(package)
    found = getattr(module, '__path__', None)
    if found is None:
        raise TypeError('%r is not a package' % module.__spec__.name)
    places = [_pathlib.Path(place) for place in found]
    if not places:
        raise FileNotFoundError('the package %s has no folder' % module.__name__)
    return places[0]


@_contextlib.contextmanager
def as_file(path):
    """A path in the file system."""
    yield path


def _old(name):
    import warnings
    warnings.warn('%s is deprecated. Use files() instead. Refer to https://importlib-resources'
                  '.readthedocs.io/en/latest/using.html#migrating-from-legacy for migration advice.'
                  % name, DeprecationWarning, stacklevel=3)


def _file(package, resource):
    name = str(resource)
    if _os.path.split(name)[0]:
        raise ValueError('%r must be only a file name' % (resource,))
    return files(package) / name


def open_binary(package, resource):
    _old('open_binary')
    return _file(package, resource).open('rb')


def read_binary(package, resource):
    _old('read_binary')
    return _file(package, resource).read_bytes()


def open_text(package, resource, encoding='utf-8', errors='strict'):
    _old('open_text')
    return _file(package, resource).open('r', encoding=encoding, errors=errors)


def read_text(package, resource, encoding='utf-8', errors='strict'):
    _old('read_text')
    return _file(package, resource).read_text(encoding, errors)


def contents(package):
    """The names in the folder of a package."""
    _old('contents')
    return [each.name for each in files(package).iterdir()]


def is_resource(package, name):
    _old('is_resource')
    return _file(package, name).is_file()


def path(package, resource):
    _old('path')
    return as_file(_file(package, resource))
