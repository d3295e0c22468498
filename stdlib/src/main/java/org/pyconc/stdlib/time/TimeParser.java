package org.pyconc.stdlib.time;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.operations.Text;

/** {@code strptime}, in the locale C. */
final class TimeParser {
  /**
   * What was read.
   *
   * @param fields those of struct_time
   * @param offset of the zone in seconds, if there was one
   */
  record Result(int[] fields, int micros, @Nullable String zone, @Nullable Double offset) {}

  private final Map<Character, String> found = new HashMap<>();

  static Result parse(String text, String format) {
    return new TimeParser().read(text, format);
  }

  private static String patternOf(char directive) {
    return switch (directive) {
      case 'd' -> "(3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])";
      case 'f' -> "([0-9]{1,6})";
      case 'H' -> "(2[0-3]|[0-1]\\d|\\d)";
      case 'I' -> "(1[0-2]|0[1-9]|[1-9])";
      case 'G' -> "(\\d\\d\\d\\d)";
      case 'j' -> "(36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])";
      case 'm' -> "(1[0-2]|0[1-9]|[1-9])";
      case 'M' -> "([0-5]\\d|\\d)";
      case 'S' -> "(6[0-1]|[0-5]\\d|\\d)";
      case 'U', 'W' -> "(5[0-3]|[0-4]\\d|\\d)";
      case 'w' -> "([0-6])";
      case 'u' -> "([1-7])";
      case 'V' -> "(5[0-3]|0[1-9]|[1-4]\\d|\\d)";
      case 'y' -> "(\\d\\d)";
      case 'Y' -> "(\\d\\d\\d\\d)";
      case 'z' -> "([+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z)";
      case 'A' -> names(TimeFormat.DAYS, false);
      case 'a' -> names(TimeFormat.DAYS, true);
      case 'B' -> names(TimeFormat.MONTHS, false);
      case 'b' -> names(TimeFormat.MONTHS, true);
      case 'p' -> "(am|pm)";
      case 'Z' -> "(utc|gmt)";
      default -> "";
    };
  }

  private static String names(String[] table, boolean isShort) {
    StringBuilder out = new StringBuilder("(");
    for (String name : table) {
      out.append(out.length() > 1 ? "|" : "").append(isShort ? name.substring(0, 3) : name);
    }
    return out.append(')').toString();
  }

  private Result read(String text, String format) {
    String expanded = format.replace("%c", "%a %b %d %H:%M:%S %Y");
    expanded = expanded.replace("%x", "%m/%d/%y").replace("%X", "%H:%M:%S");
    StringBuilder pattern = new StringBuilder();
    List<Character> order = new ArrayList<>();
    boolean wasBlank = false;
    for (int i = 0; i < expanded.length(); i++) {
      char c = expanded.charAt(i);
      boolean isBlank = Character.isWhitespace(c);
      if (isBlank) {
        pattern.append(wasBlank ? "" : "\\s+");
      } else if (c == '%') {
        if (++i >= expanded.length()) {
          throw Errors.valueError("stray % in format " + Text.javaRepr(format));
        }
        directive(expanded.charAt(i), format, pattern, order);
      } else {
        pattern.append(Pattern.quote(String.valueOf(c)));
      }
      wasBlank = isBlank;
    }
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    Matcher m = Pattern.compile(pattern.toString(), flags).matcher(text);
    if (!m.lookingAt()) {
      throw Errors.valueError(
          "time data " + Text.javaRepr(text) + " does not match format " + Text.javaRepr(format));
    }
    if (m.end() != text.length()) {
      throw Errors.valueError("unconverted data remains: " + text.substring(m.end()));
    }
    for (int i = 0; i < order.size(); i++) {
      found.put(order.get(i), m.group(i + 1));
    }
    return result();
  }

  private void directive(char c, String format, StringBuilder pattern, List<Character> order) {
    if (c == '%') {
      pattern.append('%');
      return;
    }
    String part = patternOf(c);
    if (part.isEmpty()) {
      throw Errors.valueError("'" + c + "' is a bad directive in format " + Text.javaRepr(format));
    }
    if (order.contains(c)) {
      throw Errors.valueError(
          "redefinition of group name '"
              + c
              + "' as group "
              + (order.size() + 1)
              + "; was group "
              + (order.indexOf(c) + 1));
    }
    order.add(c);
    pattern.append(part);
  }

  private int number(char directive, int otherwise) {
    String text = found.get(directive);
    return text == null ? otherwise : Integer.parseInt(text.strip());
  }

  private boolean has(char directive) {
    return found.containsKey(directive);
  }

  private int indexOf(char directive, String[] table, int length) {
    String text = found.get(directive);
    for (int i = 0; text != null && i < table.length; i++) {
      if (table[i].regionMatches(true, 0, text, 0, length == 0 ? table[i].length() : length)
          && (length > 0 || table[i].length() == text.length())) {
        return i;
      }
    }
    return -1;
  }

