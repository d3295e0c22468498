# functools: what wrappers take over, what partial accepts, what caches look at.
import copy
from collections import ChainMap, Counter
from functools import *


def source(a, b=2):
    "Does things."


source.attr = 'x'


@wraps(source, updated=())
def plain():
    pass


print(plain.__name__, hasattr(plain, 'attr'), plain.__doc__)


def table():
    pass


table.settings = {'a': 1}
source.settings = {'b': 2}
update_wrapper(table, source, ('__doc__',), ('settings',))
print(table.__name__, table.__doc__, table.settings)
try:
    update_wrapper(lambda: 0, source, (), ('missing',))
except AttributeError as e:
    print(e)


@lru_cache(typed=True)
def square(x):
    return x * x


print([square(3), square(3.0), square(x=3), square(x=3.0), square(True)], square.cache_info())
print(copy.copy(square) is square, copy.deepcopy([square])[0] is square)

p = partial(print, 1)
p.keywords[3] = 4
try:
    p()
except TypeError as e:
    print(e)
q = partial(source)
q.__setstate__((source, (), {}, {}))
q.note = 'n'
q.__setstate__((source, (1,), None, None))
print(q.args, q.keywords, vars(q))
q.__setstate__((q, (q,), {'k': q}, {}))
print(repr(q).count('...'))
q.__setstate__((print, (), {}, {}))
for state in None, (print, (), {}), (1, (), {}, {}), (print, [], {}, {}), (print, (), [], {}):
    try:
        q.__setstate__(state)
    except TypeError as e:
        print(e)


class Words(Counter):
    pass


print(type(Words('abc').copy()).__name__, Words('aab').copy())
print({'a': 1} | ChainMap({'b': 2}, {'a': 3}), ChainMap({'b': 2}) | {'a': 1})
try:
    [('a', 1)] | ChainMap()
except TypeError as e:
    print(e)
