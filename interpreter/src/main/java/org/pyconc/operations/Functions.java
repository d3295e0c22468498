package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.kernel.Task;
import org.pyconc.objects.Cell;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.DictGlobals;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.scope.CodeUnit;

/** Making functions and classes, and calling functions whose code is known. */
public final class Functions {
  private static final @Nullable Object[] NO_DEFAULTS = {};

  private Functions() {}

  /** What a {@code def} or {@code lambda} makes. */
  public static PyFunction make(
      CodeUnit code,
      PyModule globals,
      Cell[] closure,
      Object[] defaults,
      @Nullable Object[] keywordDefaults) {
    return new PyFunction(code, globals, closure, defaults, keywordDefaults);
  }

  /** The annotations of a function as a dict. */
  public static PyFunction annotate(PyFunction function, String[] names, Object[] annotations) {
    PyDict dict = new PyDict();
    for (int i = 0; i < names.length; i++) {
      dict.put(names[i], annotations[i]);
    }
    function.setAnnotations(dict);
    return function;
  }

  /** The function of a comprehension, which has no name of its own. */
  public static PyFunction makeComprehension(CodeUnit code, PyModule globals, Cell[] closure) {
    return new PyFunction(code, globals, closure, PyObject.NO_ARGUMENTS, NO_DEFAULTS);
  }

  /**
   * What a class statement makes.
   *
   * @param values the bases followed by the values of the keywords of the header
   */
  public static Object makeClass(
      CodeUnit code, PyModule globals, Cell[] closure, Object[] values, String[] keywords) {
    if (globals instanceof DictGlobals && globals.builtins().own("__build_class__") == null) {
      throw Errors.of(ExceptionTypes.NAME_ERROR, "__build_class__ not found");
    }
    int bases = values.length - keywords.length;
    Object[] baseValues = new Object[bases];
    System.arraycopy(values, 0, baseValues, 0, bases);
    Object[] keywordValues = new Object[keywords.length];
    System.arraycopy(values, bases, keywordValues, 0, keywordValues.length);
    Classes.Preparation p = Classes.prepare(code.name(), baseValues, keywordValues, keywords);
    PyFunction body = new PyFunction(code, globals, closure, PyObject.NO_ARGUMENTS, NO_DEFAULTS);
    Object cell = code.body().run(body, Task.require(), new Object[] {p.namespace()});
    return Classes.finish(p, cell instanceof Cell c ? c : null);
  }

  /**
   * The code of a callee that can be called with exactly that many arguments as they stand, or
   * null. The caller then calls the code itself, so that the JVM sees which code it is at this
   * place.
   */
  public static @Nullable CodeBody fixedBody(Object callee, int count) {
    return callee instanceof PyFunction f && f.fixedCount() == count ? f.code().body() : null;
  }

  /**
   * The Java body of a builtin function or method that can be called with that one argument as it
   * stands, or null. As with {@link #fixedBody}, the caller calls it itself.
   */
  public static Native.@Nullable F1 native1(@Nullable Object callee, Object a) {
    if (callee instanceof NativeMethod m) {
      return m.takes(a) ? m.code().f1() : null;
    }
    return callee instanceof NativeFunction f ? f.code().f1() : null;
  }

  /** The same for two arguments, of which the first is a method's receiver. */
  public static Native.@Nullable F2 native2(@Nullable Object callee, Object a) {
    if (callee instanceof NativeMethod m) {
      return m.takes(a) ? m.code().f2() : null;
    }
    return callee instanceof NativeFunction f ? f.code().f2() : null;
  }

  /** The same for three arguments. */
  public static Native.@Nullable F3 native3(@Nullable Object callee, Object a) {
    if (callee instanceof NativeMethod m) {
      return m.takes(a) ? m.code().f3() : null;
    }
    return callee instanceof NativeFunction f ? f.code().f3() : null;
  }

  /** The code of a function. */
  public static CodeBody bodyOf(PyFunction function) {
    return function.code().body();
  }
}
