"""Time zones of the world, from the system's time zone files."""
import datetime as _datetime
import os
import weakref as _weakref
from bisect import bisect_right as _bisect_right

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError',
           'InvalidTZPathWarning']

_EPOCH = _datetime.datetime(1970, 1, 1)
_USUAL_PATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo',
               '/etc/zoneinfo')


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


TZPATH = ()


def reset_tzpath(to=None):
    """Sets the folders in which files are looked for."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f'tzpath must be a list or tuple, not {type(to)}, {to!r}')
        for path in to:
            if not os.path.isabs(path):
                raise ValueError('All paths in TZPATH must be absolute; found the following '
                                 f'relative paths: {(path,)!r}')
        TZPATH = tuple(to)
        return
    given = os.environ.get('PYTHONTZPATH')
    if given is None:
        TZPATH = _USUAL_PATH
        return
    paths = given.split(os.pathsep) if given else []
    TZPATH = tuple(p for p in paths if os.path.isabs(p))
    if len(TZPATH) != len(paths):
        import warnings
        wrong = tuple(p for p in paths if not os.path.isabs(p))
        warnings.warn('Invalid paths specified in PYTHONTZPATH environment variable. Paths must '
                      f'be absolute but found the following relative paths:\n    {wrong!r}',
                      InvalidTZPathWarning)


def _check(key):
    if os.path.isabs(key):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    normal = os.path.normpath(key)
    if len(normal) != len(key):
        raise ValueError('ZoneInfo keys must be normalized relative paths, got: %s' % key)
    if normal.startswith('..'):
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')


def _find(key):
    _check(key)
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return path
    raise ZoneInfoNotFoundError(f'No time zone found with key {key}')


def available_timezones():
    """Returns a set containing all available time zones."""
    found = set()
    for folder in TZPATH:
        for top, folders, files in os.walk(folder):
            if top == folder:
                folders[:] = [f for f in folders if f not in ('right', 'posix')]
            for name in files:
                path = os.path.join(top, name)
                key = os.path.relpath(path, folder)
                if key in found or '.' in key or key == 'posixrules':
                    continue
                try:
                    with open(path, 'rb') as f:
                        if f.read(4) == b'TZif':
                            found.add(key)
                except OSError:
                    pass
    found.discard('posixrules')
    return found


class _Kind:
    """Offset, daylight saving and abbreviation at some time."""

    __slots__ = ('seconds', 'is_dst', 'utcoff', 'dstoff', 'tzname')

    def __init__(self, seconds, is_dst, name):
        self.seconds = seconds
        self.is_dst = is_dst
        self.utcoff = _datetime.timedelta(seconds=seconds)
        self.dstoff = _datetime.timedelta(0)
        self.tzname = name


def _find_dst(kinds, order):
    """How much of an offset is daylight saving: the difference from the standard time near it."""
    done = set()
    for previous, current in zip(order, order[1:]):
        for dst, standard in ((current, previous), (previous, current)):
            if kinds[dst].is_dst and not kinds[standard].is_dst and dst not in done:
                difference = kinds[dst].seconds - kinds[standard].seconds
                if difference:
                    kinds[dst].dstoff = _datetime.timedelta(seconds=difference)
                    done.add(dst)
    for i, kind in enumerate(kinds):
        if kind.is_dst and i not in done:
            kind.dstoff = _datetime.timedelta(hours=1)


class _File:
    """What a time zone file says."""

    def __init__(self, fobj):
        import struct
        header = struct.Struct('>4sc15x6l')
        magic, version, *counts = header.unpack(fobj.read(header.size))
        if magic != b'TZif':
            raise ValueError('Invalid TZif file: magic not found')
        size = 4
        if version >= b'2':
            utc, std, leap, times, types, chars = counts
            fobj.read(times * 5 + types * 6 + chars + leap * 8 + std + utc)
            magic, version, *counts = header.unpack(fobj.read(header.size))
            size = 8
        utc, std, leap, times, types, chars = counts
        code = 'q' if size == 8 else 'l'
        self.times = struct.unpack(f'>{times}{code}', fobj.read(times * size))
        indices = struct.unpack(f'>{times}B', fobj.read(times))
        rows = [struct.unpack('>lbb', fobj.read(6)) for _ in range(types)]
        names = fobj.read(chars)
        fobj.read(leap * (size + 4) + std + utc)
        kinds = [_Kind(seconds, dst, names[at:names.index(b'\0', at)].decode())
                 for seconds, dst, at in rows]
        _find_dst(kinds, indices)
        self.kinds = [kinds[i] for i in indices]
        standard = [k for k in kinds if not k.is_dst]
        self.first = standard[0] if standard else kinds[0] if kinds else _Kind(0, 0, 'UTC')
        rule = b''
        if size == 8:
            fobj.readline()
            rule = fobj.readline().rstrip(b'\n')
        self.rule = _Rule(rule.decode()) if rule else None
        offsets = [self.first.seconds] + [k.seconds for k in self.kinds]
        # Local times of the transitions: for fold=0 the later reading, for fold=1 the earlier one.
        self.local = ([t + max(a, b) for t, a, b in zip(self.times, offsets, offsets[1:])],
                      [t + min(a, b) for t, a, b in zip(self.times, offsets, offsets[1:])])

    def at(self, local, fold, year):
        index = _bisect_right(self.local[fold], local)
        if index == 0:
            return self.first if self.times or not self.rule else self.rule.at(local, fold, year)
        if index >= len(self.times) and self.rule:
            return self.rule.at(local, fold, year)
        return self.kinds[index - 1]

    def at_utc(self, seconds, year):
        """The kind, and the fold."""
        index = _bisect_right(self.times, seconds)
        if self.rule and index >= len(self.times):
            return self.rule.at_utc(seconds, year)
        kind = self.kinds[index - 1] if index else self.first
        before = self.kinds[index - 2] if index > 1 else self.first
        fold = 0
        if index:
            shift = before.seconds - kind.seconds
            fold = int(shift > 0 and seconds - self.times[index - 1] < shift)
        return kind, fold


class _Rule:
    """The rule for the years behind a file's last transition: CET-1CEST,M3.5.0,M10.5.0/3."""

    def __init__(self, text):
        import re
        name = r'([^<0-9:.+-]+|<[a-zA-Z0-9+-]+>)'
        offset = r'([+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?)'
        whole = re.fullmatch(f'{name}{offset}(?:{name}{offset}?(?:,(.*?),(.*))?)?', text)
        if not whole:
            raise ValueError(f'{text} is not a valid TZ string')
        std, std_offset, dst, dst_offset, start, end = whole.groups()
        seconds = -self._seconds(std_offset)
        self.std = _Kind(seconds, 0, std.strip('<>'))
        self.dst = None
        if dst:
            more = -self._seconds(dst_offset) if dst_offset else seconds + 3600
            self.dst = _Kind(more, 1, dst.strip('<>'))
            self.dst.dstoff = _datetime.timedelta(seconds=more - seconds)
            self.start = self._change(start)
            self.end = self._change(end)

    @staticmethod
    def _seconds(text):
        sign = -1 if text.startswith('-') else 1
        h, m, s = (text.lstrip('+-').split(':') + ['0', '0'])[:3]
        return sign * (int(h) * 3600 + int(m) * 60 + int(s))

    def _change(self, text):
        date, _, time = text.partition('/')
        return date, self._seconds(time) if time else 7200

    @staticmethod
    def _local_seconds(change, year):
        date, time = change
        if date.startswith('M'):
            month, week, weekday = map(int, date[1:].split('.'))
            first = _datetime.date(year, month, 1)
            day = 1 + (weekday - first.isoweekday() % 7) % 7 + (week - 1) * 7
            following = first.replace(day=28) + _datetime.timedelta(days=4)
            length = (following - _datetime.timedelta(days=following.day)).day
            while day > length:
                day -= 7
            ordinal = first.toordinal() + day - 1
        else:
            n = int(date.lstrip('J'))
            ordinal = _datetime.date(year, 1, 1).toordinal() + n
            if date.startswith('J'):
                leap = year % 4 == 0 and (year % 100 or year % 400 == 0)
                ordinal += -1 if not leap or n < 60 else 0
        return (ordinal - 719163) * 86400 + time

    def _is_dst(self, value, start, end):
        return start <= value < end if start < end else not end <= value < start

    def at(self, local, fold, year):
        if not self.dst:
            return self.std
        start = self._local_seconds(self.start, year)
        end = self._local_seconds(self.end, year)
        difference = self.dst.seconds - self.std.seconds
        # A time that does not exist has the old offset with fold=0; one that is there twice, too.
        if fold == (difference >= 0):
            end -= difference
        else:
            start += difference
        return self.dst if self._is_dst(local, start, end) else self.std

    def at_utc(self, seconds, year):
        if not self.dst:
            return self.std, 0
        start = self._local_seconds(self.start, year) - self.std.seconds
        end = self._local_seconds(self.end, year) - self.dst.seconds
        is_dst = self._is_dst(seconds, start, end)
        difference = self.dst.seconds - self.std.seconds
        at = end if difference > 0 else start
        return (self.dst if is_dst else self.std,
                int(0 <= seconds - at < abs(difference)))


