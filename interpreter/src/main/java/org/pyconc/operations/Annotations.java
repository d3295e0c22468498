package org.pyconc.operations;

import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyModule;

/** The annotations of variables. */
public final class Annotations {
  /** The variable that holds those of a module or class. */
  public static final String NAME = "__annotations__";

  private Annotations() {}

  /** Notes the annotation of a global variable. */
  public static void note(PyModule globals, String name, Object annotation) {
    Object dict = globals.own(NAME);
    if (dict == null) {
      dict = new PyDict();
      globals.setOwn(NAME, dict);
    }
    Items.set(dict, name, annotation);
  }
}
