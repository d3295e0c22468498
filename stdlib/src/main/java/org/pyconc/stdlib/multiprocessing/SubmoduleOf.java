package org.pyconc.stdlib.multiprocessing;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.queue.QueueErrors;
import org.pyconc.stdlib.support.LivingSet;

/** The modules inside {@code multiprocessing} that hold classes. */
public record SubmoduleOf(String name) implements NativeModule {
  @Override
  public void define(ModuleBuilder b) {
    switch (name.substring(name.indexOf('.') + 1)) {
      case "context" -> context(b);
      case "process" -> process(b);
      case "queues" -> {
        types(b, QueueTypes.QUEUE, QueueTypes.JOINABLE_QUEUE, QueueTypes.SIMPLE_QUEUE);
        types(b, QueueErrors.EMPTY, QueueErrors.FULL);
      }
      case "synchronize" -> {
        types(b, LockTypes.LOCK, LockTypes.RLOCK, LockTypes.SEMAPHORE, LockTypes.BOUNDED_SEMAPHORE);
        types(b, LockTypes.SEM_LOCK, SynchronizeTypes.CONDITION, SynchronizeTypes.EVENT);
        types(b, SynchronizeTypes.BARRIER);
      }
      case "sharedctypes" -> sharedTypes(b);
      default -> throw new IllegalStateException(name);
    }
  }

  private static void types(ModuleBuilder b, PyType... types) {
    for (PyType type : types) {
      b.type(type);
    }
  }

  private static void context(ModuleBuilder b) {
    types(b, ContextTypes.BASE, ContextTypes.DEFAULT, ContextTypes.FORK, ContextTypes.SPAWN);
    types(b, ContextTypes.FORK_SERVER, ProcessTypes.PROCESS, ProcessTypes.FORK_PROCESS);
    types(b, ProcessTypes.SPAWN_PROCESS, ProcessTypes.FORK_SERVER_PROCESS);
    types(b, ProcessErrors.PROCESS_ERROR, ProcessErrors.BUFFER_TOO_SHORT);
    types(b, ProcessErrors.TIMEOUT_ERROR, ProcessErrors.AUTHENTICATION_ERROR);
    b.constant("_default_context", ContextTypes.Choice.current().standard());
  }

  private static void process(ModuleBuilder b) {
    b.type(ProcessTypes.BASE_PROCESS);
    b.type(ProcessTypes.AUTHENTICATION_STRING);
    b.function("current_process()", "The running process.", () -> ProcessTable.current().self);
    b.function("parent_process()", "The parent, None in the main process.", ParentProcess::get);
    b.function(
        "active_children()",
        "The children that run.",
        () -> PyList.of(ProcessTable.current().active().toArray()));
    b.function(
        "_cleanup()",
        "Forgets the children that have ended.",
        () -> {
          ProcessTable.current().active();
          return PySingleton.NONE;
        });
    b.constant("_dangling", new LivingSet(() -> ProcessTable.current().active()));
  }

  private static void sharedTypes(ModuleBuilder b) {
    types(b, SharedTypes.SYNCHRONIZED_BASE, SharedTypes.SYNCHRONIZED);
    types(b, SharedTypes.SYNCHRONIZED_ARRAY, SharedTypes.SYNCHRONIZED_STRING);
    b.asPython("");
    b.functionN(
        "RawValue(typecode_or_type, *args)",
        "A value in shared memory.",
        a -> SharedTypes.newRawValue(a[0], a[1]));
    b.function(
        "RawArray(typecode_or_type, size_or_initializer)",
        "An array in shared memory.",
        SharedTypes::newRawArray);
    b.functionN(
        "Value(typecode_or_type, *args, lock=True, ctx=None)",
        "A value in shared memory with a lock.",
        a -> SharedTypes.newValue(a[0], a[3], a[1]));
    b.functionN(
        "Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None)",
        "An array in shared memory with a lock.",
        a -> SharedTypes.newArray(a[0], a[1], a[2]));
    b.function("copy(obj)", "Another one with the same content.", SharedTypes::copy);
    b.function(
        "synchronized(obj, lock=None, ctx=None)",
        "The same with a lock.",
        (object, lock, context) -> SharedTypes.newSynchronized(object, lock));
  }
}
