package org.pyconc.stdlib.re;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;

/**
 * Finds one match after the other. Behind an empty match the next one may begin at the same place,
 * but must not be empty there.
 */
final class Finder {
  private final PyPattern pattern;
  private final Subject subject;
  private @Nullable Matcher plain;
  private @Nullable Matcher advancing;
  private int from;
  private boolean mustAdvance;
  private boolean isDone;

  Finder(PyPattern pattern, Subject subject, int from) {
    this.pattern = pattern;
    this.subject = subject;
    this.from = from;
    this.isDone = from > subject.length();
  }

  /** The matcher at its next match, or null when there is none. */
  @Nullable Matcher next() {
    Matcher matcher = nextOfUnits();
    while (matcher != null && subject.isInside(matcher.start())) {
      from = matcher.start() + 1; // Java looks between the halves of a character too
      mustAdvance = false;
      isDone = from > subject.length();
      matcher = nextOfUnits();
    }
    return matcher;
  }

  private @Nullable Matcher nextOfUnits() {
    if (isDone) {
      return null;
    }
    Matcher matcher;
    if (mustAdvance) {
      matcher = advancing;
      if (matcher == null) {
        matcher = prepared(pattern.advancing());
        advancing = matcher;
      }
    } else {
      matcher = plain;
      if (matcher == null) {
        matcher = prepared(pattern.java());
        plain = matcher;
      }
    }
    matcher.region(from, subject.length());
    if (!find(matcher)) {
      isDone = true;
      return null;
    }
    mustAdvance = matcher.end() == matcher.start();
    from = matcher.end();
    return matcher;
  }

  private Matcher prepared(java.util.regex.Pattern java) {
    return java.matcher(subject).useTransparentBounds(true).useAnchoringBounds(false);
  }

  private static boolean find(Matcher matcher) {
    try {
      return matcher.find();
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  /** A match of the whole text, or of its beginning; null if there is none. */
  @Nullable Matcher anchored(boolean isWhole) {
    if (isDone) {
      return null;
    }
    Matcher matcher = prepared(pattern.java());
    matcher.region(from, subject.length());
    try {
      return (isWhole ? matcher.matches() : matcher.lookingAt()) ? matcher : null;
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  private static RuntimeException tooDeep() {
    return Errors.of(
        ExceptionTypes.RECURSION_ERROR,
        "the pattern needs too many nested repetitions for this text");
  }
}
