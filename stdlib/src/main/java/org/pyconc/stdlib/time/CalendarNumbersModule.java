package org.pyconc.stdlib.time;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Items;
import org.pyconc.runtime.NativeModule;

/**
 * The numbers of the proleptic Gregorian calendar, and the checks of what a date or time is made
 * of: what {@code datetime} does at each step.
 *
 * @see <a href="https://docs.python.org/3.11/library/datetime.html">datetime</a>
 */
public final class CalendarNumbersModule implements NativeModule {
  private static final long LAST_YEAR = 9999;
  private static final int[] DAYS_BEFORE = {
    0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int[] DAYS_IN = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  @Override
  public String name() {
    return "_calendar_numbers";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.functionN(
        "show_module(*classes)",
        "Lets messages name the classes with their module, as those of the language's own.",
        a -> {
          for (Object cls : ((PyTuple) a[0]).items()) {
            ((PyType) cls).showModule();
          }
          return PySingleton.NONE;
        });
    b.function("is_leap(year, /)", "Whether it is a leap year.", y -> isLeap(Items.toLong(y)));
    b.function(
        "days_before_month(year, month, /)",
        "How many days of the year are before the month.",
        (y, m) -> daysBeforeMonth(Items.toLong(y), Items.toInt(m)));
    b.function(
        "ymd2ord(year, month, day, /)",
        "The number of a day, counted from 1 on the first day of year 1.",
        (y, m, d) -> ordinal(Items.toLong(y), Items.toInt(m), Items.toLong(d)));
    b.function(
        "ord2ymd(ordinal, /)",
        "Year, month and day of a number.",
        ordinal -> date(Items.toLong(ordinal)));
    b.function(
        "check_date(year, month, day, /)",
        "Year, month and day as ints, or ValueError.",
        CalendarNumbersModule::checkDate);
    b.functionN(
        "check_time(hour, minute, second, microsecond, fold, /)",
        "The parts of a time as ints, or ValueError.",
        CalendarNumbersModule::checkTime);
    b.functionN(
        "micros(year, month, day, hour, minute, second, microsecond, /)",
        "Microseconds since the day before the first.",
        a ->
            ((ordinal(Items.toLong(a[0]), Items.toInt(a[1]), Items.toLong(a[2])) * 24
                                + Items.toLong(a[3]))
                            * 60
                        + Items.toLong(a[4]))
                    * 60_000_000
                + Items.toLong(a[5]) * 1_000_000
                + Items.toLong(a[6]));
  }

  private static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static long daysBeforeMonth(long year, int month) {
    return DAYS_BEFORE[month] + (month > 2 && isLeap(year) ? 1 : 0);
  }

  private static long ordinal(long year, int month, long day) {
    long y = year - 1;
    return y * 365
        + Math.floorDiv(y, 4L)
        - Math.floorDiv(y, 100L)
        + Math.floorDiv(y, 400L)
        + daysBeforeMonth(year, month)
        + day;
  }

  private static PyTuple date(long ordinal) {
    long n = ordinal - 1;
    long n400 = Math.floorDiv(n, 146097L);
    n = Math.floorMod(n, 146097L);
    long n100 = n / 36524;
    n %= 36524;
    long n4 = n / 1461;
    n %= 1461;
    long n1 = n / 365;
    n %= 365;
    long year = n400 * 400 + 1 + n100 * 100 + n4 * 4 + n1;
    if (n1 == 4 || n100 == 4) {
      return PyTuple.of(year - 1, 12L, 31L);
    }
    int month = (int) ((n + 50) >> 5);
    long before = daysBeforeMonth(year, month);
    if (before > n) {
      month--;
      before = daysBeforeMonth(year, month);
    }
    return PyTuple.of(year, (long) month, n - before + 1);
  }

  private static Object checkDate(Object year, Object month, Object day) {
    Object y = Items.index(year);
    Object m = Items.index(month);
    Object d = Items.index(day);
    if (!isBetween(y, 1, LAST_YEAR)) {
      throw Errors.valueError("year " + y + " is out of range");
    }
    if (!isBetween(m, 1, 12)) {
      throw Errors.valueError("month must be in 1..12");
    }
    int inMonth = (int) (long) m;
    long last = inMonth == 2 && isLeap((long) y) ? 29 : DAYS_IN[inMonth];
    if (!isBetween(d, 1, last)) {
      throw Errors.valueError("day is out of range for month");
    }
    return PyTuple.of(y, m, d);
  }

  private static Object checkTime(Object[] a) {
    Object hour = Items.index(a[0]);
    Object minute = Items.index(a[1]);
    Object second = Items.index(a[2]);
    Object microsecond = Items.index(a[3]);
    requireBetween(hour, 23, "hour must be in 0..23");
    requireBetween(minute, 59, "minute must be in 0..59");
    requireBetween(second, 59, "second must be in 0..59");
    requireBetween(microsecond, 999_999, "microsecond must be in 0..999999");
    return PyTuple.of(hour, minute, second, microsecond, a[4]);
  }

  private static void requireBetween(Object value, long most, String message) {
    if (!isBetween(value, 0, most)) {
      throw Errors.valueError(message);
    }
  }

  private static boolean isBetween(Object value, long least, long most) {
    return value instanceof Long l && l >= least && l <= most;
  }
}
