package org.pyconc.builtins;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyProperty;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/** What {@code help(x)} prints: signatures and documentation as they were declared. */
public final class HelpText {
  private static final String INDENT = "    ";

  private HelpText() {}

  /** Some lines about the object, each with its line end. */
  public static String of(Object object) {
    return switch (object) {
      case PyModule m -> module(m);
      case PyType t -> "Help on class " + t.name() + in(t.moduleName()) + ":\n\n" + type(t);
      default -> {
        String signature = signature(object);
        yield signature == null
            ? instance(object)
            : "Help on "
                + kind(object)
                + " "
                + name(object)
                + in(moduleOf(object))
                + ":\n\n"
                + signature
                + "\n"
                + indented(doc(object));
      }
    };
  }

  /** {@code name(parameters)} of a function or method, or null for anything else. */
  public static @Nullable String signature(Object object) {
    return switch (object) {
      case NativeFunction f -> f.code().text();
      case NativeMethod m -> m.code().text();
      case BoundNative b -> b.code().text();
      case PyFunction f -> f.name() + parameters(f);
      case PyMethod m -> signature(m.function());
      case PyStaticMethod s -> signature(s.function());
      case PyClassMethod c -> signature(c.function());
      default -> null;
    };
  }

  /** The declared parameters of a callable, or null if it is not known. */
  public static @Nullable Signature parametersOf(Object object) {
    return switch (object) {
      case NativeFunction f -> f.code().signature();
      case NativeMethod m -> m.code().signature();
      case BoundNative b -> b.code().signature();
      case PyFunction f -> f.code().signature();
      case PyMethod m -> parametersOf(m.function());
      case PyType t -> {
        Object init = t.lookup("__init__");
        yield init instanceof PyFunction f ? f.code().signature() : null;
      }
      default -> null;
    };
  }

  private static String parameters(PyFunction f) {
    Signature s = f.code().signature();
    Object[] defaults = f.defaults();
    @Nullable Object[] keywordDefaults = f.keywordDefaults();
    StringBuilder text = new StringBuilder("(");
    String[] names = s.names();
    for (int i = 0; i < s.positional(); i++) {
      separate(text).append(names[i]);
      int index = i - (s.positional() - defaults.length);
      if (index >= 0) {
        text.append('=').append(Text.javaRepr(defaults[index]));
      }
      if (i + 1 == s.positionalOnly()) {
        text.append(", /");
      }
    }
    int behind = s.positional() + s.keywordOnly();
    if (s.hasVarArgs()) {
      separate(text).append('*').append(names[behind]);
      behind++;
    } else if (s.keywordOnly() > 0) {
      separate(text).append('*');
    }
    for (int i = 0; i < s.keywordOnly(); i++) {
      separate(text).append(names[s.positional() + i]);
      Object value = i < keywordDefaults.length ? keywordDefaults[i] : null;
      if (value != null) {
        text.append('=').append(Text.javaRepr(value));
      }
    }
    if (s.hasKwArgs()) {
      separate(text).append("**").append(names[behind]);
    }
    return text.append(')').toString();
  }

  private static StringBuilder separate(StringBuilder text) {
    return text.length() > 1 ? text.append(", ") : text;
  }

  private static String kind(Object object) {
    return switch (object) {
      case NativeFunction f -> "built-in function";
      case NativeMethod m -> "method_descriptor";
      case PyMethod m -> "method";
      default -> "function";
    };
  }

  private static String name(Object object) {
    Object name = Attributes.findQuietly(object, "__name__");
    return name == null ? "" : Text.javaStr(name);
  }

  private static String moduleOf(Object object) {
    Object module = Attributes.findQuietly(object, "__module__");
    return module == null || module == PySingleton.NONE ? "" : Text.javaStr(module);
  }

  private static String in(String module) {
    return module.isEmpty() ? "" : " in module " + module;
  }

  private static String doc(Object object) {
    Object doc = Attributes.findQuietly(object, "__doc__");
    return doc == null || doc == PySingleton.NONE ? "" : Text.javaStr(doc);
  }

  private static String firstLine(String doc) {
    String text = doc.strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String indented(String doc) {
    StringBuilder text = new StringBuilder();
    List<String> lines = doc.strip().lines().toList();
    for (String line : lines) {
      text.append(line.isBlank() ? "" : INDENT + line.strip()).append('\n');
    }
    return text.toString();
  }

  private static String module(PyModule m) {
    String name = Text.javaStr(String.valueOf(m.own("__name__")));
    StringBuilder text = new StringBuilder("Help on module " + name + ":\n\n");
    text.append(indented(doc(m)));
    for (Object each : Iteration.toArray(Directory.of(m))) {
      String member = Text.java(each);
      Object value = member.startsWith("_") ? null : Attributes.findQuietly(m, member);
      if (value != null && !(value instanceof PyModule)) {
        text.append(entry(member, value));
      }
    }
    return text.toString();
  }

  private static String type(PyType t) {
    StringBuilder text = new StringBuilder("class ").append(t.name());
    PyType[] bases = t.bases();
    for (int i = 0; i < bases.length; i++) {
      text.append(i == 0 ? "(" : ", ").append(bases[i].name());
    }
    text.append(bases.length > 0 ? ")\n" : "\n").append(indented(doc(t)));
    String[] names = t.ownAttributeNames();
    java.util.Arrays.sort(names);
    for (String member : names) {
      Object value = t.ownAttribute(member);
      boolean isShown = !member.startsWith("_") || member.equals("__init__");
      if (isShown && value != null) {
        text.append(entry(member, value));
      }
    }
    return text.toString();
  }

  private static String entry(String name, Object value) {
    String signature = signature(value);
    String what =
        signature != null
            ? signature
            : switch (value) {
              case PyType t -> "class " + name;
              case PyProperty p -> name;
              default -> name + " = " + shortened(Text.javaRepr(value));
            };
    String line =
        value instanceof PyProperty || signature != null || value instanceof PyType
            ? firstLine(doc(value))
            : "";
    return "\n" + INDENT + what + "\n" + (line.isEmpty() ? "" : INDENT + INDENT + line + "\n");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  private static String instance(Object object) {
    PyType type = PyType.of(object);
    return "Help on " + type.name() + " object:\n\n" + type(type);
  }
}
