package org.pyconc.stdlib.gevent;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyType;

/** Times as programs give them. */
final class Seconds {
  private Seconds() {}

  static double of(Object value) {
    return switch (PyPayloadInstance.unwrap(value)) {
      case Long l -> l;
      case Double d -> d;
      case Boolean b -> b ? 1 : 0;
      case BigInteger i -> i.doubleValue();
      default -> throw Errors.typeError("must be real number, not " + PyType.of(value).name());
    };
  }
}
