package org.pyconc.stdlib.re;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.TextBuilder;

/** Replaces matches by the result of a template or of a function of the program. */
final class Substitution {
  private final PyPattern pattern;
  private final @Nullable Object function;
  private final @Nullable Template template;

  Substitution(PyPattern pattern, Object replacement) {
    this.pattern = pattern;
    boolean isFunction = Calls.isCallable(replacement);
    this.function = isFunction ? replacement : null;
    this.template = isFunction ? null : Template.parse(replacement, pattern);
  }

  /** The new text and how many matches were replaced. */
  PyTuple apply(Subject subject, long most) {
    Finder finder = new Finder(pattern, subject, 0);
    TextBuilder out = new TextBuilder();
    int last = 0;
    int pieces = 0;
    long count = 0;
    while (most == 0 || count < most) {
      PyMatch match = pattern.match(finder, subject, 0);
      if (match == null) {
        break;
      }
      if (match.innerStart() > last) {
        append(out, subject.slice(last, match.innerStart()));
        pieces++;
      }
      Object replacement = replacement(match);
      if (replacement != PySingleton.NONE) {
        append(out, PatternMethods.checked(replacement, pattern.isBytes(), pieces));
        pieces++;
      }
      last = match.innerEnd();
      count++;
    }
    if (count == 0) {
      return PyTuple.of(PyPayloadInstance.unwrap(subject.original()), 0L);
    }
    append(out, subject.slice(last, subject.length()));
    Object text = out.build();
    return PyTuple.of(pattern.isBytes() ? new PyBytes(Codecs.latin1((String) text)) : text, count);
  }

  private Object replacement(PyMatch match) {
    Template known = template;
    if (known != null) {
      return known.expand(match);
    }
    Object value =
        PyPayloadInstance.unwrap(Calls.call1(java.util.Objects.requireNonNull(function), match));
    byte[] bytes = pattern.isBytes() ? Buffers.bytesOrNull(value) : null;
    return bytes == null ? value : new PyBytes(bytes);
  }

  private static void append(TextBuilder out, Object part) {
    out.append(part instanceof PyBytes b ? Codecs.latin1(b.array()) : part);
  }
}