  private Result result() {
    boolean hasYear = has('Y') || has('y');
    int year = number('Y', 1900);
    if (has('y')) {
      int two = number('y', 0);
      year = two <= 68 ? 2000 + two : 1900 + two;
    }
    int month = Math.max(1, number('m', 1));
    if (has('B') || has('b')) {
      month =
          1 + (has('B') ? indexOf('B', TimeFormat.MONTHS, 0) : indexOf('b', TimeFormat.MONTHS, 3));
    }
    int day = number('d', 1);
    int weekday = weekday();
    int julian = number('j', -1);
    checkIso(hasYear, julian);
    boolean isLeapFix = !hasYear && month == 2 && day == 29;
    if (isLeapFix) {
      year = 1904;
    }
    if (julian < 0 && weekday >= 0 && has('V') && has('G')) {
      LocalDate date =
          LocalDate.of(number('G', 1900), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number('V', 1))
              .with(java.time.temporal.ChronoField.DAY_OF_WEEK, weekday + 1L);
      year = date.getYear();
      month = date.getMonthValue();
      day = date.getDayOfMonth();
    } else if (julian < 0 && weekday >= 0 && (has('U') || has('W'))) {
      julian = ofWeek(year, weekday);
    }
    if (julian > 0 || julian <= 0 && (has('U') || has('W')) && weekday >= 0) {
      LocalDate date = LocalDate.of(year, 1, 1).plusDays(julian - 1L);
      year = date.getYear();
      month = date.getMonthValue();
      day = date.getDayOfMonth();
    }
    if (day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      throw Errors.valueError("day is out of range for month");
    }
    LocalDate date = LocalDate.of(year, month, day);
    int dayOfYear = date.getDayOfYear();
    int dayOfWeek = weekday >= 0 ? weekday : date.getDayOfWeek().getValue() - 1;
    int[] fields = {
      isLeapFix ? 1900 : year,
      month,
      day,
      hour(),
      number('M', 0),
      number('S', 0),
      dayOfWeek,
      dayOfYear,
      has('Z') ? 0 : -1
    };
    return new Result(fields, micros(), zone(), offset());
  }

  private void checkIso(boolean hasYear, int julian) {
    boolean hasIsoYear = has('G');
    if (hasIsoYear && julian >= 0) {
      throw Errors.valueError(
          "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y'"
              + " instead.");
    }
    boolean hasWeekday = has('A') || has('a') || has('w') || has('u');
    if (hasIsoYear && !(has('V') && hasWeekday)) {
      throw Errors.valueError(
          "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday"
              + " directive ('%A', '%a', '%w', or '%u').");
    }
    if (has('V') && !hasIsoYear) {
      throw Errors.valueError(
          hasYear
              ? "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO"
                  + " year '%G' instead."
              : "ISO week directive '%V' must be used with the ISO year directive '%G' and a"
                  + " weekday directive ('%A', '%a', '%w', or '%u').");
    }
  }

  private int weekday() {
    if (has('A')) {
      return indexOf('A', TimeFormat.DAYS, 0);
    }
    if (has('a')) {
      return indexOf('a', TimeFormat.DAYS, 3);
    }
    if (has('w')) {
      return (number('w', 0) + 6) % 7;
    }
    return has('u') ? number('u', 1) - 1 : -1;
  }

  private int ofWeek(int year, int weekday) {
    boolean startsMonday = has('W');
    int week = number(startsMonday ? 'W' : 'U', 0);
    int first = LocalDate.of(year, 1, 1).getDayOfWeek().getValue() - 1;
    int day = weekday;
    if (!startsMonday) {
      first = (first + 1) % 7;
      day = (weekday + 1) % 7;
    }
    int firstWeek = (7 - first) % 7;
    return week == 0 ? 1 + day - first : 1 + firstWeek + 7 * (week - 1) + day;
  }

  private int hour() {
    if (!has('I')) {
      return number('H', 0);
    }
    int hour = number('I', 0) % 12;
    String half = found.getOrDefault('p', "am").toLowerCase(Locale.ROOT);
    return half.equals("pm") ? hour + 12 : hour;
  }

  private int micros() {
    String digits = found.get('f');
    return digits == null ? 0 : Integer.parseInt((digits + "00000").substring(0, 6));
  }

  private @Nullable String zone() {
    String zone = found.get('Z');
    return zone == null ? null : zone;
  }

  private @Nullable Double offset() {
    String text = found.get('z');
    if (text == null) {
      return null;
    }
    if (text.equalsIgnoreCase("z")) {
      return 0.0;
    }
    String digits = text.substring(1).replace(":", "");
    double seconds = Integer.parseInt(digits.substring(0, 2)) * 3600.0;
    seconds += Integer.parseInt(digits.substring(2, 4)) * 60.0;
    if (digits.length() > 4) {
      seconds += Double.parseDouble(digits.substring(4));
    }
    return text.charAt(0) == '-' ? -seconds : seconds;
  }
}
