"""A package with submodules, relative imports, __all__ and __main__ guard."""
import _shop
import _shop.items
from _shop import price, items as things
from _shop.items import *
from _shop.deep.er import up

print(_shop.__name__, _shop.items.__name__, _shop.items.__package__, price(2), things.NAMES, up())
print(sorted(n for n in globals() if n in ('public', '_private', 'NAMES', 'hidden')))
print(hasattr(_shop, 'deep'), _shop.__path__[0].endswith('_shop'), _shop.__file__.endswith('_shop/__init__.py'), _shop.loaded)
import sys
print(sorted(m for m in sys.modules if m.startswith('_shop')), sys.modules['_shop'] is _shop)
try:
    import _shop.nothing
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from _shop import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
try:
    import _shop.items.deeper
except ImportError as e:
    print(e)