class ZoneInfo(_datetime.tzinfo):
    """A time zone, by its name in the database of the IANA."""

    _cache = _weakref.WeakValueDictionary()
    __module__ = 'zoneinfo'

    def __init_subclass__(cls):
        cls._cache = _weakref.WeakValueDictionary()

    def __new__(cls, key):
        zone = cls._cache.get(key)
        if zone is None:
            zone = cls._cache.setdefault(key, cls._make(key))
            zone._from_cache = True
        return zone

    @classmethod
    def no_cache(cls, key):
        """Get a new instance of ZoneInfo, bypassing the cache."""
        return cls._make(key)

    @classmethod
    def _make(cls, key):
        with open(_find(key), 'rb') as f:
            zone = cls._of(f, key)
        return zone

    @classmethod
    def _of(cls, f, key):
        zone = super().__new__(cls)
        zone._key = key
        zone._file = _File(f)
        zone._from_cache = False
        return zone

    @classmethod
    def from_file(cls, fobj, /, key=None):
        """Make a time zone out of an open file."""
        zone = cls._of(fobj, key)
        zone._repr = repr(fobj)
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Clear the ZoneInfo cache."""
        if only_keys is None:
            cls._cache.clear()
        else:
            for key in only_keys:
                cls._cache.pop(key, None)

    @property
    def key(self):
        return self._key

    def _kind(self, dt):
        if dt is None:
            rule = self._file.rule
            if rule and not rule.dst:
                return rule.std
            return self._file.first if not self._file.times else None
        local = ((dt.toordinal() - 719163) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second)
        return self._file.at(local, dt.fold, dt.year)

    def utcoffset(self, dt):
        kind = self._kind(dt)
        return kind and kind.utcoff

    def dst(self, dt):
        kind = self._kind(dt)
        return kind and kind.dstoff

    def tzname(self, dt):
        kind = self._kind(dt)
        return kind and kind.tzname

    def fromutc(self, dt):
        if not isinstance(dt, _datetime.datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        seconds = ((dt.toordinal() - 719163) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second)
        kind, fold = self._file.at_utc(seconds, dt.year)
        return (dt + kind.utcoff).replace(fold=fold)

    def __str__(self):
        return self._key if self._key is not None else repr(self)

    def __repr__(self):
        if self._key is not None:
            return f'zoneinfo.ZoneInfo(key={self._key!r})'
        return f'zoneinfo.ZoneInfo.from_file({self._repr})'

    def __reduce__(self):
        if self._key is None:
            import pickle
            raise pickle.PicklingError('Cannot pickle a ZoneInfo file from a file stream.')
        return _unpickle, (type(self), self._key, self._from_cache)


def _unpickle(cls, key, from_cache):
    return cls(key) if from_cache else cls.no_cache(key)


reset_tzpath()
