package org.pyconc.stdlib.re;

import org.pyconc.errors.Errors;
import org.pyconc.kernel.Scheduler;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;

/**
 * What a pattern is matched against. Reading it polls the kernel, so that a search that takes for
 * ever can be ended. Positions inside are those of Java's text, outside those of the language.
 */
final class Subject implements CharSequence {
  private static final int READS_PER_POLL = 0x3FFF;

  private final Object original;
  private final Object plain;
  private final String text;
  private final int end;
  private int reads;

  private Subject(Object original, Object plain, String text, int end) {
    this.original = original;
    this.plain = plain;
    this.text = text;
    this.end = end;
  }

  /** The text or bytes of an argument, up to a position. */
  static Subject of(Object argument, boolean wantsBytes, long endPosition) {
    Object plain = PyPayloadInstance.unwrap(argument);
    String text;
    int length;
    if (Text.isText(plain)) {
      if (wantsBytes) {
        throw Errors.typeError("cannot use a bytes pattern on a string-like object");
      }
      text = plain.toString();
      length = Text.length(plain);
    } else {
      byte[] bytes = Buffers.bytesOrNull(plain);
      if (bytes == null) {
        throw Errors.typeError(
            "expected string or bytes-like object, got '" + PyType.of(argument).name() + "'");
      }
      if (!wantsBytes) {
        throw Errors.typeError("cannot use a string pattern on a bytes-like object");
      }
      plain = plain instanceof PyBytes ? plain : new PyBytes(bytes.clone());
      text = Codecs.latin1(bytes);
      length = bytes.length;
    }
    int limit = (int) Math.max(0, Math.min(endPosition, length));
    int end = plain instanceof WideString ? text.offsetByCodePoints(0, limit) : limit;
    return new Subject(argument, plain, text, end);
  }

  /** The argument as it was given. */
  Object original() {
    return original;
  }

  /** Java's position for one of the language, limited to the whole text. */
  int inner(long position) {
    if (plain instanceof WideString w) {
      return text.offsetByCodePoints(0, (int) Math.max(0, Math.min(position, w.length())));
    }
    return (int) Math.max(0, Math.min(position, text.length()));
  }

  /** The language's position for one of Java's. */
  int outer(int index) {
    return index > 0 && plain instanceof WideString ? text.codePointCount(0, index) : index;
  }

  /** The part between two of Java's positions: a str or bytes. */
  Object slice(int from, int to) {
    return switch (plain) {
      case String s -> s.substring(from, to);
      case WideString w -> WideString.of(text.substring(from, to));
      case PyBytes b -> new PyBytes(java.util.Arrays.copyOfRange(b.array(), from, to));
      default -> throw new IllegalStateException();
    };
  }

  @Override
  public int length() {
    return end;
  }

  @Override
  public char charAt(int index) {
    if ((++reads & READS_PER_POLL) == 0) {
      Scheduler.poll();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.substring(from, to);
  }

  @Override
  public String toString() {
    return text.substring(0, end);
  }

  /** Whether a position is in the middle of a character. */
  boolean isInside(int position) {
    return plain instanceof WideString
        && position > 0
        && position < end
        && Character.isLowSurrogate(text.charAt(position))
        && Character.isHighSurrogate(text.charAt(position - 1));
  }
}
