package org.pyconc.stdlib.greenlet;

import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyType;

/** The classes of the module. */
public final class GreenletTypes {
  private GreenletTypes() {}

  /** What a greenlet does wrong. */
  public static final PyType ERROR =
      new PyType("greenlet.error", ExceptionTypes.EXCEPTION, true, null, b -> {});

  /** Ends a greenlet; its parent gets the exception as a value. */
  public static final PyType GREENLET_EXIT =
      new PyType("greenlet.GreenletExit", ExceptionTypes.BASE_EXCEPTION, true, null, b -> {});

  public static final PyType GREENLET =
      new PyType(
          "greenlet.greenlet", BuiltinTypes.OBJECT, true, PyGreenlet::new, GreenletMethods::define);
}
