package org.pyconc.embedding;

import com.oracle.truffle.api.Option;
import java.time.Duration;
import java.util.Locale;
import org.graalvm.options.OptionCategory;
import org.graalvm.options.OptionKey;
import org.graalvm.options.OptionStability;
import org.graalvm.options.OptionType;
import org.graalvm.options.OptionValues;
import org.pyconc.compiler.Engine;
import org.pyconc.runtime.Limits;

/** The options of the language, {@code pyconc.*}; a limit of 0 is none. */
@Option.Group(PyconcLanguage.ID)
final class Options {
  /** The power of two that a kilobyte is. */
  private static final int KILO = 10;

  private Options() {}

  @Option(
      name = "Engine",
      help = "What runs code: mixed (default), interpreter or compiled.",
      usageSyntax = "mixed|interpreter|compiled",
      category = OptionCategory.EXPERT,
      stability = OptionStability.STABLE)
  static final OptionKey<Engine> ENGINE =
      new OptionKey<>(Engine.MIXED, new OptionType<>("Engine", Options::engine));

  @Option(
      name = "MaxProcesses",
      help = "How many processes the program may have at a time, the main one included.",
      usageSyntax = "<number>",
      category = OptionCategory.USER,
      stability = OptionStability.STABLE)
  static final OptionKey<Integer> MAX_PROCESSES = new OptionKey<>(0, count("MaxProcesses"));

  @Option(
      name = "MaxThreads",
      help = "How many threads a process may have at a time, the main one included.",
      usageSyntax = "<number>",
      category = OptionCategory.USER,
      stability = OptionStability.STABLE)
  static final OptionKey<Integer> MAX_THREADS = new OptionKey<>(0, count("MaxThreads"));

  @Option(
      name = "MaxTime",
      help =
          "How long a call from outside may take, with all that it leaves running, before the"
              + " context is closed.",
      usageSyntax = "<number>(ms|s|m|h)",
      category = OptionCategory.USER,
      stability = OptionStability.STABLE)
  static final OptionKey<Duration> MAX_TIME =
      new OptionKey<>(Duration.ZERO, new OptionType<>("Duration", Options::duration));

  @Option(
      name = "MaxStatements",
      help = "How many statements the program may run before the context is closed.",
      usageSyntax = "<number>",
      category = OptionCategory.USER,
      stability = OptionStability.STABLE)
  static final OptionKey<Integer> MAX_STATEMENTS = new OptionKey<>(0, count("MaxStatements"));

  @Option(
      name = "MaxHeapPerProcess",
      help =
          "How much memory the objects of a process may take, as far as it can reach them; beyond,"
              + " MemoryError is raised in it.",
      usageSyntax = "<number>(k|m|g)",
      category = OptionCategory.USER,
      stability = OptionStability.STABLE)
  static final OptionKey<Long> MAX_HEAP =
      new OptionKey<>(0L, new OptionType<>("MaxHeapPerProcess", Options::bytes));

  /** Whether something has to be looked at while code runs that only the interpreter shows. */
  static boolean needInterpreter(OptionValues values) {
    return values.get(MAX_STATEMENTS) > 0 || values.get(MAX_HEAP) > 0;
  }

  private static long bytes(String text) {
    int unit = text.length() - 1;
    try {
      int shift =
          switch (text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(unit))) {
            case 'k' -> KILO;
            case 'm' -> 2 * KILO;
            case 'g' -> 3 * KILO;
            default -> 0;
          };
      long number = Long.parseLong(shift == 0 ? text : text.substring(0, unit));
      if (number >= 0 && number <= Long.MAX_VALUE >> shift) {
        return number << shift;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "pyconc.MaxHeapPerProcess: '" + text + "' is no size such as 64m, 1g");
  }

  /** A size as one writes it. */
  static String size(long bytes) {
    String units = "kmg";
    int unit = 0;
    long number = bytes;
    while (unit < units.length() && number != 0 && number % (1 << KILO) == 0) {
      number >>= KILO;
      unit++;
    }
    return unit == 0 ? number + " bytes" : number + units.substring(unit - 1, unit);
  }

  private static Engine engine(String text) {
    for (Engine engine : Engine.values()) {
      if (engine.toString().equals(text)) {
        return engine;
      }
    }
    throw new IllegalArgumentException(
        "pyconc.Engine: '" + text + "' is none of mixed, interpreter, compiled");
  }

  private static OptionType<Integer> count(String option) {
    return new OptionType<>(
        option,
        text -> {
          try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
              return value;
            }
          } catch (NumberFormatException e) {
            // said below
          }
          throw new IllegalArgumentException(
              "pyconc." + option + ": '" + text + "' is no number from 0 on");
        });
  }

  private static Duration duration(String text) {
    int unit = 0;
    while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
      unit++;
    }
    try {
      long number = Long.parseLong(text.substring(0, unit));
      return switch (text.substring(unit).toLowerCase(Locale.ROOT)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> throw new NumberFormatException();
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "pyconc.MaxTime: '" + text + "' is no time such as 500ms, 2s, 1m");
    }
  }

  static Limits limits(OptionValues values) {
    return new Limits(orNone(values.get(MAX_PROCESSES)), orNone(values.get(MAX_THREADS)));
  }

  private static int orNone(int limit) {
    return limit == 0 ? Integer.MAX_VALUE : limit;
  }
}
