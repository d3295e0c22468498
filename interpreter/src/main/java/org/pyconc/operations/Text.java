package org.pyconc.operations;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.runtime.ObjectIds;
import org.pyconc.runtime.ProcessState;

/** Strings of values: {@code str}, {@code repr}, {@code format}; and strs as text of Java. */
public final class Text {
  private Text() {}

  /** Whether a value is a str, not looking inside instances of subclasses. */
  public static boolean isText(Object value) {
    return value instanceof String || value instanceof WideString;
  }

  /** {@code str(value)}: a String or WideString. */
  public static Object str(Object value) {
    return switch (value) {
      case String s -> s;
      case WideString w -> w;
      case Long l -> l.toString();
      case Double d -> NumberText.real(d);
      default -> checked(value, "__str__");
    };
  }

  /** {@code repr(value)}: a String or WideString. */
  public static Object repr(Object value) {
    return switch (value) {
      case Long l -> l.toString();
      case String s -> Literals.ofText(s);
      case Double d -> NumberText.real(d);
      default -> checked(value, "__repr__");
    };
  }

  private static Object checked(Object value, String method) {
    Task task =
        Invocation.descend(
            method.equals("__repr__")
                ? " while getting the repr of an object"
                : " while getting the str of an object");
    Object result;
    try {
      result = Calls.special(value, method);
    } finally {
      Invocation.ascend(task);
    }
    if (result == null) {
      return defaultRepr(value);
    }
    if (PyPayloadInstance.unwrap(result) instanceof Object s && isText(s)) {
      return s;
    }
    throw Errors.typeError(method + " returned non-string (type " + PyType.of(result).name() + ")");
  }

  /** {@code <module.Class object at 0x...>}. */
  public static String defaultRepr(Object value) {
    return "<" + PyType.of(value).fullName() + " object at " + address(value) + ">";
  }

  /** What stands for an object's address in representations; {@code id(x)} in hexadecimal. */
  public static String address(Object value) {
    String digits = Long.toHexString(id(value));
    return "0x" + "0".repeat(12 - digits.length()) + digits;
  }

  /** {@code id(value)}. */
  public static long id(Object value) {
    Task task = Task.current();
    return task == null ? ObjectIds.base(value) : ProcessState.of(task).ids().of(value);
  }

  /** {@code str(value)} as UTF-16 text of Java, for output and messages. */
  public static String javaStr(Object value) {
    return java(str(value));
  }

  /** {@code repr(value)} as UTF-16 text of Java, for output and messages. */
  public static String javaRepr(Object value) {
    return java(repr(value));
  }

  /** A str as UTF-16 text of Java. */
  public static String java(Object text) {
    return switch (PyPayloadInstance.unwrap(text)) {
      case String s -> s;
      case WideString w -> w.toUtf16();
      default -> throw new IllegalArgumentException("not a str");
    };
  }

  /** An argument that must be a str, as UTF-16 text of Java. */
  public static String javaArgument(Object value, String function, String parameter) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (isText(plain)) {
      return java(plain);
    }
    throw Errors.typeError(
        function
            + "() argument '"
            + parameter
            + "' must be str, not "
            + (value == PySingleton.NONE ? "None" : PyType.of(value).name()));
  }

  /** The code points of a str; not to be written to. */
  public static int[] codePoints(Object text) {
    return text instanceof WideString w ? w.codePoints() : units((String) text);
  }

  /** A plain str has a code point for each char. */
  private static int[] units(String text) {
    int[] points = new int[text.length()];
    for (int i = 0; i < points.length; i++) {
      points[i] = text.charAt(i);
    }
    return points;
  }

  /** Whether an instance of a program's subclass is to be formatted by its own {@code __str__}. */
  public static boolean isFormattedAsStr(Object value, Object spec) {
    return value instanceof PyPayloadInstance && "".equals(PyPayloadInstance.unwrap(spec));
  }

  /** {@code format(value, spec)}: a String or WideString. */
  public static Object format(Object value, Object spec) {
    if (spec instanceof String s && s.isEmpty()) {
      if (value instanceof String || value instanceof WideString || value instanceof Long) {
        return str(value);
      }
      if (value instanceof PyPayloadInstance
          && PyType.of(value).lookup("__format__") instanceof NativeMethod) {
        return str(value); // the class may have a __str__ of its own
      }
    }
    if (spec instanceof String) {
      if (value instanceof Long) {
        return NumberFormat.integer(value, spec);
      }
      if (value instanceof Double d) {
        return NumberFormat.real(d, spec);
      }
      if (value instanceof String && !spec.equals("")) {
        return FormatSpec.formatText(value, spec);
      }
    }
    Object result = Calls.special(value, "__format__", spec);
    if (result == null || !isText(PyPayloadInstance.unwrap(result))) {
      throw Errors.typeError(
          "__format__ must return a str, not "
              + (result == null ? "NoneType" : PyType.of(result).name()));
    }
    return PyPayloadInstance.unwrap(result);
  }

  /** How many code points a str has. */
  public static int length(Object text) {
    return text instanceof String s ? s.length() : ((WideString) text).length();
  }

  /** The code point at an index from 0 to before {@code length(text)}. */
  public static int at(Object text, int index) {
    return text instanceof String s ? s.charAt(index) : ((WideString) text).codePoints()[index];
  }

  /** The strs of one character that text is mostly made of. */
  private static final class Latin1 {
    static final int COUNT = 256;
    static final String[] CHARACTERS = new String[COUNT];

    static {
      for (int i = 0; i < COUNT; i++) {
        CHARACTERS[i] = String.valueOf((char) i).intern();
      }
    }
  }

  /** The str of one code point. */
  public static Object ofCodePoint(int c) {
    if (c < Latin1.COUNT) {
      return Latin1.CHARACTERS[c];
    }
    return Character.isBmpCodePoint(c) && !(c >= 0xD800 && c <= 0xDFFF)
        ? String.valueOf((char) c)
        : WideString.of(new int[] {c});
  }

  /** The part of a str from {@code start} to before {@code end}. */
  public static Object substring(Object text, int start, int end) {
    if (text instanceof String s) {
      return end - start == 1 ? ofCodePoint(s.charAt(start)) : s.substring(start, end);
    }
    WideString w = (WideString) text;
    return start == 0 && end == w.length()
        ? w
        : WideString.of(Arrays.copyOfRange(w.codePoints(), start, end));
  }

  /** {@code a + b}. */
  public static Object concat(Object a, Object b) {
    return a instanceof String x && b instanceof String y
        ? x.concat(y)
        : new TextBuilder().append(a).append(b).build();
  }

  /** The concatenation of strs: what an f-string makes of its parts. */
  public static Object joinFormatted(Object[] parts) {
    String[] narrow = new String[parts.length];
    for (int i = 0; i < narrow.length; i++) {
      if (!(parts[i] instanceof String s)) {
        return joinWide(parts);
      }
      narrow[i] = s;
    }
    return String.join("", narrow);
  }

  private static Object joinWide(Object[] parts) {
    TextBuilder all = new TextBuilder();
    for (Object part : parts) {
      all.append(part);
    }
    return all.build();
  }

  /** Refuses a length that no str, bytes or list can have. */
  public static int checkedLength(long length) {
    if (length > Integer.MAX_VALUE - 8) {
      throw Errors.of(ExceptionTypes.MEMORY_ERROR, new Object[0]);
    }
    return (int) length;
  }
}
