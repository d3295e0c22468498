package org.pyconc.stdlib.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;

/** The functions of the module {@code time} about dates. */
final class CalendarFunctions {
  private CalendarFunctions() {}

  static void define(ModuleBuilder b) {
    b.type(StructTime.TYPE);
    b.function(
        "gmtime(seconds=None, /)",
        "A moment as a date in UTC.",
        s -> StructTime.of(moment(s), ZoneOffset.UTC));
    b.function(
        "localtime(seconds=None, /)",
        "A moment as a date in the local zone.",
        s -> StructTime.of(moment(s), ZoneId.systemDefault()));
    b.function(
        "mktime(time_tuple, /)",
        "A local date in seconds since 1970.",
        t -> (double) seconds(StructTime.fields(t)));
    b.function(
        "strftime(format, time_tuple=None, /)",
        "A date as text.",
        (format, t) -> format(format, orNow(t)));
    b.function(
        "strptime(data_string, format='%a %b %d %H:%M:%S %Y', /)",
        "The date that a text tells.", CalendarFunctions::parse);
    b.function(
        "asctime(time_tuple=None, /)",
        "A date as text: 'Sat Jun 06 16:26:11 1998'.",
        t -> TimeFormat.asctime(StructTime.checked(StructTime.fields(orNow(t)))));
    b.function(
        "ctime(seconds=None, /)",
        "A moment as text in the local zone.",
        s ->
            TimeFormat.asctime(
                StructTime.fields(StructTime.of(moment(s), ZoneId.systemDefault()))));
    b.function("tzset()", "The zone does not change.", () -> PySingleton.NONE);
    b.function("get_clock_info(name, /)", "About a clock.", CalendarFunctions::clockInfo);
    b.module().setRest(CalendarFunctions::addZone); // takes 4 ms in a JVM that has just begun
    defineClocks(b);
  }

  private static void addZone(PyModule time) {
    ZoneId zone = ZoneId.systemDefault();
    ZoneRules rules = zone.getRules();
    Instant now = Instant.now();
    long standard = rules.getStandardOffset(now).getTotalSeconds();
    boolean hasSummer = rules.nextTransition(now) != null;
    setUnlessSet(time, "timezone", -standard);
    setUnlessSet(time, "altzone", hasSummer ? -standard - 3600 : -standard);
    setUnlessSet(time, "daylight", hasSummer ? 1L : 0L);
    setUnlessSet(
        time,
        "tzname",
        PyTuple.of(StructTime.zoneName(zone, false), StructTime.zoneName(zone, hasSummer)));
  }

  /** A program may have set it before anybody asked. */
  private static void setUnlessSet(PyModule time, String name, Object value) {
    if (time.own(name) == null) {
      time.setOwn(name, value);
    }
  }

  private static void defineClocks(ModuleBuilder b) {
    String[] names = {
      "CLOCK_REALTIME", "CLOCK_MONOTONIC", "CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID"
    };
    String[] functions = {"time_ns", "monotonic_ns", "process_time_ns", "thread_time_ns"};
    for (int i = 0; i < names.length; i++) {
      b.constant(names[i], (long) i);
    }
    b.constant("CLOCK_BOOTTIME", 7L);
    Object module = b.module();
    b.function(
        "clock_gettime_ns(clk_id, /)",
        "Nanoseconds of a clock.",
        id -> Calls.method(module, functions[clock(id)]));
    b.function(
        "clock_gettime(clk_id, /)",
        "Seconds of a clock.",
        id -> (long) Calls.method(module, functions[clock(id)]) / 1e9);
    b.function(
        "clock_getres(clk_id, /)",
        "How exact a clock is, in seconds.",
        id -> {
          clock(id);
          return 1e-09;
        });
  }

  private static int clock(Object id) {
    int clock = Items.toInt(id);
    if (clock == 7) {
      return 1;
    }
    if (clock < 0 || clock > 3) {
      throw Errors.osError(22, "Invalid argument");
    }
    return clock;
  }

  private static Object clockInfo(Object name) {
    String implementation =
        switch (Text.javaArgument(name, "get_clock_info", "argument 1")) {
          case "time" -> "clock_gettime(CLOCK_REALTIME)";
          case "monotonic", "perf_counter" -> "clock_gettime(CLOCK_MONOTONIC)";
          case "process_time" -> "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)";
          case "thread_time" -> "clock_gettime(CLOCK_THREAD_CPUTIME_ID)";
          default -> throw Errors.valueError("unknown clock");
        };
    boolean isTime = implementation.contains("REALTIME");
    PyDict values = new PyDict();
    values.put("implementation", implementation);
    values.put("monotonic", !isTime);
    values.put("adjustable", isTime);
    values.put("resolution", 1e-09);
    PyInstance info = new PyInstance(CLOCK_INFO);
    for (int i = values.next(0); i >= 0; i = values.next(i + 1)) {
      info.setOwn(Text.java(values.keyAt(i)), values.valueAt(i));
    }
    return info;
  }

