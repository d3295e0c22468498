"""Texts for messages, and differences of lists without order."""

_MAX_LENGTH = 80
_MIN_BEGIN = _MIN_COMMON = _MIN_END = 5
_PLACEHOLDER = 12


def _shorten(s, prefixlen, suffixlen):
    skip = len(s) - prefixlen - suffixlen
    if skip > _PLACEHOLDER:
        s = '%s[%d chars]%s' % (s[:prefixlen], skip, s[len(s) - suffixlen:])
    return s


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def _common_shorten_repr(*args):
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = _common_prefix(args)
    prefixlen = len(prefix)
    common = _MAX_LENGTH - (longest - prefixlen + _MIN_BEGIN + _PLACEHOLDER)
    least = (_MAX_LENGTH - (_MIN_BEGIN + _PLACEHOLDER + _MIN_COMMON + _PLACEHOLDER + _MIN_END))
    if common > _MIN_COMMON:
        prefix = _shorten(prefix, _MIN_BEGIN, common)
        return tuple(prefix + s[prefixlen:] for s in args)
    prefix = _shorten(prefix, _MIN_BEGIN, _MIN_COMMON)
    return tuple(prefix + _shorten(s[prefixlen:], least, _MIN_END) for s in args)


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return '%s.%s' % (cls.__module__, cls.__qualname__)


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def _count_diff_all_purpose(actual, expected):
    s, t = list(actual), list(expected)
    missing = object()
    result = []
    for i, elem in enumerate(s):
        if elem is missing:
            continue
        first = second = 0
        for j in range(i, len(s)):
            if s[j] == elem:
                first += 1
                s[j] = missing
        for j, other in enumerate(t):
            if other == elem:
                second += 1
                t[j] = missing
        if first != second:
            result.append((first, second, elem))
    for i, elem in enumerate(t):
        if elem is missing:
            continue
        second = 0
        for j in range(i, len(t)):
            if t[j] == elem:
                second += 1
                t[j] = missing
        result.append((0, second, elem))
    return result


def _count_diff_hashable(actual, expected):
    from collections import Counter
    s, t = Counter(actual), Counter(expected)
    result = []
    for elem, first in s.items():
        second = t.get(elem, 0)
        if first != second:
            result.append((first, second, elem))
    for elem, second in t.items():
        if elem not in s:
            result.append((0, second, elem))
    return result
