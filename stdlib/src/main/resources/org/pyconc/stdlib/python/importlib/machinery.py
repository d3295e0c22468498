"""What modules are found and loaded by.

The language's own loader does the work: these classes show it, find files as it does, and let a
program put finders of its own into sys.meta_path.
"""

import importlib as _importlib
import os as _os
import sys as _sys

__all__ = ['BuiltinImporter', 'FrozenImporter', 'ModuleSpec', 'NamespaceLoader', 'PathFinder',
           'FileFinder', 'SourceFileLoader', 'SourcelessFileLoader', 'ExtensionFileLoader',
           'SOURCE_SUFFIXES', 'BYTECODE_SUFFIXES', 'DEBUG_BYTECODE_SUFFIXES',
           'OPTIMIZED_BYTECODE_SUFFIXES', 'EXTENSION_SUFFIXES', 'all_suffixes']

SOURCE_SUFFIXES = ['.pc', '.py']
BYTECODE_SUFFIXES = DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of all files that hold modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        args = ['name=%r' % self.name, 'loader=%r' % self.loader]
        if self.origin is not None:
            args.append('origin=%r' % self.origin)
        if self.submodule_search_locations is not None:
            args.append('submodule_search_locations=%s' % self.submodule_search_locations)
        return '%s(%s)' % (self.__class__.__name__, ', '.join(args))

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader
                    and self.origin == other.origin
                    and self.submodule_search_locations == other.submodule_search_locations
                    and self.cached == other.cached and self.has_location == other.has_location)
        except AttributeError:
            return NotImplemented

    __hash__ = None

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr:
            self._cached = _cached(self.origin)
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def _cached(path, optimization=None):
    folder, name = _os.path.split(path)
    stem, dot, _ = name.rpartition('.')
    return _os.path.join(folder, '__pycache__', '%s.%s%s.pyc' % (
        stem or name, _sys.implementation.cache_tag,
        '.opt-%s' % optimization if optimization not in (None, '') else ''))


