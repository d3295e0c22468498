package org.pyconc.stdlib.encodings;

import java.net.IDN;
import java.util.function.UnaryOperator;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;

/**
 * The native part of {@code codecs} and {@code encodings}: which encodings the host knows, and
 * names of hosts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3490">RFC 3490</a>
 */
public final class EncodingsModule implements NativeModule {
  @Override
  public String name() {
    return "_encodings";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "is_native(name, /)",
        "Whether the encoding needs no code of the library.",
        name -> Codecs.isNative(Text.java(name)));
    b.function(
        "to_ascii(label, /)",
        "One label of the name of a host as it goes over the wire.",
        label -> converted(label, text -> IDN.toASCII(text, IDN.ALLOW_UNASSIGNED)));
    b.function(
        "to_unicode(label, /)",
        "One label of the name of a host as people read it.",
        label -> converted(label, text -> IDN.toUnicode(text, IDN.ALLOW_UNASSIGNED)));
  }

  private static Object converted(Object label, UnaryOperator<String> conversion) {
    try {
      return conversion.apply(Text.java(label));
    } catch (IllegalArgumentException e) {
      throw Errors.of(ExceptionTypes.UNICODE_ERROR, "label empty or too long");
    }
  }
}
