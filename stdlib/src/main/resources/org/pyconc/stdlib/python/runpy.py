"""Runs modules and files as programs."""

import importlib.util
import os
import sys
from types import ModuleType

__all__ = ['run_module', 'run_path']


def _run(code, init_globals, run_name, script, spec, package, alter_sys, argv0):
    name = run_name
    module = ModuleType(name)
    values = module.__dict__
    if init_globals is not None:
        values.update(init_globals)
    values.update(__name__=name, __file__=script, __cached__=None, __doc__=None,
                  __loader__=getattr(spec, 'loader', None), __package__=package, __spec__=spec)
    if not alter_sys:
        exec(code, values)
        return values.copy()
    missing = object()
    before, argument = sys.modules.get(name, missing), sys.argv[0]
    sys.modules[name] = module
    sys.argv[0] = argv0
    try:
        exec(code, values)
        return values.copy()
    finally:
        sys.argv[0] = argument
        if before is missing:
            sys.modules.pop(name, None)
        else:
            sys.modules[name] = before


def _details(name):
    if name.startswith('.'):
        raise ImportError('Relative module names not supported')
    above = name.rpartition('.')[0]
    if above:
        try:
            __import__(above)
            known = sys.modules.get(name)
            if known is not None and not hasattr(known, '__path__'):
                import warnings
                warnings.warn(RuntimeWarning(
                    '%r found in sys.modules after import of package %r, but prior to execution of '
                    '%r; this may result in unpredictable behaviour' % (name, above, name)))
        except ImportError as error:
            if error.name is None or (error.name != above
                                      and not above.startswith(error.name + '.')):
                raise
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError('Error while finding module specification for %r (%s: %s)'
                          % (name, type(error).__name__, error)) from error
    if spec is None:
        raise ImportError('No module named %s' % name)
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        try:
            return _details(name + '.__main__')
        except ImportError as error:
            raise ImportError('%s; %r is a package and cannot be directly executed'
                              % (error, name)) from error
    if spec.loader is None:
        raise ImportError('%r is a namespace package and cannot be executed' % name)
    try:
        code = spec.loader.get_code(name)
    except ImportError as error:
        raise ImportError(str(error)) from error
    if code is None:
        raise ImportError('No code object available for %s' % name)
    return name, spec, code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Runs a module; returns its global variables."""
    mod_name, spec, code = _details(mod_name)
    return _run(code, init_globals, run_name or mod_name, spec.origin, spec, spec.parent, alter_sys,
                spec.origin)


def run_path(path_name, init_globals=None, run_name=None):
    """Runs a file, or a folder that holds __main__; returns the global variables."""
    name = run_name or '<run_path>'
    path = os.fsdecode(path_name)
    if os.path.isdir(path):
        sys.path.insert(0, path)
        try:
            main = sys.modules.pop('__main__', None)
            try:
                _, spec, code = _details('__main__')
            except ImportError as error:
                raise ImportError("can't find '__main__' module in %r" % path) from error
            finally:
                if main is not None:
                    sys.modules['__main__'] = main
            return _run(code, init_globals, name, spec.origin, spec, '', True, path)
        finally:
            try:
                sys.path.remove(path)
            except ValueError:
                pass
    with open(os.path.abspath(path), 'rb') as file:
        code = compile(file.read(), path, 'exec')
    return _run(code, init_globals, name, path, None, name.rpartition('.')[0], True, path)