  private static final PyType CLOCK_INFO =
      new PyType("time.clock_info", BuiltinTypes.OBJECT, false, PyInstance::new, b -> {});

  private static Object orNow(Object tuple) {
    return tuple == PySingleton.NONE ? StructTime.of(Instant.now(), ZoneId.systemDefault()) : tuple;
  }

  private static Instant moment(Object seconds) {
    if (seconds == PySingleton.NONE) {
      return Instant.now();
    }
    Object plain = PyPayloadInstance.unwrap(seconds);
    if (plain instanceof Double d) {
      if (d.isNaN()) {
        throw Errors.valueError("Invalid value NaN (not a number)");
      }
      if (Math.abs(d) > 6.7e16) {
        throw Errors.overflow("timestamp out of range for platform time_t");
      }
      double whole = Math.floor(d);
      return at((long) whole);
    }
    if (plain instanceof Long || plain instanceof Boolean) {
      return at(Items.toLong(plain));
    }
    if (plain instanceof java.math.BigInteger) {
      throw Errors.overflow("timestamp out of range for platform time_t");
    }
    return at(Items.toLong(seconds));
  }

  private static Instant at(long seconds) {
    try {
      Instant moment = Instant.ofEpochSecond(seconds);
      if (Math.abs(seconds) < 67768036191676799L) {
        return moment;
      }
    } catch (DateTimeException e) {
      // refused below
    }
    throw Errors.osError(75, "Value too large for defined data type");
  }

  private static long seconds(int[] t) {
    long days = StructTime.epochDay(t[0], t[1], t[2]);
    long inDay = t[3] * 3600L + t[4] * 60L + t[5];
    LocalDateTime local = LocalDateTime.ofEpochSecond(days * 86400 + inDay, 0, ZoneOffset.UTC);
    return local.atZone(ZoneId.systemDefault()).toEpochSecond();
  }

  private static Object format(Object format, Object tuple) {
    Object text = PyPayloadInstance.unwrap(format);
    if (!Text.isText(text)) {
      throw Errors.typeError("strftime() argument 1 must be str, not " + PyType.of(format).name());
    }
    int[] fields = StructTime.checked(StructTime.fields(tuple));
    Object zone = Attributes.findQuietly(tuple, "tm_zone");
    Object offset = Attributes.findQuietly(tuple, "tm_gmtoff");
    ZoneId here = ZoneId.systemDefault();
    long moment = seconds(fields);
    String name = zone instanceof String s ? s : StructTime.zoneName(here, fields[8] > 0);
    long seconds =
        offset instanceof Long l
            ? l
            : here.getRules().getOffset(Instant.ofEpochSecond(moment)).getTotalSeconds();
    return new TimeFormat(fields, name, seconds, moment).format(text);
  }

  private static TimeParser.Result read(Object text, Object format) {
    Object[] both = {PyPayloadInstance.unwrap(text), PyPayloadInstance.unwrap(format)};
    for (int i = 0; i < 2; i++) {
      if (!Text.isText(both[i])) {
        throw Errors.typeError(
            "strptime() argument "
                + i
                + " must be str, not <class '"
                + PyType.of(both[i]).fullName()
                + "'>");
      }
    }
    return TimeParser.parse(both[0].toString(), both[1].toString());
  }

  private static Object[] boxed(int[] fields) {
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = (long) fields[i];
    }
    return values;
  }

  private static Object parse(Object text, Object format) {
    TimeParser.Result result = read(text, format);
    Double offset = result.offset();
    return StructTime.make(
        boxed(result.fields()),
        result.zone() == null ? PySingleton.NONE : result.zone(),
        offset == null ? PySingleton.NONE : (Object) offset.longValue());
  }

  /** For {@code datetime.strptime}: the fields, microseconds, zone and its offset in seconds. */
  static Object parseAll(Object text, Object format) {
    TimeParser.Result result = read(text, format);
    Double offset = result.offset();
    return PyTuple.of(
        PyTuple.of(boxed(result.fields())),
        (long) result.micros(),
        result.zone() == null ? PySingleton.NONE : result.zone(),
        offset == null ? PySingleton.NONE : offset);
  }
}
