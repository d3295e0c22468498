"""Helpers for packages."""

import importlib
import importlib.machinery
import importlib.util
import os
import sys
from collections import namedtuple

__all__ = ['get_importer', 'iter_importers', 'get_loader', 'find_loader', 'walk_packages',
           'iter_modules', 'get_data', 'read_code', 'extend_path', 'ModuleInfo', 'resolve_name']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')


def get_importer(path_item):
    """The finder for one entry of sys.path."""
    return importlib.machinery._finder(os.fsdecode(path_item))


def iter_importers(fullname=''):
    """The finders for a module."""
    if fullname.startswith('.'):
        raise ImportError('Relative module name %r not supported' % fullname)
    if '.' in fullname:
        package = importlib.import_module(fullname.rpartition('.')[0])
        path = getattr(package, '__path__', None) or []
    else:
        yield from sys.meta_path
        path = sys.path
    for item in path:
        yield get_importer(item)


def iter_modules(path=None, prefix=''):
    """A ModuleInfo for each module in the given folders, or on sys.path."""
    if isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    known = set()
    for entry in sys.path if path is None else path:
        finder = get_importer(entry)
        if hasattr(finder, 'iter_modules'):
            found = finder.iter_modules(prefix)
        else:
            found = _in_folder(finder, prefix)
        for name, ispkg in found:
            if name not in known:
                known.add(name)
                yield ModuleInfo(finder, name, ispkg)


def _in_folder(finder, prefix):
    try:
        names = sorted(os.listdir(finder.path))
    except (OSError, AttributeError):
        return
    seen = set()
    for each in names:
        stem, ending = os.path.splitext(each)
        full = os.path.join(finder.path, each)
        ispkg = False
        if stem == '__init__' or stem in seen:
            continue
        if ending not in importlib.machinery.SOURCE_SUFFIXES:
            if '.' in each or not os.path.isdir(full):
                continue
            ispkg = any(os.path.isfile(os.path.join(full, '__init__' + e))
                        for e in importlib.machinery.SOURCE_SUFFIXES)
            if not ispkg:
                continue
        seen.add(stem)
        yield prefix + stem, ispkg


def walk_packages(path=None, prefix='', onerror=None):
    """As iter_modules, and what is inside of the packages, which are imported."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            inside = [p for p in getattr(sys.modules[info.name], '__path__', None) or []
                      if p not in seen]
            seen.update(inside)
            yield from walk_packages(inside, info.name + '.', onerror)


class ImpImporter:
    """The finder of one folder, as there was before importlib."""

    def __init__(self, path=None):
        import warnings
        warnings.warn("This emulation is deprecated and slated for removal in Python 3.12; use "
                      "'importlib' instead", DeprecationWarning)
        self.path = path

    def find_module(self, fullname, path=None):
        spec = importlib.machinery.PathFinder.find_spec(
            fullname, None if self.path is None else [os.path.realpath(self.path)])
        return None if spec is None else spec.loader

    def iter_modules(self, prefix=''):
        for each in iter_modules(None if self.path is None else [self.path], prefix):
            yield each.name, each.ispkg


class ImpLoader(importlib.machinery.SourceFileLoader):
    """The loader of one file, as there was before importlib."""


def find_loader(fullname):
    """The loader of a module, or None."""
    if fullname.startswith('.'):
        raise ImportError('Relative module name %r not supported' % fullname)
    try:
        spec = importlib.util.find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError('Error while finding loader for %r (%s: %s)'
                          % (fullname, type(error), error)) from error
    return None if spec is None else spec.loader


def get_loader(module_or_name):
    """The loader of a module, or None."""
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
        if module_or_name is None:
            return None
    if isinstance(module_or_name, type(sys)):
        return getattr(module_or_name, '__loader__', None)
    return find_loader(module_or_name)


def read_code(stream):
    """None: files of compiled code cannot be read."""
    return None


def extend_path(path, name):
    """The path of a package, with the folders of its name on sys.path."""
    if not isinstance(path, list):
        return path
    path = path[:]
    above, _, last = name.rpartition('.')
    for folder in (getattr(sys.modules[above], '__path__', []) if above else sys.path):
        if isinstance(folder, str):
            inside = os.path.join(folder, last)
            if os.path.isdir(inside) and inside not in path:
                path.append(inside)
    return path


def get_data(package, resource):
    """The bytes of a file beside the modules of a package, or None."""
    spec = importlib.util.find_spec(package)
    if spec is None or not hasattr(spec.loader, 'get_data'):
        return None
    module = importlib.import_module(package)
    file = getattr(module, '__file__', None)
    if file is None:
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(file), *resource.split('/')))


def resolve_name(name):
    """The object of a name such as 'package.module:object.attribute'."""
    import re
    parts = r'(?!\d)(\w+)(\.(?!\d)(\w+))*'
    found = re.match('^(?P<module>%s)(?P<colon>:(?P<inside>%s)?)?$' % (parts, parts), name)
    if not found:
        raise ValueError('invalid format: %r' % name)
    if found.group('colon'):
        result = importlib.import_module(found.group('module'))
        rest = found.group('inside')
        rest = rest.split('.') if rest else []
    else:
        rest = name.split('.')
        module = rest.pop(0)
        result = importlib.import_module(module)
        while rest:
            try:
                result = importlib.import_module(module + '.' + rest[0])
            except ImportError:
                break
            module += '.' + rest.pop(0)
    for each in rest:
        result = getattr(result, each)
    return result
