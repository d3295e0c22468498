package org.pyconc.stdlib.xml;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;

/** The native part of {@code xml.parsers.expat} and {@code xml.etree.ElementTree}. */
public final class XmlModule implements NativeModule {
  @Override
  public String name() {
    return "_expat";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "scanner(encoding, separator, /)",
        "Scans a document; names have their namespaces if there is a separator.",
        (encoding, separator) -> new XmlParserType(textOrNull(encoding), textOrNull(separator)));
  }

  private static @Nullable String textOrNull(Object value) {
    return value == PySingleton.NONE ? null : Text.java(value);
  }
}
