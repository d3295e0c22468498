"""Helpers of those that import by themselves."""

import sys as _sys
from importlib._bootstrap import module_from_spec
from importlib.machinery import _Loader, _cached, spec_from_file_location, spec_from_loader

__all__ = ['LazyLoader', 'Loader', 'MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'find_spec',
           'module_from_spec', 'resolve_name', 'source_from_cache', 'source_hash',
           'spec_from_file_location', 'spec_from_loader']

MAGIC_NUMBER = b'\xa7\r\r\n'
Loader = _Loader


def resolve_name(name, package):
    """The full name of a module that is named relative to a package."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError('no package specified for %r (required for relative module names)' % name)
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return parts[0] + '.' + name[level:] if name[level:] else parts[0]


def find_spec(name, package=None):
    """The spec of a module, or None. Packages above it are imported."""
    full = resolve_name(name, package)
    if full in _sys.modules:
        module = _sys.modules[full]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError('%s.__spec__ is not set' % name) from None
        if spec is None:
            raise ValueError('%s.__spec__ is None' % name)
        return spec
    above = full.rpartition('.')[0]
    path = None
    if above:
        parent = __import__(above, fromlist=['__path__'])
        try:
            path = parent.__path__
        except AttributeError as error:
            raise ModuleNotFoundError('__path__ attribute not found on %r while trying to find %r'
                                      % (above, full), name=full) from error
    for finder in _sys.meta_path:
        if hasattr(finder, 'find_spec'):
            spec = finder.find_spec(full, path, None)
            if spec is not None:
                return spec
    return None


def decode_source(source_bytes):
    """The text of a module, with line feeds alone."""
    import io
    import tokenize
    encoding = tokenize.detect_encoding(io.BytesIO(source_bytes).readline)[0]
    return io.IncrementalNewlineDecoder(None, True).decode(source_bytes.decode(encoding))


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where other implementations keep the compiled code of a file."""
    import os
    return _cached(os.fspath(path), optimization)


def source_from_cache(path):
    """The file whose compiled code would be kept there."""
    import os
    path = os.fspath(path)
    head, name = os.path.split(path)
    folder, last = os.path.split(head)
    if last != '__pycache__':
        raise ValueError('__pycache__ not bottom-level directory in %r' % path)
    if name.count('.') not in (2, 3):
        raise ValueError('expected only 2 or 3 dots in %r' % name)
    return os.path.join(folder, name.partition('.')[0] + '.py')


def source_hash(source_bytes):
    """Eight bytes that stand for the text."""
    import hashlib
    return hashlib.blake2b(source_bytes, digest_size=8).digest()


class LazyLoader(_Loader):
    """Runs the module at once: the loader inside it decides about the rest."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
