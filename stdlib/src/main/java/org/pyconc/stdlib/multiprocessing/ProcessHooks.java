package org.pyconc.stdlib.multiprocessing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ErrorReport;
import org.pyconc.runtime.ProcessState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * What a program wants done when processes start and end. A child has the same calls as its parent,
 * except those for the end of the process.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/os.html#os.register_at_fork">os.register_at_fork
 *     </a>
 */
public final class ProcessHooks implements Transferable {
  private final List<Object> before = new ArrayList<>(0);
  private final List<Object> inChild = new ArrayList<>(1);
  private final List<Object> inParent = new ArrayList<>(0);

  /** After those of {@link #inChild}, as the library calls them and not the system. */
  private final List<Object> ofLibrary = new ArrayList<>(1);

  /** Told what the library does; null until the program asks for the library's logger. */
  private @Nullable Object log;

  /** Runs finalizers with at least some priority. */
  private @Nullable Object finalizers;

  /** Those of the running process, or null if it has none. */
  static @Nullable ProcessHooks find() {
    return ProcessState.current().findModuleState(ProcessHooks.class);
  }

  private static ProcessHooks current() {
    return ProcessState.current().moduleState(ProcessHooks.class, ProcessHooks::new);
  }

  /** {@code os.register_at_fork}; unset for what is not to be called. */
  public static void register(Object beforeFork, Object afterInChild, Object afterInParent) {
    if (beforeFork == Unset.UNSET && afterInChild == Unset.UNSET && afterInParent == Unset.UNSET) {
      throw Errors.typeError("At least one argument is required.");
    }
    require(beforeFork, "before");
    require(afterInChild, "after_in_child");
    require(afterInParent, "after_in_parent");
    ProcessHooks hooks = current();
    add(hooks.before, beforeFork);
    add(hooks.inChild, afterInChild);
    add(hooks.inParent, afterInParent);
  }

  private static void require(Object function, String name) {
    if (function != Unset.UNSET && !Calls.isCallable(function)) {
      throw Errors.typeError("'" + name + "' must be callable, not " + PyType.of(function).name());
    }
  }

  private static void add(List<Object> calls, Object function) {
    if (function != Unset.UNSET) {
      calls.add(function);
    }
  }

  /** {@code multiprocessing.util.register_after_fork}. */
  static Object registerOfLibrary(Object function) {
    current().ofLibrary.add(function);
    return PySingleton.NONE;
  }

  /** From now on the function is told what the library does: {@code log(text)}. */
  static Object setLog(Object function) {
    current().log = function;
    return PySingleton.NONE;
  }

  /** From now on the function runs the finalizers of this process. */
  static Object setFinalizers(Object function) {
    current().finalizers = function;
    return PySingleton.NONE;
  }

  /** Tells the program's log, if it has one. */
  static void log(String text) {
    ProcessHooks hooks = find();
    Object function = hooks == null ? null : hooks.log;
    if (function != null) {
      quietly(function, text);
    }
  }

  /** Runs the finalizers of the running process; with None all of them. */
  static void finish(Object leastPriority) {
    ProcessHooks hooks = find();
    Object function = hooks == null ? null : hooks.finalizers;
    if (function != null) {
      quietly(function, leastPriority);
    }
  }

  void callBefore() {
    for (int i = before.size() - 1; i >= 0; i--) {
      quietly(before.get(i));
    }
  }

  void callInParent() {
    for (Object each : new ArrayList<>(inParent)) {
      quietly(each);
    }
  }

  void callInChild() {
    for (Object each : new ArrayList<>(inChild)) {
      quietly(each);
    }
    for (Object each : new ArrayList<>(ofLibrary)) {
      quietly(each);
    }
  }

  private static void quietly(Object function, Object... arguments) {
    try {
      Calls.call(function, arguments);
    } catch (PyException e) {
      ErrorReport.ignored(function, e);
    }
  }

  @Override
  public Object copy(Copier copier) {
    ProcessHooks copy = new ProcessHooks();
    copyInto(copy.before, before, copier);
    copyInto(copy.inChild, inChild, copier);
    copyInto(copy.inParent, inParent, copier);
    copyInto(copy.ofLibrary, ofLibrary, copier);
    copy.log = copier.copyOrNull(log);
    return copy;
  }

  @Override
  public @Nullable Object copyAfresh(Copier copier) {
    return null;
  }

  private static void copyInto(List<Object> to, List<Object> from, Copier copier) {
    for (Object each : from) {
      to.add(copier.copy(each));
    }
  }
}
