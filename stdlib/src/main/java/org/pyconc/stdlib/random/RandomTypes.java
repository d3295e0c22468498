package org.pyconc.stdlib.random;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyType;

/** The classes of module {@code random}. */
final class RandomTypes {
  private RandomTypes() {}

  static final PyType RANDOM =
      new PyType(
          "random.Random",
          BuiltinTypes.OBJECT,
          true,
          PyRandom::new,
          b -> {
            Seeding.define(b);
            Choosing.define(b);
            Distributions.define(b);
          });

  static final PyType SYSTEM_RANDOM =
      new PyType("random.SystemRandom", RANDOM, true, PyRandom::new, Seeding::defineSystem);
}
