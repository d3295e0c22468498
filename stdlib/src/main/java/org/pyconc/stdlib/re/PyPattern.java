package org.pyconc.stdlib.re;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Immutable;

/** {@code re.Pattern}: a compiled pattern. It never changes; all processes share it. */
final class PyPattern extends PyObject implements Immutable {
  static final PyType TYPE =
      new PyType("re.Pattern", BuiltinTypes.OBJECT, false, null, PatternMethods::define);

  private final Object source;
  private final PatternParser.Parsed parsed;
  private final int[] groupMap;
  private final String javaText;
  private final Pattern java;
  private volatile @Nullable Pattern advancing;

  /**
   * Compiles a pattern.
   *
   * @param source a str or bytes
   */
  PyPattern(Object source, int flags) {
    this.source = source;
    this.parsed = PatternParser.parse(source, flags);
    Translator.Translation translation = Translator.translate(parsed.body(), parsed.groups());
    this.groupMap = translation.groupMap();
    this.javaText = translation.text();
    try {
      this.java = Pattern.compile(javaText, Translator.FLAGS);
    } catch (PatternSyntaxException e) {
      throw ReErrors.of("this pattern cannot be translated: " + e.getDescription());
    } catch (StackOverflowError e) {
      throw ReErrors.of("this pattern is nested too deeply");
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  Object source() {
    return source;
  }

  boolean isBytes() {
    return source instanceof PyBytes;
  }

  int flags() {
    return parsed.flags();
  }

  /** How many groups capture. */
  int groups() {
    return parsed.groups();
  }

  Map<Object, Integer> names() {
    return parsed.names();
  }

  /** The group of a name, or -1. */
  int groupNamed(Object name) {
    return parsed.names().getOrDefault(name, -1);
  }

  List<Integer> closingOrder() {
    return parsed.closingOrder();
  }

  int javaGroup(int group) {
    return groupMap[group];
  }

  Pattern java() {
    return java;
  }

  /** The same, but not for nothing at the place where the search begins. */
  Pattern advancing() {
    Pattern known = advancing;
    if (known == null) {
      known = Pattern.compile("(?:" + javaText + ")(?!\\G)", Translator.FLAGS);
      advancing = known;
    }
    return known;
  }

  /** The next match of a finder as an object, or null. */
  @Nullable PyMatch match(Finder finder, Subject subject, int start) {
    Matcher matcher = finder.next();
    return matcher == null ? null : new PyMatch(this, subject, matcher, start);
  }
}
