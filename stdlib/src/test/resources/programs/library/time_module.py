import time

t = time.gmtime(1700000000)
print(t)
print(t.tm_year, t.tm_zone, t.tm_gmtoff, t[0], len(t), tuple(t), t[:3], t == tuple(t), isinstance(t, tuple), t.n_fields)
print(time.gmtime(0), time.gmtime(-1.5), time.gmtime(1e9 + 0.7).tm_sec)
print(time.asctime(t), time.asctime((2024, 2, 9, 1, 2, 3, 4, 40, 0)))
directives = 'aAbBcdDeFgGHhIjklmMnprRStTuUVwWxXyY%CPs'
for stamp in [0, 1700000000, 951782400, 1704067199, 1230768000, 1609459200]:
    g = time.gmtime(stamp)
    print(stamp, [time.strftime('%' + d, g) for d in directives if d not in 's'])
print(time.strftime('%Y-%m-%d %H:%M:%S %Z %z', t), time.strftime('%-d %_H %q é 100%', t), repr(time.strftime('', t)))
print(time.strftime('%Y', (7, 1, 1, 0, 0, 0, 0, 1, 0)), time.strftime('%j %U %W', (2024, 12, 31, 0, 0, 0, 1, 366, 0)))
for text, format in [('2024-02-29', '%Y-%m-%d'), ('30 Nov 00', '%d %b %y'), ('Tue Nov 14 22:13:20 2023', '%c'), ('14/11/23 10:13 PM', '%d/%m/%y %I:%M %p'),
                     ('2023 318', '%Y %j'), ('23:59:60', '%H:%M:%S'), ('2023-W46-2', '%G-W%V-%u'), ('2023 46 2', '%Y %W %w'), ('2023 46 0', '%Y %U %w'),
                     ('12   30', '%H %M'), ('monday MARCH 3', '%A %B %d'), ('20240102T030405', '%Y%m%dT%H%M%S'), ('5:07%', '%H:%M%%'), ('12 AM', '%I %p'), ('12 pm', '%I %p'),
                     ('2020-01-01 +0530', '%Y-%m-%d %z'), ('10 UTC', '%d %Z'), ('11/14/23', '%x'), ('22:13:20', '%X'), ('69', '%y'), ('68', '%y')]:
    print(text, format, tuple(time.strptime(text, format)))
print(time.strptime('Sat Jun 06 16:26:11 1998'))
for text, format in [('x', '%Y'), ('2024-02-30', '%Y-%m-%d'), ('2024 x', '%Y'), ('1', '%q'), ('1', '%'), ('13', '%m'), ('2023-02-29', '%Y-%m-%d'), ('2023 1', '%G %V'), ('2023 5 1', '%Y %V %u')]:
    try:
        print(time.strptime(text, format))
    except Exception as e:
        print(type(e).__name__, e)

def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, '|', e)

attempt(time.strftime, '%Y', (2024, 13, 1, 0, 0, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2024, 1, 32, 0, 0, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2024, 1, 1, 24, 0, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2024, 1, 1, 0, 60, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2024, 1, 1, 0, 0, 62, 0, 1, 0))
attempt(time.strftime, '%Y', (2024, 1, 1, 0, 0, 0, 0, 367, 0))
attempt(time.strftime, '%Y', 5)
attempt(time.strftime, 5)
attempt(time.strptime, 5, '%Y')
attempt(time.strptime, '5', 5)
attempt(time.asctime, 'x')
attempt(time.gmtime, 'x')
attempt(time.gmtime, float('nan'))
attempt(time.gmtime, 1e40)
attempt(time.sleep, -1)
attempt(time.sleep, 'x')
attempt(time.sleep, float('nan'))
attempt(time.struct_time, (1, 2, 3))
attempt(time.get_clock_info, 'x')
s = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
print(s, s.tm_zone, s.tm_gmtoff, s.tm_mday)
for name in ['time', 'monotonic', 'perf_counter', 'process_time', 'thread_time']:
    a, b = getattr(time, name)(), getattr(time, name + '_ns')()
    c = getattr(time, name)()
    print(name, type(a), type(b), a <= c, abs(b / 1e9 - a) < 5, time.get_clock_info(name).monotonic, time.get_clock_info(name).implementation)
before = time.monotonic()
time.sleep(0.05)
time.sleep(0)
print(0.05 <= time.monotonic() - before < 5)
now = time.time()
print(abs(time.mktime(time.localtime(now)) - int(now)), time.ctime(now) == time.asctime(time.localtime(now)))
print(isinstance(time.timezone, int), len(time.tzname), time.daylight in (0, 1), time.clock_gettime(time.CLOCK_MONOTONIC) > 0)
