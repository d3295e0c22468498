package org.pyconc.stdlib.contextvars;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyTuple;
import org.pyconc.runtime.NativeModule;

/**
 * Context variables.
 *
 * @see <a href="https://docs.python.org/3.11/library/contextvars.html">contextvars</a>
 */
public final class ContextVarsModule implements NativeModule {
  private final String name;

  public ContextVarsModule(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("__all__", PyTuple.of("Context", "ContextVar", "Token", "copy_context"));
    b.constant("Context", PyContext.TYPE);
    b.constant("ContextVar", PyContextVar.TYPE);
    b.constant("Token", PyToken.TYPE);
    b.function(
        "copy_context()", "A copy of the current context.", () -> PyContext.current().copy());
  }
}
