"""Messages name native classes with their module where CPython writes them in C."""
import array, collections, contextvars, datetime, decimal, fractions, functools, io, itertools
import operator, queue, re, struct, threading, types

values = [
    collections.deque(), collections.defaultdict(), collections.OrderedDict(),
    collections.Counter(), itertools.chain(), functools.partial(print),
    functools.cmp_to_key(lambda a, b: 0)(1), functools.lru_cache(print), array.array('i'),
    datetime.date(2020, 1, 1), datetime.timedelta(1), datetime.timezone.utc, re.compile('a'),
    re.match('a', 'a'), decimal.Decimal(1), fractions.Fraction(1), types.SimpleNamespace(),
    operator.itemgetter(1), struct.Struct('i'), io.StringIO(), threading.Lock(),
    queue.SimpleQueue(), contextvars.ContextVar('a'), (i for i in ()), {}.keys(), object(), len,
    types.MappingProxyType({}), list[int], int | str]


def attempt(action):
    try:
        action()
        print('  ok')
    except Exception as e:
        print(' ', type(e).__name__, str(e).split(' at 0x')[0])


def delete(value, key):
    del value[key]


for value in values:
    print(type(value).__name__, type(value))
    attempt(lambda: value.missing)
    attempt(lambda: setattr(value, 'missing', 1) or delattr(value, 'missing'))
    attempt(lambda: value + ())
    attempt(lambda: 1.5 - value)
    attempt(lambda: value < 1.5)
    attempt(lambda: len(value))
    attempt(lambda: delete(value, None) if not hasattr(value, '__delitem__') else None)
    attempt(lambda: [][value])
    attempt(lambda: 'a' + value)
    attempt(lambda: ''.join([value]))
    attempt(lambda: io.open(value) if value != 1 else None)
    attempt(lambda: __import__(value))


class Deque(collections.deque):
    pass


class Day(datetime.date):
    pass


attempt(lambda: Deque() - 1)
attempt(lambda: Day(2020, 1, 2) + 1)
attempt(lambda: collections.deque().append())
attempt(lambda: collections.deque(1, 2, 3))
attempt(lambda: delete((1,), 0))
attempt(lambda: delete((1,), 'a'))
attempt(lambda: delete(1, 0))
attempt(lambda: delete(Exception(), 0))
attempt(lambda: delete(types.SimpleNamespace(), 0))
attempt(lambda: hash(types.MappingProxyType({})))
attempt(lambda: iter(re.match('a', 'a')))
attempt(lambda: [*re.match('a', 'a')])
attempt(lambda: 'a' in re.match('a', 'a'))
key = functools.cmp_to_key(lambda a, b: a - b)
print(key(1) < key(2), key(1)(3).obj, key(obj=4) == key(4))
attempt(lambda: key(1) < 2)
attempt(lambda: hash(key(1)))
attempt(lambda: key())
