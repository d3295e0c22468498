package org.pyconc.stdlib.time;

import java.math.BigInteger;
import java.time.Instant;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Task;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.NativeModule;

/**
 * Clocks and waiting.
 *
 * @see <a href="https://docs.python.org/3.11/library/time.html">time</a>
 */
public final class TimeModule implements NativeModule {
  private static final double NANOS = 1e9;

  @Override
  public String name() {
    return "time";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function("sleep(seconds, /)", "Waits; other threads and processes run.", TimeModule::sleep);
    b.function("time()", "Seconds since 1970.", () -> now() / NANOS);
    b.function("time_ns()", "Nanoseconds since 1970.", TimeModule::now);
    b.function(
        "perf_counter()", "A clock for measuring, in seconds.", () -> System.nanoTime() / NANOS);
    b.function("perf_counter_ns()", "A clock for measuring.", System::nanoTime);
    b.function(
        "monotonic()",
        "A clock that never goes back, in seconds.",
        () -> System.nanoTime() / NANOS);
    b.function("monotonic_ns()", "A clock that never goes back.", System::nanoTime);
    b.function(
        "process_time()",
        "Processor time of the whole program, in seconds.",
        () -> processNanos() / NANOS);
    b.function(
        "process_time_ns()", "Processor time of the whole program.", TimeModule::processNanos);
    b.function("thread_time()", "Processor time, in seconds.", () -> processNanos() / NANOS);
    b.function("thread_time_ns()", "Processor time.", TimeModule::processNanos);
    CalendarFunctions.define(b);
  }

  private static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  private static long processNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(d -> d.toNanos()).orElse(0L);
  }

  private static Object sleep(Object seconds) {
    double value =
        switch (PyPayloadInstance.unwrap(seconds)) {
          case Long l -> l;
          case Double d -> d;
          case Boolean b -> b ? 1 : 0;
          case BigInteger i -> throw Errors.overflow("timestamp out of range for platform time_t");
          default ->
              throw Errors.typeError(
                  "'" + PyType.of(seconds).name() + "' object cannot be interpreted as an integer");
        };
    if (Double.isNaN(value)) {
      throw Errors.valueError("Invalid value NaN (not a number)");
    }
    if (value < 0) {
      throw Errors.valueError("sleep length must be non-negative");
    }
    Task.sleep((long) Math.min(value * NANOS, Long.MAX_VALUE / 4.0));
    return PySingleton.NONE;
  }
}
