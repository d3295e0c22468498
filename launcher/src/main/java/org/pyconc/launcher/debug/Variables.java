package org.pyconc.launcher.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.runtime.Activation;
import org.pyconc.runtime.ProcessState;

/** Values of a stopped thread as clients see them. All but numbers is done by that thread. */
final class Variables {
  private static final int LONGEST = 1000;
  private static final int MOST = 500;

  /** Numbers of one thread begin here. */
  static final int NUMBERS_OF_THREAD = 1 << 16;

  private final long first;

  /** What the numbers stand for. */
  private final List<Object> numbered = new ArrayList<>();

  /**
   * @param thread its number; that of values tells which thread to ask
   */
  Variables(int thread) {
    first = (long) thread * NUMBERS_OF_THREAD;
  }

  /** A number by which the client can ask what is in the value. */
  long number(Object container) {
    numbered.add(container);
    return first + numbered.size() - 1;
  }

  private @Nullable Object numbered(long number) {
    long index = number - first;
    return index >= 0 && index < numbered.size() ? numbered.get((int) index) : null;
  }

  /** What is in the value with that number. */
  List<Object> children(long number) {
    Object container = numbered(number);
    List<Object> children = new ArrayList<>();
    switch (container == null ? null : PyPayloadInstance.unwrap(container)) {
      case PyDict dict -> {
        for (int i = dict.next(0); i >= 0 && children.size() < MOST; i = dict.next(i + 1)) {
          Object key = dict.keyAt(i);
          String name = key instanceof String s ? s : repr(key);
          if (!name.equals("__builtins__")) {
            children.add(variable(name, dict.valueAt(i)));
          }
        }
      }
      case PyList list -> {
        for (int i = 0; i < list.size() && i < MOST; i++) {
          children.add(variable(String.valueOf(i), list.get(i)));
        }
      }
      case PyTuple tuple -> {
        for (int i = 0; i < tuple.size() && i < MOST; i++) {
          children.add(variable(String.valueOf(i), tuple.get(i)));
        }
      }
      case null, default -> {}
    }
    return children;
  }

  private Map<String, Object> variable(String name, Object value) {
    Map<String, Object> variable = new LinkedHashMap<>();
    variable.put("name", name);
    variable.put("value", repr(value));
    describe(variable, value);
    return variable;
  }

  /** Evaluates text in a frame, as an expression or else as statements. */
  Map<String, Object> evaluate(String text, Activation frame) {
    Object globals = frame.function().globals().dictionary();
    Object locals = Objects.requireNonNullElse(frame.locals(), globals);
    PyModule builtins = ProcessState.current().builtins();
    Object value;
    try {
      value = Calls.call3(builtin(builtins, "eval"), text, globals, locals);
    } catch (PyException e) {
      if (!e.value().type().simpleName().equals("SyntaxError")) {
        throw e;
      }
      value = Calls.call3(builtin(builtins, "exec"), text, globals, locals);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("result", repr(value));
    describe(result, value);
    return result;
  }

  /** Whether the object is an instance of what the text names in the frame. */
  static boolean isInstance(Object object, String type, Activation frame) {
    Object globals = frame.function().globals().dictionary();
    Object locals = Objects.requireNonNullElse(frame.locals(), globals);
    PyModule builtins = ProcessState.current().builtins();
    Object types = Calls.call3(builtin(builtins, "eval"), type, globals, locals);
    return Boolean.TRUE.equals(Calls.call2(builtin(builtins, "isinstance"), object, types));
  }

  private static Object builtin(PyModule builtins, String name) {
    return Objects.requireNonNull(builtins.own(name));
  }

  private void describe(Map<String, Object> result, Object value) {
    result.put("type", PyType.of(value).name());
    Object container = PyPayloadInstance.unwrap(value);
    boolean hasChildren =
        (container instanceof PyDict d && d.size() > 0)
            || (container instanceof PyList l && l.size() > 0)
            || (container instanceof PyTuple t && t.size() > 0);
    if (!hasChildren && value instanceof PyInstance) {
      try {
        container = Attributes.load(value, "__dict__");
        hasChildren = container instanceof PyDict d && d.size() > 0;
      } catch (PyException without) {
        hasChildren = false;
      }
    }
    result.put("variablesReference", hasChildren ? number(container) : 0L);
  }

  private static String repr(Object value) {
    String text;
    try {
      text = Text.javaRepr(value);
    } catch (RuntimeException | StackOverflowError e) {
      text = "<" + message(e) + " in its __repr__>";
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  /** What went wrong, as the last line of a traceback says it. */
  static String message(@Nullable Throwable thrown) {
    if (thrown != null
        && (thrown instanceof RuntimeException || thrown instanceof StackOverflowError)) {
      PyException e = Raising.translate(thrown);
      String text = Text.javaStr(e.value());
      return e.value().type().simpleName() + (text.isEmpty() ? "" : ": " + text);
    }
    return String.valueOf(thrown);
  }
}
