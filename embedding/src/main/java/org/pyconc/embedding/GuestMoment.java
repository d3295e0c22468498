package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;

/** A date, time, datetime or timedelta of the module datetime: the same for the host. */
@ExportLibrary(InteropLibrary.class)
final class GuestMoment extends GuestObject {
  private static final int NANOS_PER_MICRO = 1000;

  private final @Nullable LocalDate date;
  private final @Nullable LocalTime time;
  private final @Nullable ZoneId zone;
  private final @Nullable Duration duration;

  private GuestMoment(
      Heap heap,
      Object value,
      @Nullable LocalDate date,
      @Nullable LocalTime time,
      @Nullable ZoneId zone,
      @Nullable Duration duration) {
    super(heap, value);
    this.date = date;
    this.time = time;
    this.zone = zone;
    this.duration = duration;
  }

  /** The object for the host of any value that is no container, number or text. */
  static GuestObject of(Heap heap, Object value) {
    if (value instanceof PyInstance) {
      for (PyType type : PyType.of(value).mro()) {
        if (type.moduleName().equals("datetime") && !type.isNative()) {
          GuestMoment moment = ofLibrary(heap, value, type.simpleName());
          if (moment != null) {
            return moment;
          }
        }
      }
    }
    return new GuestObject(heap, value);
  }

  private static @Nullable GuestMoment ofLibrary(Heap heap, Object value, String type) {
    return switch (type) {
      case "datetime" ->
          new GuestMoment(heap, value, dateOf(value), timeOf(value), zoneOf(value), null);
      case "date" -> new GuestMoment(heap, value, dateOf(value), null, null, null);
      case "time" -> new GuestMoment(heap, value, null, timeOf(value), zoneOf(value), null);
      case "timedelta" ->
          new GuestMoment(
              heap,
              value,
              null,
              null,
              null,
              Duration.ofDays(number(value, "days"))
                  .plusSeconds(number(value, "seconds"))
                  .plusNanos(number(value, "microseconds") * NANOS_PER_MICRO));
      default -> null;
    };
  }

  /** Puts objects of java.time into the place of moments; false if there is none. */
  static boolean replaceAll(Object[] arguments, Heap heap) {
    boolean hasMoment = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof GuestMoment moment) {
        arguments[i] = heap.program().env().asGuestValue(moment.asJava());
        hasMoment = true;
      }
    }
    return hasMoment;
  }

  private Object asJava() {
    if (duration != null) {
      return duration;
    }
    if (date == null || time == null) {
      return Objects.requireNonNull(date == null ? time : date);
    }
    LocalDateTime moment = date.atTime(time);
    return zone == null ? moment : moment.atZone(zone);
  }

  private static long number(Object value, String name) {
    return Items.toLong(Attributes.load(value, name));
  }

  private static LocalDate dateOf(Object value) {
    return LocalDate.of(
        (int) number(value, "year"), (int) number(value, "month"), (int) number(value, "day"));
  }

  private static LocalTime timeOf(Object value) {
    return LocalTime.of(
        (int) number(value, "hour"),
        (int) number(value, "minute"),
        (int) number(value, "second"),
        (int) number(value, "microsecond") * NANOS_PER_MICRO);
  }

  private static @Nullable ZoneId zoneOf(Object value) {
    Object offset = Calls.method(value, "utcoffset");
    if (offset == PySingleton.NONE) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds(
        (int) (number(offset, "days") * 86_400 + number(offset, "seconds")));
  }

  private static <T> T orRefuse(@Nullable T part) throws UnsupportedMessageException {
    if (part == null) {
      throw UnsupportedMessageException.create();
    }
    return part;
  }

  @ExportMessage
  boolean isDate() {
    return date != null;
  }

  @ExportMessage
  LocalDate asDate() throws UnsupportedMessageException {
    return orRefuse(date);
  }

  @ExportMessage
  boolean isTime() {
    return time != null;
  }

  @ExportMessage
  LocalTime asTime() throws UnsupportedMessageException {
    return orRefuse(time);
  }

  /** A time of day has no zone for the host, only a date with a time has. */
  @ExportMessage
  boolean isTimeZone() {
    return zone != null && date != null;
  }

  @ExportMessage
  ZoneId asTimeZone() throws UnsupportedMessageException {
    if (!isTimeZone()) {
      throw UnsupportedMessageException.create();
    }
    return orRefuse(zone);
  }

  @ExportMessage
  Instant asInstant() throws UnsupportedMessageException {
    if (!isTimeZone()) {
      throw UnsupportedMessageException.create();
    }
    return orRefuse(date).atTime(orRefuse(time)).atZone(orRefuse(zone)).toInstant();
  }

  @ExportMessage
  boolean isDuration() {
    return duration != null;
  }

  @ExportMessage
  Duration asDuration() throws UnsupportedMessageException {
    return orRefuse(duration);
  }
}
