package org.pyconc.operations;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyModule;

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
    if (!Items.contains(namespace, NAME)) {
      Items.set(namespace, NAME, new PyDict());
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
