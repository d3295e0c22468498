package org.pyconc.stdlib.support;

import java.util.function.Function;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;

/**
 * What pickling and deep copies of objects say whose counterparts in CPython hold something that
 * cannot be pickled. Messages to other processes do not ask here.
 */
public final class NoPickling {
  private NoPickling() {}

  /** They have a lock inside. */
  public static void holdsLock(TypeBuilder b, String lock) {
    refuse(b, type -> Errors.typeError("cannot pickle '" + lock + "' object"));
  }

  /**
   * Only processes that are being started may have them.
   *
   * @param holder the class that says so, empty for that of the object
   */
  public static void isInherited(TypeBuilder b, String holder) {
    refuse(
        b,
        type ->
            Errors.runtimeError(
                (holder.isEmpty() ? type.simpleName() : holder)
                    + " objects should only be shared between processes through inheritance"));
  }

  /** Pools are of one process. */
  public static void isPool(TypeBuilder b) {
    refuse(
        b,
        type ->
            Errors.of(
                ExceptionTypes.NOT_IMPLEMENTED_ERROR,
                "pool objects cannot be passed between processes or pickled"));
  }

  private static void refuse(TypeBuilder b, Function<PyType, PyException> error) {
    b.method(
        "__getstate__(self)",
        "Refuses.",
        self -> {
          throw error.apply(PyType.of(self));
        });
  }
}
