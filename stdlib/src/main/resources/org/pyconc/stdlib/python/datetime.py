"""Dates, times, and the time between them."""

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR',
           'UTC')

import time as _time
from _calendar_numbers import (
    check_date as _check_date, check_time as _check_parts, days_before_month as _days_before_month,
    is_leap as _is_leap, micros as _micros_of, ord2ymd as _ord2ymd, show_module as _show_module,
    ymd2ord as _ymd2ord)
from math import floor as _floor

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_MONTHS = (None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_DAYS = (None, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


def _class_name(value):
    cls = value.__class__
    return 'datetime.' + cls.__name__ if cls.__module__ == 'datetime' else cls.__name__


def _check_time(hour, minute, second, microsecond, fold):
    checked = _check_parts(hour, minute, second, microsecond, fold)
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return checked


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'"
                        % type(zone).__name__)


def _check_offset(name, offset):
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'"
                        % (name, type(offset).__name__))
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError('offset must be a timedelta strictly between '
                         '-timedelta(hours=24) and timedelta(hours=24).')


def _offset_text(offset, colon=':'):
    if offset is None:
        return ''
    sign = '+'
    if offset.days < 0:
        sign, offset = '-', -offset
    minutes, seconds = divmod(offset, timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    text = '%s%02d%s%02d' % (sign, hours, colon, minutes)
    if seconds or seconds.microseconds:
        text += '%s%02d' % (colon, seconds.seconds)
        if seconds.microseconds:
            text += '.%06d' % seconds.microseconds
    return text


def _time_text(hour, minute, second, micro, spec='auto'):
    if spec == 'auto':
        spec = 'microseconds' if micro else 'seconds'
    if spec == 'hours':
        return '%02d' % hour
    if spec == 'minutes':
        return '%02d:%02d' % (hour, minute)
    if spec == 'seconds':
        return '%02d:%02d:%02d' % (hour, minute, second)
    if spec == 'milliseconds':
        return '%02d:%02d:%02d.%03d' % (hour, minute, second, micro // 1000)
    if spec == 'microseconds':
        return '%02d:%02d:%02d.%06d' % (hour, minute, second, micro)
    raise ValueError('Unknown timespec value')


def _strftime(moment, format, fields):
    parts = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c != '%' or i >= len(format):
            parts.append(c)
            continue
        c = format[i]
        i += 1
        if c == 'f':
            parts.append('%06d' % getattr(moment, 'microsecond', 0))
        elif c == 'z':
            offset = moment.utcoffset() if hasattr(moment, 'utcoffset') else None
            parts.append(_offset_text(offset, ''))
        elif c == 'Z':
            name = moment.tzname() if hasattr(moment, 'tzname') else None
            parts.append((name or '').replace('%', '%%'))
        else:
            parts.append('%' + c)
    return _time.strftime(''.join(parts), fields)


class timedelta:
    """The time between two moments."""

    __slots__ = '_days', '_seconds', '_microseconds', '_hash'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        if (type(days) is type(seconds) is type(microseconds) is type(milliseconds)
                is type(minutes) is type(hours) is type(weeks) is int):
            return cls._of((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60000000
                           + seconds * 1000000 + milliseconds * 1000 + microseconds)
        total = 0
        rest = 0.0
        for name, value, scale in (
                ('days', days, 86400000000), ('seconds', seconds, 1000000),
                ('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                ('minutes', minutes, 60000000), ('hours', hours, 3600000000),
                ('weeks', weeks, 604800000000)):
            if isinstance(value, int):
                total += value * scale
            elif isinstance(value, float):
                whole = _floor(value) if value >= 0 else -_floor(-value)
                total += whole * scale
                part = (value - whole) * scale
                whole = int(part)
                total += whole
                rest += part - whole
            else:
                raise TypeError('unsupported type for timedelta %s component: %s'
                                % (name, type(value).__name__))
        if rest:
            total = _even(total, rest)
        return cls._of(total)

    @classmethod
    def _of(cls, microseconds):
        seconds, micro = divmod(microseconds, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -999999999 <= days <= 999999999:
            raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
        self = object.__new__(cls)
        self._days = days
        self._seconds = seconds
        self._microseconds = micro
        self._hash = -1
        return self

    def __repr__(self):
        parts = []
        if self._days:
            parts.append('days=%d' % self._days)
        if self._seconds:
            parts.append('seconds=%d' % self._seconds)
        if self._microseconds:
            parts.append('microseconds=%d' % self._microseconds)
        return '%s(%s)' % (_class_name(self),
                              ', '.join(parts) or '0')

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = '%d:%02d:%02d' % (hours, minutes, seconds)
        if self._days:
            text = '%d day%s, ' % (self._days, 's' if abs(self._days) != 1 else '') + text
        if self._microseconds:
            text += '.%06d' % self._microseconds
        return text

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 10 ** 6

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _even(whole, rest):
    """whole + rest, rounded half to even."""
    low = _floor(rest)
    part = rest - low
    total = whole + low
    return total + 1 if part > 0.5 or part == 0.5 and total % 2 else total


def _divide_nearest(a, b):
    q, r = divmod(a, b)
    r *= 2
    more = r > b if b > 0 else r < b
    if more or r == b and q % 2 == 1:
        q += 1
    return q


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class IsoCalendarDate(tuple):
    """Year, week and weekday of ISO 8601."""

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%s, week=%s, weekday=%s)' % tuple(self)


IsoCalendarDate.__module__ = 'datetime'


def _iso_week1_monday(year):
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _iso_to_date(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('Year is out of range: %d' % year)
    if not 0 < week < 53:
        is_wrong = True
        if week == 53:
            first = _ymd2ord(year, 1, 1) % 7
            if first == 4 or first == 3 and _is_leap(year):
                is_wrong = False
        if is_wrong:
            raise ValueError('Invalid week: %d' % week)
    if not 0 < day < 8:
        raise ValueError('Invalid weekday: %d (range is [1, 7])' % day)
    return _ord2ymd(_iso_week1_monday(year) + (week - 1) * 7 + day - 1)


def _digits(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def _parse_iso_date(text):
    if len(text) not in (7, 8, 10):
        raise ValueError
    year = _digits(text[0:4])
    has_dash = text[4] == '-'
    at = 4 + has_dash
    if text[at:at + 1] == 'W':
        week = _digits(text[at + 1:at + 3])
        at += 3
        day = 1
        if len(text) > at:
            if (text[at] == '-') != has_dash:
                raise ValueError
            at += has_dash
            day = _digits(text[at:])
        return _iso_to_date(year, week, day)
    month = _digits(text[at:at + 2])
    at += 2
    if (text[at:at + 1] == '-') != has_dash:
        raise ValueError
    at += has_dash
    if len(text) != at + 2:
        raise ValueError
    return year, month, _digits(text[at:at + 2])


def _parse_clock(text):
    parts = [0, 0, 0, 0]
    at = 0
    has_colon = text[2:3] == ':'
    for i in range(3):
        if len(text) - at < 2:
            raise ValueError
        parts[i] = _digits(text[at:at + 2])
        at += 2
        following = text[at:at + 1]
        if not following or i >= 2:
            break
        if has_colon:
            if following != ':':
                raise ValueError
            at += 1
    if at < len(text):
        if text[at] not in '.,':
            raise ValueError
        fraction = text[at + 1:]
        if not fraction:
            raise ValueError
        parts[3] = _digits((fraction + '00000')[:6])
        _digits(fraction)
    return parts


def _parse_iso_time(text):
    if len(text) < 2:
        raise ValueError
    at = len(text)
    for i, c in enumerate(text):
        if c in '+-Z':
            at = i
            break
    parts = _parse_clock(text[:at])
    zone = None
    if at < len(text):
        if text[at] == 'Z':
            if at + 1 != len(text):
                raise ValueError
            zone = timezone.utc
        else:
            rest = text[at + 1:]
            if len(rest) not in (2, 4, 5, 6, 8) and len(rest) < 8:
                raise ValueError
            h, m, s, u = _parse_clock(rest)
            offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=u)
            zone = timezone.utc if not offset else timezone(-offset if text[at] == '-' else offset)
    return parts[0], parts[1], parts[2], parts[3], zone


class date:
    """A day."""

    __slots__ = '_year', '_month', '_day'

    def __new__(cls, year, month, day):
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        t = _time.localtime(timestamp)
        return cls(t[0], t[1], t[2])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > _MAX_ORDINAL:
            raise ValueError('year is out of range')
        return cls(*_ord2ymd(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            parts = _parse_iso_date(date_string)
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % date_string) from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_iso_to_date(year, week, day))

    def __repr__(self):
        return '%s(%d, %d, %d)' % (_class_name(self),
                                      self._year, self._month, self._day)

    def ctime(self):
        return '%s %s %2d 00:00:00 %04d' % (
            _DAYS[self.toordinal() % 7 or 7], _MONTHS[self._month], self._day, self._year)

    def strftime(self, format, /):
        return _strftime(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError('must be str, not %s' % type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def isoformat(self):
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def timetuple(self):
        return _fields(self, 0, 0, 0, -1)

    def toordinal(self):
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def _order(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._order() == other._order()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._order() <= other._order()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._order() < other._order()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._order() >= other._order()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._order() > other._order()
        return NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __add__(self, other):
        if isinstance(other, timedelta):
            ordinal = self.toordinal() + other.days
            if 0 < ordinal <= _MAX_ORDINAL:
                return type(self).fromordinal(ordinal)
            raise OverflowError('date value out of range')
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        today = self.toordinal()
        week, day = divmod(today - _iso_week1_monday(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _iso_week1_monday(year), 7)
        elif week >= 52 and today >= _iso_week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day)


def _fields(day, hour, minute, second, summer):
    return _time.struct_time((
        day._year, day._month, day._day, hour, minute, second, day.weekday(),
        _days_before_month(day._year, day._month) + day._day, summer))


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


class tzinfo:
    """A time zone, to derive from."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        summer = dt.dst()
        if summer is None:
            raise ValueError('fromutc: non-None dst() result required')
        delta = offset - summer
        if delta:
            dt += delta
            summer = dt.dst()
            if summer is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + summer


class time:
    """A time of the day."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond, fold = _check_time(
            hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _compare(self, other, allow_mixed=False):
        mine, theirs = self.utcoffset(), other.utcoffset()
        a, b = self._micros(), other._micros()
        if mine != theirs:
            if mine is None or theirs is None:
                if allow_mixed:
                    return 2
                raise TypeError("can't compare offset-naive and offset-aware times")
            a -= mine // timedelta(microseconds=1)
            b -= theirs // timedelta(microseconds=1)
        return (a > b) - (a < b)

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        micros = self._micros()
        return hash(micros if offset is None else micros - offset // timedelta(microseconds=1))

    def __repr__(self):
        text = '%d, %d' % (self._hour, self._minute)
        if self._microsecond:
            text += ', %d, %d' % (self._second, self._microsecond)
        elif self._second:
            text += ', %d' % self._second
        if self._tzinfo is not None:
            text += ', tzinfo=%r' % self._tzinfo
        if self._fold:
            text += ', fold=1'
        return '%s(%s)' % (_class_name(self), text)

    def isoformat(self, timespec='auto'):
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) \
            + _offset_text(self.utcoffset())

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            h, m, s, u, zone = _parse_iso_time(time_string.removeprefix('T'))
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % time_string) from None
        return cls(h, m, s, u, zone)

    def strftime(self, format, /):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1,
                                        -1))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError('must be str, not %s' % type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def utcoffset(self):
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.utcoffset(None)
        _check_offset('utcoffset', offset)
        return offset

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond,
                                self._tzinfo)


_time_class = time
_tzinfo_class = tzinfo
time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(date):
    """A moment."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                fold=0):
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond, fold = _check_time(
            hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = time.hour
    minute = time.minute
    second = time.second
    microsecond = time.microsecond
    tzinfo = time.tzinfo
    fold = time.fold

    @classmethod
    def _of_timestamp(cls, t, utc, tz):
        whole = _floor(t)
        micro = round((t - whole) * 1e6)
        if micro >= 1000000:
            whole += 1
            micro -= 1000000
        try:
            fields = (_time.gmtime if utc else _time.localtime)(whole)
        except OSError:
            raise ValueError('year is out of range') from None
        y, m, d, hh, mm, ss = fields[:6]
        if not MINYEAR <= y <= MAXYEAR:
            raise ValueError('year %d is out of range' % y)
        made = cls(y, m, d, hh, mm, min(ss, 59), micro, tz)
        return made if tz is None or not utc else tz.fromutc(made)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        return cls._of_timestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._of_timestamp(timestamp, True, None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError('combine() argument 1 must be datetime.date, not %s'
                            % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError('combine() argument 2 must be datetime.time, not %s'
                            % type(time).__name__)
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            end = _date_end(date_string)
            parts = _parse_iso_date(date_string[:end])
            clock = 0, 0, 0, 0, None
            if len(date_string) > end:
                clock = _parse_iso_time(date_string[end + 1:])
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % date_string) from None
        return cls(*parts, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime
        fields, micro, name, offset = _strptime._strptime(date_string, format)
        zone = None
        if offset is not None:
            delta = timedelta(seconds=offset)
            zone = timezone(delta, name) if name else timezone(delta)
        return cls(*fields[:6], micro, zone)

    def timetuple(self):
        summer = self.dst()
        return _fields(self, self._hour, self._minute, self._second,
                       -1 if summer is None else 1 if summer else 0)

    def utctimetuple(self):
        moment = self
        offset = self.utcoffset()
        if offset:
            moment = self - offset
        return _fields(moment, moment._hour, moment._minute, moment._second, 0)

    def timestamp(self):
        if self._tzinfo is None:
            return _time.mktime(self.timetuple()) + self._microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond,
                           fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo,
                           fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _local_zone(self):
        seconds = int(_time.mktime(_fields(self, self._hour, self._minute, self._second, -1)))
        local = _time.localtime(seconds)
        return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)

    def astimezone(self, tz=None):
        mine = self._tzinfo
        if mine is None:
            mine = self._local_zone()
            offset = mine.utcoffset(self)
        else:
            offset = mine.utcoffset(self)
            if offset is None:
                mine = self.replace(tzinfo=None)._local_zone()
                offset = mine.utcoffset(self)
        if tz is None:
            utc = (self - offset).replace(tzinfo=timezone.utc)
            local = _time.localtime(_floor(utc.timestamp()))
            tz = timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError('tz argument must be an instance of tzinfo')
        if tz is mine:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        return '%s %s %2d %02d:%02d:%02d %04d' % (
            _DAYS[self.toordinal() % 7 or 7], _MONTHS[self._month], self._day, self._hour,
            self._minute, self._second, self._year)

    def isoformat(self, sep='T', timespec='auto'):
        return '%04d-%02d-%02d%c' % (self._year, self._month, self._day, sep) \
            + _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) \
            + _offset_text(self.utcoffset())

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        text = ', '.join(map(str, parts))
        if self._tzinfo is not None:
            text += ', tzinfo=%r' % self._tzinfo
        if self._fold:
            text += ', fold=1'
        return '%s(%s)' % (_class_name(self), text)

    def __str__(self):
        return self.isoformat(sep=' ')

    def utcoffset(self):
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.utcoffset(self)
        _check_offset('utcoffset', offset)
        return offset

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.dst(self)
        _check_offset('dst', offset)
        return offset

    def _micros(self):
        return _micros_of(self._year, self._month, self._day, self._hour, self._minute,
                          self._second, self._microsecond)

    def _compare(self, other, allow_mixed=False):
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if (mine is None) != (theirs is None):
                if allow_mixed:
                    return 2
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            if mine is not None:
                a = self._micros() - mine // timedelta(microseconds=1)
                b = other._micros() - theirs // timedelta(microseconds=1)
                return (a > b) - (a < b)
        a, b = self._micros(), other._micros()
        return (a > b) - (a < b)

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, True) == 0
        return NotImplemented if not isinstance(other, date) else False

    def _ordered(self, other):
        if isinstance(other, datetime):
            return True
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return False

    def __le__(self, other):
        return self._compare(other) <= 0 if self._ordered(other) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if self._ordered(other) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if self._ordered(other) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if self._ordered(other) else NotImplemented

    def __hash__(self):
        offset = self.utcoffset()
        micros = self._micros()
        return hash(micros if offset is None else micros - offset // timedelta(microseconds=1))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = self._micros() + other._total()
        days, micros = divmod(total, 86400000000)
        if not 0 < days <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        seconds, micro = divmod(micros, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*_ord2ymd(days), hour, minute, second, micro, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._micros() - other._micros()
        if self._tzinfo is not other._tzinfo:
            mine, theirs = self.utcoffset(), other.utcoffset()
            if (mine is None) != (theirs is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += theirs._total() - mine._total()
        return timedelta._of(difference)

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute,
                                self._second, self._microsecond, self._tzinfo)


_date_class = date


def _date_end(text):
    """Where the date ends in a text of date and time."""
    if len(text) < 7:
        raise ValueError
    if text[4] == '-':
        if text[5] == 'W':
            if len(text) > 8 and text[8] == '-':
                return 10
            return 8
        return 10
    if text[4] == 'W':
        end = 7
        while end < len(text) and text[end].isdigit():
            end += 1
        if end < 9:
            return end
        return 7 if end % 2 == 0 else 8
    return 8


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_no_name = object()


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = '_offset', '_name'

    def __new__(cls, offset, name=_no_name):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not %s'
                            % type(offset).__name__)
        if name is _no_name:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError('timezone() argument 2 must be str, not %s' % type(name).__name__)
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             'timedelta(hours=24), not %r.' % (offset,))
        return cls._create(offset, name)

    @classmethod
    def _create(cls, offset, name=None):
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc or self._name is None and not self._offset:
            return 'datetime.timezone.utc'
        if self._name is None:
            return '%s(%r)' % (_class_name(self),
                                  self._offset)
        return '%s(%r, %r)' % (_class_name(self),
                                  self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        self._check(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' if not self._offset else 'UTC' + _offset_text(self._offset)

    def dst(self, dt):
        self._check(dt, 'dst')
        return None

    @staticmethod
    def _check(dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError('%s(dt) argument must be a datetime instance or None, not %s'
                            % (name, type(dt).__name__))

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() argument must be a datetime instance or None')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __reduce__(self):
        if self._name is None:
            return self.__class__, (self._offset,)
        return self.__class__, (self._offset, self._name)


_show_module(date, datetime, time, timedelta, timezone, tzinfo, IsoCalendarDate)
timezone.utc = UTC = timezone._create(timedelta(0))
timezone.min = timezone._create(-timedelta(hours=23, minutes=59))
timezone.max = timezone._create(timedelta(hours=23, minutes=59))
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
