# calendar: months and years as data, text and HTML.
import calendar
import datetime

print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1990, 2021), calendar.weekday(2024, 2, 29))
print(calendar.monthrange(2024, 2), calendar.monthrange(2023, 12), calendar.timegm((2024, 2, 29, 12, 30, 15)))
print(list(calendar.day_name), list(calendar.month_abbr), calendar.month_name[3], calendar.day_abbr[1:3], len(calendar.month_name))
print(calendar.month(2024, 2))
calendar.prmonth(2023, 10, w=4, l=2)
print(calendar.calendar(2024, m=4))
print(calendar.monthcalendar(2024, 9))
c = calendar.Calendar(6)
print(list(c.iterweekdays()), list(c.itermonthdays2(2024, 6))[:9], list(c.itermonthdates(2024, 6))[0])
print(list(c.itermonthdays3(2024, 1))[:3], list(c.itermonthdays4(2024, 12))[-3:], c.getfirstweekday())
print(c.yeardayscalendar(2024)[0][1][0], c.monthdatescalendar(2024, 2)[0][0], c.yeardatescalendar(2023, 6)[1][5][-1][-1])
print(calendar.TextCalendar(3).formatmonth(2021, 5, 3, 1))
h = calendar.HTMLCalendar(6)
print(h.formatmonth(2024, 2))
print(len(h.formatyear(2024)), h.formatyearpage(2024)[:200])
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3), calendar.week([(1, 0), (2, 1)], 3))
print(calendar.LocaleTextCalendar(locale='C').formatmonthname(2024, 1, 20))
for function in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(7), lambda: calendar.weekday(2024, 2, 30)):
    try:
        function()
    except ValueError as e:
        print(type(e).__name__, e)
print([m.name if hasattr(m, 'name') else m for m in (calendar.MONDAY, calendar.January)], calendar.mdays)
