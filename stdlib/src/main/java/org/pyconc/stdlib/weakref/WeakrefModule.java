package org.pyconc.stdlib.weakref;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/** The native part of {@code weakref}. */
public final class WeakrefModule implements NativeModule {
  @Override
  public String name() {
    return "_weakref";
  }

  private static References references() {
    return ProcessState.current().moduleState(References.class, References::new);
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("ref", ReferenceObject.TYPE);
    b.constant("ReferenceType", ReferenceObject.TYPE);
    b.function(
        "getweakrefcount(object, /)",
        "Return the number of weak references to 'object'.",
        object -> (long) references().to(object).size());
    b.function(
        "getweakrefs(object, /)",
        "Return a list of all weak reference objects pointing to 'object'.",
        object -> PyList.of(references().to(object).toArray()));
  }
}
