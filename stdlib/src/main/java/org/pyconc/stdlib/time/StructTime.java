package org.pyconc.stdlib.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/** {@code time.struct_time}: nine numbers, and the zone by name. */
final class StructTime {
  private StructTime() {}

  static final int FIELD_COUNT = 9;

  private static final String[] FIELDS = {
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"
  };

  static final PyType TYPE =
      new PyType("time.struct_time", BuiltinTypes.TUPLE, false, null, StructTime::define);

  private static void define(TypeBuilder b) {
    b.doc("The time value as returned by gmtime(), localtime(), and strptime().");
    for (int i = 0; i < FIELD_COUNT; i++) {
      int index = i;
      b.getter(FIELDS[i], "", self -> ((PyTuple) PyPayloadInstance.unwrap(self)).get(index));
    }
    b.constant("n_fields", 11L);
    b.constant("n_sequence_fields", (long) FIELD_COUNT);
    b.constant("n_unnamed_fields", 0L);
    b.constant("__match_args__", PyTuple.of((Object[]) FIELDS));
    b.staticMethod("__new__(cls, sequence, dict=None)", "", a -> ofSequence(a[1]));
    b.method("__repr__(self, /)", "Return repr(self).", StructTime::repr);
    b.wholeMethod(
        "__reduce__(self, /)",
        "",
        self -> PyTuple.of(TYPE, PyTuple.of(PyPayloadInstance.unwrap(self))));
  }

  private static Object ofSequence(Object sequence) {
    Object[] values = Iteration.toArray(sequence);
    if (values.length < FIELD_COUNT || values.length > FIELD_COUNT + 2) {
      throw Errors.typeError(
          "time.struct_time() takes a"
              + (values.length < FIELD_COUNT ? "n at least 9" : "n at most 11")
              + "-sequence ("
              + values.length
              + "-sequence given)");
    }
    Object zone = values.length > FIELD_COUNT ? values[FIELD_COUNT] : PySingleton.NONE;
    Object offset = values.length > FIELD_COUNT + 1 ? values[FIELD_COUNT + 1] : PySingleton.NONE;
    return make(java.util.Arrays.copyOf(values, FIELD_COUNT), zone, offset);
  }

  private static Object repr(Object self) {
    PyTuple values = (PyTuple) PyPayloadInstance.unwrap(self);
    StringBuilder text = new StringBuilder("time.struct_time(");
    for (int i = 0; i < FIELD_COUNT; i++) {
      text.append(i == 0 ? "" : ", ").append(FIELDS[i]).append('=');
      text.append(Text.javaRepr(values.get(i)));
    }
    return text.append(')').toString();
  }

  static PyPayloadInstance make(Object[] values, Object zone, Object offset) {
    PyPayloadInstance result = new PyPayloadInstance(TYPE, PyTuple.of(values));
    result.setOwn("tm_zone", zone);
    result.setOwn("tm_gmtoff", offset);
    return result;
  }

  /** A moment in a zone. */
  static PyPayloadInstance of(Instant moment, ZoneId zone) {
    ZonedDateTime t = moment.atZone(zone);
    boolean isSummer = zone.getRules().isDaylightSavings(moment);
    Object[] values = {
      (long) t.getYear(),
      (long) t.getMonthValue(),
      (long) t.getDayOfMonth(),
      (long) t.getHour(),
      (long) t.getMinute(),
      (long) t.getSecond(),
      t.getDayOfWeek().getValue() - 1L,
      (long) t.getDayOfYear(),
      isSummer ? 1L : 0L
    };
    String name = zone == java.time.ZoneOffset.UTC ? "GMT" : zoneName(zone, isSummer);
    return make(values, name, (long) t.getOffset().getTotalSeconds());
  }

  /** The abbreviation of a zone. */
  static String zoneName(ZoneId zone, boolean isSummer) {
    if (zone.getRules().isFixedOffset()
        && zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() == 0) {
      return zone.getId().equals("GMT") ? "GMT" : "UTC";
    }
    return java.util.TimeZone.getTimeZone(zone)
        .getDisplayName(isSummer, java.util.TimeZone.SHORT, Locale.ROOT);
  }

  /** The nine numbers of a tuple that a program gave, checked. */
  static int[] fields(Object value) {
    if (!(PyPayloadInstance.unwrap(value) instanceof PyTuple tuple)) {
      throw Errors.typeError("Tuple or struct_time argument required");
    }
    if (tuple.size() != FIELD_COUNT) {
      throw Errors.typeError("function takes exactly 9 arguments (" + tuple.size() + " given)");
    }
    int[] fields = new int[FIELD_COUNT];
    for (int i = 0; i < FIELD_COUNT; i++) {
      fields[i] = Items.toInt(tuple.get(i));
    }
    fields[6] = Math.floorMod(fields[6], 7);
    return fields;
  }

  /** Refuses fields that no date has; a month, day or day of the year of 0 counts as 1. */
  static int[] checked(int[] fields) {
    fields[1] = fields[1] == 0 ? 1 : fields[1];
    fields[2] = fields[2] == 0 ? 1 : fields[2];
    fields[7] = fields[7] == 0 ? 1 : fields[7];
    check(fields[1], 1, 12, "month");
    check(fields[2], 1, 31, "day of month");
    check(fields[3], 0, 23, "hour");
    check(fields[4], 0, 59, "minute");
    check(fields[5], 0, 61, "seconds");
    check(fields[7], 1, 366, "day of year");
    return fields;
  }

  private static void check(int value, int from, int to, String what) {
    if (value < from || value > to) {
      throw Errors.valueError(what + " out of range");
    }
  }

  /** Days since 1970 of a date whose month may be out of range. */
  static long epochDay(int year, int month, int day) {
    long months = month - 1L;
    int y = (int) (year + Math.floorDiv(months, 12L));
    return LocalDate.of(y, (int) Math.floorMod(months, 12L) + 1, 1).toEpochDay() + day - 1;
  }
}
