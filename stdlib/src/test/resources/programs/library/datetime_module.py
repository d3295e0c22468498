import datetime
from datetime import date, time, timedelta, timezone
from datetime import datetime as dt


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, '|', e)


d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.isocalendar(), tuple(d.isocalendar()), d.toordinal(), date.fromordinal(738945), d.isoformat(), d.ctime(), d.timetuple())
print(d + timedelta(days=1), d - timedelta(1), d - date(2023, 2, 28), d.replace(year=2020), d < date(2025, 1, 1), d == date(2024, 2, 29), d.strftime('%d/%m/%y %A %j'), f'{d:%Y.%m}', format(d), date.min, date.max, date.resolution)
print(date.fromisoformat('2024-01-05'), date.fromisoformat('20240105'), date.fromisoformat('2024-W01-5'), date.fromisoformat('2024W015'), date.fromisocalendar(2020, 53, 7))
for y, m, day in [(2021, 1, 3), (2020, 12, 31), (2018, 12, 31), (2016, 1, 1), (1, 1, 1)]:
    print(date(y, m, day).isocalendar(), date(y, m, day).strftime('%G-%V-%u %U %W'))
t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6, weeks=1)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t), t * 2, t / 2, t // 3, t * 1.5, t / timedelta(hours=1), t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), t + t, t - t, bool(timedelta()), t > timedelta(1), hash(t) == hash(timedelta(8, 7384, 5006)))
print(timedelta(seconds=-1), repr(timedelta(seconds=-1)), timedelta(0.5), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=1e-7), timedelta(days=1.5, hours=-0.25), timedelta.min, timedelta.max, timedelta.resolution, timedelta(1) / 3, timedelta(seconds=10) / 4.0, str(timedelta(days=-2, hours=5)))
c = time(13, 5, 7, 89)
print(c, repr(c), time(1), repr(time(1, 2, 3)), c.isoformat('minutes'), c.isoformat('milliseconds'), c.replace(hour=1), c < time(14), time.min, time.max, c.strftime('%H:%M %p %f'), time.fromisoformat('04:23:01.5'), time.fromisoformat('0423'), time.fromisoformat('T10:00+01:30'), time(1, tzinfo=timezone.utc), bool(time(0)))
m = dt(2024, 2, 29, 13, 5, 7, 89)
print(m, repr(m), m.date(), m.time(), m.isoformat(), m.isoformat(' ', 'hours'), m.isoformat(timespec='milliseconds'), m.ctime(), m.timetuple(), m.strftime('%Y-%m-%d %H:%M:%S.%f %j %a %b %I%p %%'), f'{m:%H:%M}', repr(dt(2024, 1, 1)), repr(dt(2024, 1, 1, 1, 1, 1)))
print(m + timedelta(hours=11), m - timedelta(days=60), m - dt(2024, 1, 1), m.replace(minute=0, microsecond=0), m > dt(2024, 1, 1), m == m.replace(), dt.combine(d, c), dt.min, dt.max, m.weekday(), m.toordinal(), m.isocalendar())
for text in ['2024-02-29', '2024-02-29T13:05', '2024-02-29 13:05:07', '2024-02-29T13:05:07.123', '2024-02-29T13:05:07.123456', '2024-02-29T13:05:07Z', '2024-02-29T13:05:07+05:30', '20240229T130507', '2024-W09-4T10', '2024-02-29T13:05:07.1234567', '2024-02-29T13:05:07-00:00:30']:
    print(text, repr(dt.fromisoformat(text)))
for text in ['', '2024', '2024-2-29', '2024-02-30', '2024-13-01', '2024-02-29T', '2024-02-29T25:00', '2024-02-29T1:00', 'x' * 10]:
    attempt(dt.fromisoformat, text)
for text, format in [('2024-02-29 13:05', '%Y-%m-%d %H:%M'), ('29 Feb 2024 1PM', '%d %b %Y %I%p'), ('1.5', '%S.%f'), ('2024-02-29 +0530', '%Y-%m-%d %z'), ('2024-01-01T00:00:00Z', '%Y-%m-%dT%H:%M:%S%z')]:
    print(repr(dt.strptime(text, format)))
attempt(dt.strptime, '2024', '%Y-%m')
attempt(dt.strptime, '2024-1-1x', '%Y-%m-%d')
utc = timezone.utc
east = timezone(timedelta(hours=5, minutes=30))
named = timezone(timedelta(hours=-3), 'BRT')
a = dt(2024, 1, 1, 12, tzinfo=utc)
print(a, repr(a), a.astimezone(east), repr(a.astimezone(named)), a.tzname(), a.astimezone(named).tzname(), a.utcoffset(), a == a.astimezone(east), hash(a) == hash(a.astimezone(east)), a - a.astimezone(east), a.timestamp(), dt.fromtimestamp(0, utc), dt.fromtimestamp(1.5, east), dt.utcfromtimestamp(1700000000.123456), a.strftime('%z %Z'), a.astimezone(east).isoformat(), a.utctimetuple().tm_hour, a.timetz())
print(utc, repr(utc), east, repr(east), named, repr(named), timezone(timedelta(0)) is utc, datetime.UTC is utc, east == timezone(timedelta(minutes=330)), east.utcoffset(None), named.tzname(None))
attempt(lambda: a < dt(2024, 1, 1))
attempt(lambda: a - dt(2024, 1, 1))
print(a == dt(2024, 1, 1), m == d, d == m)
attempt(lambda: m < d)
attempt(date, 2024, 2, 30)
attempt(date, 0, 1, 1)
attempt(date, 2024, 13, 1)
attempt(date, '2024', 1, 1)
attempt(dt, 2024, 1, 1, 24)
attempt(time, 1, 60)
attempt(time, 1, 1, 1, 1000000)
attempt(timedelta, days='x')
attempt(lambda: date.max + timedelta(1))
attempt(lambda: dt.min - timedelta(1))
attempt(lambda: timedelta(1) / 0)
attempt(timezone, 5)
attempt(timezone, timedelta(days=1))
attempt(date.fromordinal, 0)
attempt(date.fromisocalendar, 2021, 53, 1)


class Berlin(datetime.tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=1) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=1) if moment is not None and 4 <= moment.month <= 9 else timedelta(0)

    def tzname(self, moment):
        return 'CEST' if self.dst(moment) else 'CET'


b = Berlin()
print(dt(2024, 7, 1, 12, tzinfo=b), dt(2024, 1, 1, 12, tzinfo=b).tzname(), dt(2024, 7, 1, tzinfo=utc).astimezone(b), dt(2024, 7, 1, 12, tzinfo=b).timetuple().tm_isdst)


class Mine(dt):
    pass


print(type(Mine(2024, 1, 1) + timedelta(1)), repr(Mine(2024, 1, 1)), isinstance(m, date), Mine.now().year >= 2024, type(dt.now()), type(date.today()), dt.now(utc).tzinfo)
print(sorted([date(2024, 3, 1), date(2023, 1, 1)]), {date(2024, 1, 1): 1}[date(2024, 1, 1)], max(m, dt(2025, 1, 1)), sum([timedelta(1), timedelta(2)], timedelta()))
import copy
print(copy.copy(m) == m, copy.deepcopy(a) == a, copy.deepcopy(t) == t)
