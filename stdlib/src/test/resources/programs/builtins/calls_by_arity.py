# Builtin functions, types and methods with each number of arguments, and with keywords; each call
# twice, since the second may take a shorter way.


def attempt(function, *arguments):
    for i in range(2):
        try:
            result = function(*arguments)
            shown = repr(result) if not hasattr(result, '__next__') else type(result).__name__
        except Exception as e:
            shown = '%s: %s' % (type(e).__name__, e)
    print(shown)


for kind in (list, tuple, set, frozenset, dict):
    class Sub(kind):
        pass

    for cls in (kind, Sub):
        for arguments in ((), (5,), ([(1, 2)],), (None,)):
            attempt(cls, *arguments)
    print(type(kind.__new__(Sub, [(3, 4)])), kind.__new__(Sub, [(3, 4)]) == kind())

items = [1]
attempt(items.__init__, [2, 3])
print(items)
items.__init__()
print(items)

for function in (sum, min, max, sorted, any, all, iter, next, len, round, pow, divmod, range, zip,
                 enumerate, map, isinstance, getattr, hasattr, int, str, float, bool, abs):
    print(function.__name__)
    for arguments in [(), (1,), ([3, 1, 2],), (3, 1), ([],), ('ab',), ([1, 2], 3), (1, 2, 3),
                      ('a', 1), (1, 2, 3, 4, 5)]:
        attempt(function, *arguments)
for name in ['strip', 'split', 'find', 'encode', 'startswith', 'replace', 'join', 'upper', 'center',
             'zfill', 'splitlines', 'count', 'partition', 'format']:
    print(name)
    for arguments in [(), ('a',), (1,), ('a', 'b'), ('a', 1), ('a', 0, 2), ('a', 'b', 1),
                      ('a', 1, 2, 3), (None,), (['x'],)]:
        attempt(getattr('banana', name), *arguments)
        attempt(getattr(str, name), 'banana', *arguments)
for name in ['get', 'pop', 'setdefault', 'update', 'copy', 'fromkeys']:
    for arguments in [(), (1,), (1, 2), (1, 2, 3), ([],)]:
        attempt(getattr({1: 2}, name), *arguments)
for name in ['append', 'pop', 'index', 'insert', 'extend', 'count']:
    for arguments in [(), (1,), (0, 2), (1, 2, 3), ([],), (1, 2, 3, 4)]:
        attempt(getattr([3, 1], name), *arguments)

for call in (lambda: 'a b'.split(sep=' ', maxsplit=0), lambda: 'a b'.split(maxsplit=0),
             lambda: 'a'.split(foo=1), lambda: 'a'.split(' ', sep=' '),
             lambda: 'a'.encode(errors='x', encoding='ascii'),
             lambda: [2, 1].sort(key=None, reverse=True), lambda: [1].sort(foo=2),
             lambda: int('12', base=3), lambda: round(2.567, ndigits=1), lambda: sum([1], start=2),
             lambda: sum([1], foo=2), lambda: str.split(sep=1), lambda: str.split(5, sep=','),
             lambda: enumerate('a', start=3), lambda: round(number=2.5), lambda: pow(2, 3, mod=5),
             lambda: pow(base=2, exp=3), lambda: print(foo=1), lambda: sorted(iterable=[1]),
             lambda: sorted([3, 1], key=lambda x: -x), lambda: sorted([3, 1], reverse=True),
             lambda: sorted([1], foo=1), lambda: max([1, 2], key=abs), lambda: max([], default=3),
             lambda: max(1, 2, default=3), lambda: isinstance(1, cls=int),
             lambda: [].append(object=1), lambda: 'a'.replace('a', 'b', count=1),
             lambda: {}.get(1, default=3), lambda: b'a b'.split(sep=b' '),
             lambda: (5).to_bytes(2, byteorder='big'), lambda: (5).to_bytes(2, 'big', signed=True),
             lambda: int.from_bytes(b'a', byteorder='little'), lambda: 'a'.expandtabs(tabsize=3),
             lambda: print(1, 2, sep='-', end='!\n')):
    attempt(call)
