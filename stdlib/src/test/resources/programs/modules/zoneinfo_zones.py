# zoneinfo: offsets, daylight saving, folds, gaps, copies.
import copy
import datetime
import pickle
from datetime import datetime as dt, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

berlin = ZoneInfo('Europe/Berlin')
new_york = ZoneInfo('America/New_York')
print(berlin, repr(berlin), berlin.key, ZoneInfo('Europe/Berlin') is berlin, ZoneInfo.no_cache('Europe/Berlin') is berlin)
for when in (dt(2024, 1, 15, 12), dt(2024, 7, 15, 12), dt(1970, 1, 1), dt(1945, 6, 1), dt(1880, 1, 1), dt(2060, 8, 1)):
    for zone in (berlin, new_york, ZoneInfo('Asia/Kolkata'), ZoneInfo('Australia/Lord_Howe'), ZoneInfo('Europe/Dublin')):
        a = when.replace(tzinfo=zone)
        print(a.isoformat(), a.tzname(), a.utcoffset(), a.dst(), a.astimezone(timezone.utc))
for fold in (0, 1):
    for when in (dt(2024, 10, 27, 2, 30), dt(2024, 3, 31, 2, 30)):
        a = when.replace(tzinfo=berlin, fold=fold)
        print(a, a.fold, a.utcoffset(), a.astimezone(timezone.utc), a.astimezone(timezone.utc).astimezone(berlin))
start = dt(2024, 10, 27, 0, 0, tzinfo=timezone.utc)
for i in range(4):
    a = (start + timedelta(minutes=30 * i)).astimezone(berlin)
    print(a, a.fold)
print(dt(2024, 3, 10, 12, tzinfo=new_york) - dt(2024, 3, 9, 12, tzinfo=new_york))
print(dt(2024, 3, 10, 12, tzinfo=new_york).astimezone(timezone.utc) - dt(2024, 3, 9, 12, tzinfo=new_york).astimezone(timezone.utc))
print(dt(2024, 5, 5, 10, tzinfo=berlin).astimezone(ZoneInfo('Asia/Tokyo')), datetime.time(12, tzinfo=berlin).utcoffset(), datetime.time(1, tzinfo=ZoneInfo('UTC')).utcoffset())
for wrong in ('Mars/Base', '/etc/passwd', '../x', 'a//b'):
    try:
        ZoneInfo(wrong)
    except Exception as e:
        print(type(e).__name__, e)
print(issubclass(ZoneInfoNotFoundError, KeyError), {'Europe/Berlin', 'UTC', 'Asia/Tokyo'} <= available_timezones())
print(pickle.loads(pickle.dumps(berlin)) is berlin, copy.copy(berlin) is berlin)
