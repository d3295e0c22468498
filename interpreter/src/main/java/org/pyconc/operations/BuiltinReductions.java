package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.PyUnion;
import org.pyconc.objects.WideString;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;

/** What {@code __reduce__} says of the builtin types that are not made from their attributes. */
final class BuiltinReductions {
  private BuiltinReductions() {}

  /** The recipe for a value, or null if it has none of its own. */
  static @Nullable Object of(Object value) {
    return switch (value) {
      case PyMethod m -> attribute(m.self(), functionName(m.function()));
      case BoundNative b -> attribute(b.self(), b.code().name());
      case NativeMethod m -> attribute(m.owner(), m.name());
      case NativeFunction f -> WideString.of(f.name());
      case PySlice s -> PyTuple.of(BuiltinTypes.SLICE, PyTuple.of(s.start(), s.stop(), s.step()));
      case PyGenericAlias a ->
          PyTuple.of(BuiltinTypes.GENERIC_ALIAS, PyTuple.of(a.origin(), a.arguments()));
      case PyUnion u ->
          PyTuple.of(
              library("functools", "reduce"),
              PyTuple.of(library("operator", "or_"), u.arguments()));
      case PyIterator i -> i.reduction();
      case PyComplex c -> PyTuple.of(BuiltinTypes.COMPLEX, PyTuple.of(c.real(), c.imaginary()));
      default -> ofContent(value);
    };
  }

  private static @Nullable Object ofContent(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case PySet set -> withState(value, PyTuple.of(PyList.of(elements(set))));
      case PyIterator i -> ofIterator(PyType.of(value), i);
      case PyByteArray b ->
          withState(value, b.size() == 0 ? PyTuple.EMPTY : PyTuple.of(new PyBytes(b.toArray())));
      default -> null;
    };
  }

  private static @Nullable PyTuple ofIterator(PyType type, PyIterator iterator) {
    PyTuple recipe = iterator.reduction();
    if (recipe == null) {
      return null;
    }
    Object[] parts = recipe.items().clone();
    parts[0] = type;
    return PyTuple.of(parts);
  }

  private static PyTuple withState(Object value, PyTuple arguments) {
    return PyTuple.of(PyType.of(value), arguments, Reductions.defaultState(value, false));
  }

  private static Object[] elements(PySet set) {
    Object[] elements = new Object[set.size()];
    int count = 0;
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      elements[count++] = set.elementAt(i);
    }
    return elements;
  }

  private static PyTuple attribute(Object owner, String name) {
    Object getattr = ProcessState.current().builtins().own("getattr");
    return PyTuple.of(
        getattr == null ? PySingleton.NONE : getattr, PyTuple.of(owner, WideString.of(name)));
  }

  private static String functionName(Object function) {
    return function instanceof PyFunction f
        ? f.name()
        : Text.javaStr(Attributes.load(function, "__name__"));
  }

  private static Object library(String module, String name) {
    return ModuleLoader.current().importModule(module, true) instanceof PyModule m
        ? Attributes.load(m, name)
        : PySingleton.NONE;
  }
}
