package org.pyconc.objects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the signature of a native function, such as {@code pop(self, index=-1, /, *, key=None)}.
 */
final class SignatureParser {
  private SignatureParser() {}

  static Signature parse(String text) {
    int open = text.indexOf('(');
    String name = text.substring(0, open);
    List<String> positional = new ArrayList<>();
    List<Object> defaults = new ArrayList<>();
    List<String> keywordOnly = new ArrayList<>();
    List<@Nullable Object> keywordDefaults = new ArrayList<>();
    String varArgs = null;
    String kwArgs = null;
    int positionalOnly = 0;
    boolean afterStar = false;
    for (String part : split(text.substring(open + 1, text.lastIndexOf(')')))) {
      if (part.equals("/")) {
        positionalOnly = positional.size();
      } else if (part.startsWith("**")) {
        kwArgs = part.substring(2);
      } else if (part.startsWith("*")) {
        afterStar = true;
        if (part.length() > 1) {
          varArgs = part.substring(1);
        }
      } else {
        int equals = part.indexOf('=');
        String parameter = equals < 0 ? part : part.substring(0, equals).strip();
        Object value = equals < 0 ? null : literal(part.substring(equals + 1).strip());
        if (afterStar) {
          keywordOnly.add(parameter);
          keywordDefaults.add(value);
        } else {
          positional.add(parameter);
          if (value != null) {
            defaults.add(value);
          }
        }
      }
    }
    List<String> names = new ArrayList<>(positional);
    names.addAll(keywordOnly);
    if (varArgs != null) {
      names.add(varArgs);
    }
    if (kwArgs != null) {
      names.add(kwArgs);
    }
    return new Signature(
        name,
        names.toArray(new String[0]),
        positionalOnly,
        positional.size(),
        keywordOnly.size(),
        varArgs != null,
        kwArgs != null,
        defaults.toArray(),
        keywordDefaults.toArray());
  }

  private static List<String> split(String parameters) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i <= parameters.length(); i++) {
      char c = i == parameters.length() ? ',' : parameters.charAt(i);
      if (quote != 0 && i < parameters.length()) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == ',') {
        String part = parameters.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private static Object literal(String text) {
    switch (text) {
      case "None":
        return PySingleton.NONE;
      case "True":
        return Boolean.TRUE;
      case "False":
        return Boolean.FALSE;
      case "()":
        return PyTuple.EMPTY;
      case "<unrepresentable>":
        return Unset.UNSET;
      default:
        break;
    }
    char first = text.charAt(0);
    if (text.startsWith("b'")) {
      byte[] content = text.substring(2, text.length() - 1).getBytes(StandardCharsets.US_ASCII);
      return content.length == 0 ? PyBytes.EMPTY : new PyBytes(content);
    }
    if (first == '\'' || first == '"') {
      return text.substring(1, text.length() - 1).replace("\\n", "\n").replace("\\t", "\t");
    }
    if (Character.isLetter(first)) {
      return Unset.UNSET; // a name: the body knows what it stands for
    }
    if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0) {
      return Double.valueOf(text);
    }
    return Long.valueOf(text);
  }
}
