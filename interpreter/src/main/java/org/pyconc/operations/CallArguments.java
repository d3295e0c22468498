package org.pyconc.operations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;

/** Collects the arguments of a call with stars: {@code f(a, *b, c=d, **e)}, from left to right. */
public final class CallArguments {
  private final Object function;
  private final PyList values = new PyList();
  private final List<String> keywords = new ArrayList<>();

  /**
   * @param function what will be called, for messages
   */
  public CallArguments(Object function) {
    this.function = function;
  }

  /** What will be called. */
  Object function() {
    return function;
  }

  /** Whether there are no arguments. */
  boolean isEmpty() {
    return values.size() == 0;
  }

  /** The same for another process. */
  public CallArguments copy(Copier copier) {
    CallArguments copy = new CallArguments(copier.copy(function));
    for (Object each : values.toArray()) {
      copy.values.append(copier.copy(each));
    }
    copy.keywords.addAll(keywords);
    return copy;
  }

  /** A positional argument. */
  public void add(Object value) {
    values.append(value);
  }

  /**
   * {@code *value}.
   *
   * @param isOnly whether it is the only positional argument, which changes the words of the error
   */
  public void addAll(Object value, boolean isOnly) {
    if (value instanceof PyTuple t) {
      values.appendAll(t.items(), t.size());
      return;
    }
    Displays.addAll(values, value, isOnly ? describe(function) + " argument" : "Value");
  }

  /** {@code name=value}, after all positional arguments. */
  public void keyword(String name, Object value) {
    if (keywords.contains(name)) {
      throw Errors.typeError(
          describe(function) + " got multiple values for keyword argument '" + name + "'");
    }
    keywords.add(name);
    values.append(value);
  }

  /** {@code **mapping}, after all positional arguments. */
  public void mapping(Object mapping) {
    if (mapping.getClass() == PyDict.class && mapping instanceof PyDict dict) {
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        if (!Text.isText(PyPayloadInstance.unwrap(dict.keyAt(i)))) {
          throw Errors.typeError("keywords must be strings");
        }
        keyword(Text.java(dict.keyAt(i)), dict.valueAt(i));
      }
      return;
    }
    if (Attributes.findQuietly(mapping, "keys") == null) {
      throw Errors.typeError(
          describe(function)
              + " argument after ** must be a mapping, not "
              + PyType.of(mapping).name());
    }
    for (Object key : Iteration.toArray(Calls.method(mapping, "keys"))) {
      if (!Text.isText(PyPayloadInstance.unwrap(key))) {
        throw Errors.typeError("keywords must be strings");
      }
      keyword(Text.java(key), Items.get(mapping, key));
    }
  }

  /** The positional values followed by those of the keywords. */
  public Object[] values() {
    return values.toArray();
  }

  /** The names of the last values. */
  public String[] keywords() {
    return keywords.toArray(new String[0]);
  }

  /** Calls the function. */
  public Object call() {
    return Calls.call(function, values(), keywords());
  }

  /**
   * {@code function(a, *star, **mapping)}.
   *
   * @param star not looked at yet if it is the only positional argument, otherwise a tuple
   * @param mapping null for none
   */
  public static Object callStarred(
      Object function, Object[] first, Object star, @Nullable Object mapping) {
    if (star instanceof PyTuple t) {
      if (mapping == null) {
        return Calls.call(function, concatenate(first, t.items(), 0), PyObject.NO_KEYWORDS);
      }
      String[] keywords = names(mapping);
      if (keywords != null) {
        Object[] all = concatenate(first, t.items(), keywords.length);
        PyDict dict = (PyDict) mapping;
        int to = all.length - keywords.length;
        for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
          all[to++] = dict.valueAt(i);
        }
        return Calls.call(function, all, keywords);
      }
    }
    CallArguments arguments = new CallArguments(function);
    for (Object each : first) {
      arguments.add(each);
    }
    arguments.addAll(star, first.length == 0);
    if (mapping != null) {
      arguments.mapping(mapping);
    }
    return arguments.call();
  }

  /** The value of a star behind other arguments, as a tuple. */
  public static PyTuple starred(Object value, Object function) {
    if (value instanceof PyTuple t) {
      return t;
    }
    CallArguments arguments = new CallArguments(function);
    arguments.addAll(value, false);
    return PyTuple.of(arguments.values());
  }

  private static Object[] concatenate(Object[] a, Object[] b, int more) {
    Object[] all = new Object[a.length + b.length + more];
    System.arraycopy(a, 0, all, 0, a.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  /** The keys of a plain dict if they are plain strings, otherwise null. */
  private static String @Nullable [] names(Object mapping) {
    if (mapping.getClass() != PyDict.class || !(mapping instanceof PyDict dict)) {
      return null;
    }
    String[] names = new String[dict.size()];
    int count = 0;
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      if (!(dict.keyAt(i) instanceof String s)) {
        return null;
      }
      names[count++] = s;
    }
    return names;
  }

  private static String describe(Object function) {
    Object module;
    Object name;
    try {
      module = Attributes.findQuietly(function, "__module__");
      name = Attributes.findQuietly(function, "__qualname__");
    } catch (PyException e) {
      name = null;
      module = null;
    }
    if (name == null) {
      return Text.javaStr(function);
    }
    String prefix = module instanceof String m && !m.equals("builtins") ? m + "." : "";
    return prefix + Text.javaStr(name) + "()";
  }
}
