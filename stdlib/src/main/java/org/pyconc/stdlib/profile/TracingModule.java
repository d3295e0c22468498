package org.pyconc.stdlib.profile;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/** The native part of {@code cProfile}, {@code pdb} and {@code trace}. */
public final class TracingModule implements NativeModule {
  @Override
  public String name() {
    return "_tracing";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "watch()",
        "From now on code is made ready so that others can be told of what it does.",
        () -> {
          ProcessState.current().program().executor().keepTraces();
          return PySingleton.NONE;
        });
    b.function("counter()", "Counts and times calls.", CallCounter::new);
  }
}
