package org.pyconc.stdlib.asyncio;

import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Pollable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.select.SelectModule;

/** The native part of {@code asyncio}. */
public final class AsyncioModule implements NativeModule {
  private static final PyType WATCH =
      new PyType("_asyncio.Watch", BuiltinTypes.OBJECT, false, PyWatch::new, AsyncioModule::watch);

  @Override
  public String name() {
    return "_asyncio";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.type(WATCH);
  }

  private static void watch(TypeBuilder b) {
    b.doc("Waits for descriptors, a time and other threads.");
    b.method(
        "add(self, fd, for_writing, handle, /)",
        "Watches a descriptor; the handle is reported when it is ready.",
        (self, fd, forWriting, handle) -> {
          ((PyWatch) self).add(Items.toInt(fd), operation(forWriting), handle);
          return PySingleton.NONE;
        });
    b.method(
        "remove(self, fd, for_writing, /)",
        "Watches it no longer; the handle, or None.",
        (self, fd, forWriting) -> {
          Object handle = ((PyWatch) self).remove(Items.toInt(fd), operation(forWriting));
          return handle == null ? PySingleton.NONE : handle;
        });
    b.method(
        "wake(self, /)",
        "Ends the wait.",
        self -> {
          ((PyWatch) self).wake();
          return PySingleton.NONE;
        });
    b.method(
        "wait(self, timeout, /)",
        "Waits; the list of handles that are ready, or None.",
        (self, timeout) ->
            ((PyWatch) self)
                .await(
                    timeout == PySingleton.NONE
                        ? Deadline.NEVER
                        : Deadline.afterSeconds(SelectModule.seconds(timeout))));
  }

  private static int operation(Object forWriting) {
    return Truth.isTrue(forWriting) ? Pollable.WRITE : Pollable.READ;
  }
}
