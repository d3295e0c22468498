"""package doc"""
print('init', __name__, __package__, __path__ is not None)
from . import a
from .a import value as v
__all__ = ['a', 'lazy', 'pub']
pub = 1
_hidden = 2
def __getattr__(name):
    if name == 'dynamic':
        return 'made ' + name
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
def __dir__():
    return ['custom']
