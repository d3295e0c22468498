"""Makes modules from specs."""

import sys as _sys
import types as _types


def _prepare(spec, module):
    try:
        module.__name__ = spec.name
        loader = spec.loader
        if loader is None and spec.submodule_search_locations is not None:
            from importlib.machinery import NamespaceLoader
            loader = NamespaceLoader(spec.name, spec.submodule_search_locations)
        module.__loader__ = loader
        module.__package__ = spec.parent
        module.__spec__ = spec
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        if spec.has_location:
            module.__file__ = spec.origin
            if spec.cached is not None:
                module.__cached__ = spec.cached
    except AttributeError:
        pass
    return module


def module_from_spec(spec):
    """A module that was not run yet."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = _types.ModuleType(spec.name)
    return _prepare(spec, module)


def load(spec):
    """Makes the module, puts it into sys.modules and runs it."""
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        if not hasattr(spec.loader, 'load_module'):
            raise ImportError('missing loader', name=spec.name)
        spec.loader.load_module(spec.name)
        return _sys.modules[spec.name]
    module = module_from_spec(spec)
    _sys.modules[spec.name] = module
    try:
        if spec.loader is None:
            if spec.submodule_search_locations is None:
                raise ImportError('missing loader', name=spec.name)
        else:
            spec.loader.exec_module(module)
    except BaseException:
        _sys.modules.pop(spec.name, None)
        raise
    module = _sys.modules.pop(spec.name)
    _sys.modules[spec.name] = module
    return module
