package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;

/** The annotations of variables. */
public final class Annotations {
  /** The variable that holds those of a module or class. */
  public static final String NAME = "__annotations__";

  private Annotations() {}

  /** Makes the dict of a module before its first statement. */
  public static void begin(PyModule globals) {
    if (globals.own(NAME) == null) {
      globals.setOwn(NAME, new PyDict());
    }
  }

  /** Makes the dict in the namespace of a class body. */
  public static void begin(Object namespace) {
    if (!has(namespace)) {
      Items.set(namespace, NAME, new PyDict());
    }
  }

  private static boolean has(Object namespace) {
    if (PyPayloadInstance.unwrap(namespace) instanceof PyDict) {
      return Items.contains(namespace, NAME);
    }
    try {
      Object ignored = Items.get(namespace, NAME);
      return true;
    } catch (PyException e) {
      if (!e.value().type().isSubtypeOf(ExceptionTypes.KEY_ERROR)) {
        throw e;
      }
      return false;
    }
  }

  /** Notes the annotation of a global variable. */
  public static void note(PyModule globals, String name, Object annotation) {
    Object dict = globals.own(NAME);
    if (dict == null) {
      throw Errors.nameError(NAME);
    }
    Items.set(dict, name, annotation);
  }
}