class BuiltinImporter:
    """Finds the modules that are part of the implementation."""

    _ORIGIN = 'built-in'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if path is not None or _importlib._kind(fullname) != 'native':
            return None
        return spec_from_loader(fullname, cls, origin=cls._ORIGIN)

    @classmethod
    def find_module(cls, fullname, path=None):
        spec = cls.find_spec(fullname, path)
        return None if spec is None else spec.loader

    @staticmethod
    def create_module(spec):
        if _importlib._kind(spec.name) != 'native':
            raise ImportError('%r is not a built-in module' % spec.name, name=spec.name)
        return _importlib._load(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def load_module(cls, fullname):
        _builtin(fullname)
        return _importlib._load(fullname)

    @classmethod
    def get_code(cls, fullname):
        _builtin(fullname)

    @classmethod
    def get_source(cls, fullname):
        _builtin(fullname)

    @classmethod
    def is_package(cls, fullname):
        _builtin(fullname)
        return False


def _builtin(name):
    if _importlib._kind(name) != 'native':
        raise ImportError('%r is not a built-in module' % name, name=name)


class FrozenImporter:
    """Finds the modules of the library that are written in the language."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        kind = _importlib._kind(fullname)
        if kind not in ('module', 'package'):
            return None
        origin = '<library>/%s%s' % (fullname.replace('.', '/'),
                                     '.py' if kind == 'module' else '/__init__.py')
        spec = ModuleSpec(fullname, cls, origin=origin, is_package=kind == 'package')
        spec._set_fileattr = True
        return spec

    @staticmethod
    def create_module(spec):
        return _importlib._load(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def load_module(cls, fullname):
        return _importlib._load(fullname)

    @classmethod
    def is_package(cls, fullname):
        return _importlib._kind(fullname) == 'package'

    @classmethod
    def get_code(cls, fullname):
        return None

    @classmethod
    def get_source(cls, fullname):
        return None


class _Loader:
    """What loaders have in common."""

    def create_module(self, spec):
        """None: a usual module will do."""
        return None

    def load_module(self, fullname=None):
        from importlib import _bootstrap
        return _bootstrap.load(spec_from_loader(fullname or self.name, self))


class SourceLoader(_Loader):
    """Loads modules from text."""

    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        return {'mtime': self.path_mtime(path)}

    def set_data(self, path, data):
        """Does nothing: code is not kept in files."""

    def get_source(self, fullname):
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as error:
            raise ImportError('source not available through get_data()', name=fullname) from error
        from importlib.util import decode_source
        return decode_source(data)

    def source_to_code(self, data, path, *, _optimize=-1):
        return compile(data, path, 'exec', dont_inherit=True)

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError('cannot load module %r when get_code() returns None'
                              % module.__name__)
        exec(code, module.__dict__)

    def is_package(self, fullname):
        stem = _os.path.basename(self.get_filename(fullname)).rpartition('.')[0]
        return stem == '__init__' and fullname.rpartition('.')[2] != '__init__'


class FileLoader(_Loader):
    """Loads a module from a file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _require(self, name):
        if name is not None and name != self.name:
            raise ImportError('loader for %s cannot handle %s' % (self.name, name), name=name)

    def load_module(self, fullname=None):
        self._require(fullname)
        return super().load_module(fullname)

    def get_filename(self, name=None):
        self._require(name)
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def get_resource_reader(self, name=None):
        return None


class SourceFileLoader(FileLoader, SourceLoader):
    """Loads a module from a file of text."""

    def path_stats(self, path):
        found = _os.stat(path)
        return {'mtime': found.st_mtime, 'size': found.st_size}

    def exec_module(self, module):
        changed = type(self)
        if (changed.get_code is SourceLoader.get_code and changed.get_data is FileLoader.get_data
                and changed.source_to_code is SourceLoader.source_to_code
                and 'get_data' not in self.__dict__):
            if not _os.path.exists(self.path):
                open(self.path).close()
            _importlib._run(module, self.path)
        else:
            super().exec_module(module)


class SourcelessFileLoader(FileLoader):
    """Refuses files of compiled code: there are none that this implementation can read."""

    def get_code(self, fullname):
        raise ImportError('bad magic number in %r' % fullname, name=fullname, path=self.path)

    def exec_module(self, module):
        self.get_code(module.__name__)

    def get_source(self, fullname):
        return None

    is_package = SourceLoader.is_package


class ExtensionFileLoader(FileLoader):
    """Refuses files of machine code."""

    def create_module(self, spec):
        raise ImportError('extension modules cannot be loaded', name=self.name, path=self.path)

    def exec_module(self, module):
        pass

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        return None

    is_package = SourceLoader.is_package


class NamespaceLoader(_Loader):
    """Loads a package without code."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def exec_module(self, module):
        pass


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module that is loaded by that loader."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if not origin and hasattr(loader, 'get_filename'):
        return spec_from_file_location(
            name, loader=loader,
            **({} if is_package is None else
               {'submodule_search_locations': [] if is_package else None}))
    if is_package is None:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


_unset = object()


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=_unset):
    """The spec of a module in a file, or None if the file's ending is not known."""
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = _os.fspath(location)
        location = _os.path.abspath(location)
    if loader is None:
        loader = _loader_of(name, location)
        if loader is None:
            return None
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is _unset:
        if hasattr(loader, 'is_package'):
            try:
                if loader.is_package(name):
                    spec.submodule_search_locations = []
            except ImportError:
                pass
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(_os.path.dirname(location))
    return spec


def _loader_of(name, location):
    for endings, kind in ((SOURCE_SUFFIXES, SourceFileLoader),
                          (BYTECODE_SUFFIXES, SourcelessFileLoader)):
        if location.endswith(tuple(endings)):
            return kind(name, location)
    return None


class FileFinder:
    """Finds modules in one folder."""

    def __init__(self, path, *loader_details):
        self._loaders = [(ending, loader) for loader, endings in loader_details
                         for ending in endings]
        self.path = _os.path.abspath(path or '.')

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        base = _os.path.join(self.path, fullname.rpartition('.')[2])
        loaders = self._loaders
        for ending, loader in loaders:
            file = _os.path.join(base, '__init__' + ending)
            if _os.path.isfile(file):
                return spec_from_file_location(fullname, file, loader=loader(fullname, file),
                                               submodule_search_locations=[base])
        for ending, loader in loaders:
            if _os.path.isfile(base + ending):
                return spec_from_file_location(fullname, base + ending,
                                               loader=loader(fullname, base + ending))
        if _os.path.isdir(base):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [base]
            return spec
        return None

    @classmethod
    def path_hook(cls, *loader_details):
        """A function that makes finders of folders."""
        def path_hook_for_FileFinder(path):
            if not _os.path.isdir(path or '.'):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return 'FileFinder(%r)' % (self.path,)


class PathFinder:
    """Finds modules on sys.path."""

    @staticmethod
    def invalidate_caches():
        pass

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        portions = []
        for entry in _sys.path if path is None else path:
            if not isinstance(entry, str):
                continue
            finder = _finder(entry)
            spec = None if finder is None else finder.find_spec(fullname)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            portions.extend(spec.submodule_search_locations or ())
        if not portions:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = portions
        return spec


def _finder(entry):
    for hook in _sys.path_hooks:
        try:
            return hook(entry)
        except ImportError:
            continue
    return FileFinder(entry, (SourceFileLoader, SOURCE_SUFFIXES))


def _of_module(module, name):
    """The __spec__ or __loader__ of a module that has none of its own."""
    own = module.__dict__
    spec = own.get('__spec__')
    if spec is None:
        full, file = own.get('__name__'), own.get('__file__')
        if not isinstance(full, str):
            raise AttributeError(name)
        kind = _importlib._kind(full) if file is None or file.startswith('<library>') else None
        if file is None and '__path__' in own and kind is None:
            spec = ModuleSpec(full, NamespaceLoader(full, own['__path__']))
            spec.submodule_search_locations = own['__path__']
        elif kind == 'native' or full == 'builtins':
            spec = spec_from_loader(full, BuiltinImporter, origin='built-in')
            if '__path__' in own:
                spec.submodule_search_locations = own['__path__']
        elif kind is not None:
            spec = FrozenImporter.find_spec(full)
        elif file is None:
            return None
        else:
            spec = spec_from_file_location(
                full, file if kind is None else None, loader=SourceFileLoader(full, file),
                submodule_search_locations=own.get('__path__'))
        if full == '__main__':
            module.__loader__ = spec.loader
            return spec.loader if name == '__loader__' else None
        module.__spec__ = spec
    if name == '__loader__':
        module.__loader__ = spec.loader
        return spec.loader
    return spec


def _meta_path():
    """What sys.meta_path holds at first."""
    return [BuiltinImporter, FrozenImporter, PathFinder]


def _import(name, path):
    """The module that the finders in sys.meta_path find, or None."""
    for finder in list(_sys.meta_path):
        if finder is BuiltinImporter or finder is FrozenImporter:
            if _importlib._kind(name):
                return _importlib._load(name)
        elif finder is PathFinder and not _sys.path_hooks:
            found = _importlib._load_file(name, path)
            if found is not None:
                return found
        elif hasattr(finder, 'find_spec'):
            spec = finder.find_spec(name, path, None)
            if spec is not None:
                from importlib import _bootstrap
                return _bootstrap.load(spec)
    return None


def _run_again(module):
    """What importlib.reload does for modules whose spec is known."""
    from importlib import _bootstrap
    from importlib.util import find_spec
    name = module.__spec__.name
    _sys.modules.pop(name)
    try:
        spec = find_spec(name)
    finally:
        _sys.modules[name] = module
    if spec is None:
        raise ModuleNotFoundError('spec not found for the module %r' % name, name=name)
    _bootstrap._prepare(spec, module)
    spec.loader.exec_module(module)
