package org.pyconc.stdlib.random;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.runtime.NativeModule;

/**
 * The module {@code random}: the same numbers as CPython's for the same seed.
 *
 * @see <a href="https://docs.python.org/3.11/library/random.html">random</a>
 */
public final class RandomModule implements NativeModule {
  private static final String[] FUNCTIONS = {
    "seed",
    "random",
    "uniform",
    "triangular",
    "randint",
    "choice",
    "randrange",
    "sample",
    "shuffle",
    "choices",
    "normalvariate",
    "lognormvariate",
    "expovariate",
    "vonmisesvariate",
    "gammavariate",
    "gauss",
    "betavariate",
    "paretovariate",
    "weibullvariate",
    "getstate",
    "setstate",
    "getrandbits",
    "randbytes",
  };

  @Override
  public String name() {
    return "random";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(RandomTypes.RANDOM);
    b.type(RandomTypes.SYSTEM_RANDOM);
    PyRandom shared = new PyRandom(RandomTypes.RANDOM).shared();
    b.constant("_inst", shared);
    for (String function : FUNCTIONS) {
      b.constant(function, Attributes.load(shared, function));
    }
  }
}
