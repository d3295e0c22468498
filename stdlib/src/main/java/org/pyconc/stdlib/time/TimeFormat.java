package org.pyconc.stdlib.time;

import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/** {@code strftime}, in the locale C. */
final class TimeFormat {
  static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };
  static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private final int[] t;
  private final String zone;
  private final long offset;
  private final long seconds;

  /**
   * @param fields those of struct_time, checked
   * @param offset of the zone, in seconds
   * @param seconds since 1970
   */
  TimeFormat(int[] fields, String zone, long offset, long seconds) {
    this.t = fields;
    this.zone = zone;
    this.offset = offset;
    this.seconds = seconds;
  }

  Object format(Object format) {
    TextBuilder out = new TextBuilder();
    int n = Text.length(format);
    for (int i = 0; i < n; i++) {
      int c = Text.at(format, i);
      if (c != '%' || i + 1 >= n) {
        out.append(c);
        continue;
      }
      int start = i;
      char flag = 0;
      int directive = Text.at(format, ++i);
      while (directive < 128 && "-_0^#".indexOf(directive) >= 0 && i + 1 < n) {
        flag = (char) directive;
        directive = Text.at(format, ++i);
      }
      if ((directive == 'E' || directive == 'O') && i + 1 < n) {
        directive = Text.at(format, ++i);
      }
      String text = directive < 128 ? field((char) directive, flag) : null;
      if (text == null) {
        out.append(format, start, i + 1);
      } else {
        out.append(flag == '^' ? text.toUpperCase(java.util.Locale.ROOT) : text);
      }
    }
    return out.build();
  }

  private static String pad(long value, int width, char usual, char flag) {
    String digits = Long.toString(value);
    if (flag == '-') {
      return digits;
    }
    char fill = flag == '_' ? ' ' : flag == '0' ? '0' : usual;
    return String.valueOf(fill).repeat(Math.max(0, width - digits.length())) + digits;
  }

  private @org.jspecify.annotations.Nullable String field(char directive, char flag) {
    int hour12 = t[3] % 12 == 0 ? 12 : t[3] % 12;
    int sunday = (t[6] + 1) % 7;
    return switch (directive) {
      case 'a' -> DAYS[t[6]].substring(0, 3);
      case 'A' -> DAYS[t[6]];
      case 'b', 'h' -> MONTHS[t[1] - 1].substring(0, 3);
      case 'B' -> MONTHS[t[1] - 1];
      case 'c' ->
          field('a', 'x')
              + " "
              + field('b', 'x')
              + " "
              + field('e', 'x')
              + " "
              + field('T', 'x')
              + " "
              + t[0];
      case 'C' -> pad(Math.floorDiv(t[0], 100), 2, '0', flag);
      case 'd' -> pad(t[2], 2, '0', flag);
      case 'D', 'x' -> field('m', 'x') + "/" + field('d', 'x') + "/" + field('y', 'x');
      case 'e' -> pad(t[2], 2, ' ', flag);
      case 'F' -> t[0] + "-" + field('m', 'x') + "-" + field('d', 'x');
      case 'g' -> pad(Math.floorMod(isoYear(), 100), 2, '0', flag);
      case 'G' -> Integer.toString(isoYear());
      case 'H' -> pad(t[3], 2, '0', flag);
      case 'I' -> pad(hour12, 2, '0', flag);
      case 'j' -> pad(t[7], 3, '0', flag);
      case 'k' -> pad(t[3], 2, ' ', flag);
      case 'l' -> pad(hour12, 2, ' ', flag);
      case 'm' -> pad(t[1], 2, '0', flag);
      case 'M' -> pad(t[4], 2, '0', flag);
      case 'n' -> "\n";
      case 'p' -> t[3] < 12 ? "AM" : "PM";
      case 'P' -> t[3] < 12 ? "am" : "pm";
      case 'r' ->
          field('I', 'x') + ":" + field('M', 'x') + ":" + field('S', 'x') + " " + field('p', 'x');
      case 'R' -> field('H', 'x') + ":" + field('M', 'x');
      case 's' -> Long.toString(seconds);
      case 'S' -> pad(t[5], 2, '0', flag);
      case 't' -> "\t";
      case 'T', 'X' -> field('R', 'x') + ":" + field('S', 'x');
      case 'u' -> Integer.toString(t[6] + 1);
      case 'U' -> pad((t[7] - 1 + 7 - sunday) / 7, 2, '0', flag);
      case 'V' -> pad(isoWeek(), 2, '0', flag);
      case 'w' -> Integer.toString(sunday);
      case 'W' -> pad((t[7] - 1 + 7 - t[6]) / 7, 2, '0', flag);
      case 'y' -> pad(Math.floorMod(t[0], 100), 2, '0', flag);
      case 'Y' -> Integer.toString(t[0]);
      case 'z' -> {
        long minutes = Math.abs(offset) / 60;
        yield (offset < 0 ? "-" : "+")
            + pad(minutes / 60, 2, '0', 'x')
            + pad(minutes % 60, 2, '0', 'x');
      }
      case 'Z' -> zone;
      case '%' -> "%";
      default -> null;
    };
  }

  private int isoWeek() {
    int week = (t[7] - 1 - t[6] + 10) / 7;
    if (week < 1) {
      return weeksOf(t[0] - 1);
    }
    return week > weeksOf(t[0]) ? 1 : week;
  }

  private int isoYear() {
    int week = (t[7] - 1 - t[6] + 10) / 7;
    return week < 1 ? t[0] - 1 : week > weeksOf(t[0]) ? t[0] + 1 : t[0];
  }

  private static int weeksOf(int year) {
    int first = java.time.LocalDate.of(year, 1, 1).getDayOfWeek().getValue();
    boolean isLong = first == 4 || first == 3 && java.time.Year.isLeap(year);
    return isLong ? 53 : 52;
  }

  /** As {@code asctime}: {@code Sun Jun 20 23:21:05 1993}. */
  static String asctime(int[] fields) {
    TimeFormat format = new TimeFormat(fields, "", 0, 0);
    return format.format("%a %b %e %H:%M:%S %Y").toString();
  }

  /** The names of a table, for modules that are written in the language. */
  static PyTuple names(String[] table) {
    return PyTuple.of((Object[]) table.clone());
  }
}
