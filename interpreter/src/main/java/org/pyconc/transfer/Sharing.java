package org.pyconc.transfer;

import org.pyconc.objects.GetSet;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.scope.CodeUnit;

/** What processes can share because it cannot change. */
public final class Sharing {
  /** Deeper tuples are copied, which is as good. */
  private static final int DEEPEST = 16;

  private Sharing() {}

  /** Whether the value and all that it refers to can be used by several processes. */
  public static boolean isShared(Object value) {
    return isShared(value, 0);
  }

  private static boolean isShared(Object value, int depth) {
    if (!(value instanceof PyObject)) {
      return true; // a number or a str of Java
    }
    if (value instanceof PyTuple t) {
      return areShared(t, depth + 1);
    }
    if (value instanceof Namespace) {
      return value instanceof PyType t ? t.isNative() : value instanceof Immutable;
    }
    if (value instanceof PySet s) {
      return s.isFrozen() && areShared(s, depth + 1);
    }
    return value instanceof PySingleton
        || value instanceof WideString
        || value instanceof PyBytes
        || value instanceof NativeFunction
        || value instanceof NativeMethod
        || value instanceof PyRange
        || value instanceof PyComplex
        || value instanceof CodeUnit
        || value instanceof PyTraceback
        || value instanceof Immutable
        || (value instanceof GetSet g && g.owner().isNative());
  }

  private static boolean areShared(PyTuple tuple, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    for (Object item : tuple.items()) {
      if (!isShared(item, depth)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areShared(PySet set, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      if (!isShared(set.elementAt(i), depth)) {
        return false;
      }
    }
    return true;
  }
}
