package org.pyconc.stdlib.dataclasses;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;

/**
 * What the annotation of a field says about it. In a text only the name at its begin is looked at,
 * and what that name stands for in the module of the class.
 */
final class Annotations {
  private Annotations() {}

  static boolean isClassVariable(PyType type, Object annotation) {
    return says(type, annotation, "typing", Annotations::isClassVar);
  }

  static boolean isInitVariable(PyType type, Object annotation) {
    return says(type, annotation, "dataclasses", DataclassesModule::isInitVariable);
  }

  static boolean isKeywordOnly(PyType type, Object annotation) {
    return says(type, annotation, "dataclasses", Fields::isKeywordOnly);
  }

  private static boolean isClassVar(Object value) {
    return !Text.isText(value)
        && !(value instanceof PyType)
        && Text.javaRepr(value).startsWith("typing.ClassVar");
  }

  private static boolean says(
      PyType type, Object annotation, String module, Predicate<Object> meant) {
    if (!(annotation instanceof String text)) {
      return meant.test(annotation);
    }
    int start = skipSpaces(text, 0);
    int end = skipName(text, start);
    int next = skipSpaces(text, end);
    if (start == end) {
      return false;
    }
    Object own = ProcessState.current().modules().get(WideString.of(type.moduleName()));
    String name = text.substring(start, end);
    Object found;
    if (next < text.length() && text.charAt(next) == '.') {
      Object named = own == null ? null : Attributes.findQuietly(own, name);
      int last = skipSpaces(text, next + 1);
      Object known = ProcessState.current().modules().get(module);
      found =
          known == null || named != known
              ? null
              : inModule(known, text.substring(last, skipName(text, last)));
    } else {
      found = inModule(own, name);
    }
    return found != null && meant.test(found);
  }

  private static @Nullable Object inModule(@Nullable Object module, String name) {
    Object names = module == null ? null : Attributes.findQuietly(module, "__dict__");
    return names instanceof PyDict dict ? dict.get(name) : null;
  }

  private static int skipSpaces(String text, int start) {
    int i = start;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int skipName(String text, int start) {
    int i = start;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    return i;
  }
}
