package org.pyconc.stdlib.multiprocessing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.runtime.Entropy;
import org.pyconc.runtime.ProcessState;

/** What one process knows of itself, its parent and its children. */
final class ProcessTable {
  private static final int KEY_SIZE = 32;
  private static final int FIRST_SWEEP = 16;

  /** The key that all processes of a program inherit; made when first asked for. */
  static final class DefaultKey {
    private @Nullable Object key;

    synchronized Object get() {
      Object known = key;
      if (known == null) {
        PyBytes bytes = new PyBytes(Entropy.bytes(KEY_SIZE));
        known = new PyPayloadInstance(ProcessTypes.AUTHENTICATION_STRING, bytes);
        key = known;
      }
      return known;
    }
  }

  /** The process itself. */
  ProcessObject self;

  /** Whether it runs the main module before it begins, because it did not start from memory. */
  boolean isInheriting;

  final @Nullable KernelProcess parent;

  /** The parent as the program sees it, once it asked. */
  @Nullable ProcessObject parentObject;

  final DefaultKey defaultKey;
  private int started;

  /** In the order of their start; none any more that was joined or closed. */
  private @Nullable Collection<ProcessObject> children;

  private int nextSweep = FIRST_SWEEP;
  private final List<KernelProcess> forked = new ArrayList<>(0);

  private final List<WaitableChild> programs = new ArrayList<>(0);

  private ProcessTable(ProcessObject self, @Nullable KernelProcess parent, DefaultKey defaultKey) {
    this.self = self;
    this.parent = parent;
    this.defaultKey = defaultKey;
  }

  /** That of the running process. */
  static ProcessTable current() {
    return of(ProcessState.current());
  }

  static ProcessTable of(ProcessState state) {
    ProcessTable known = state.findModuleState(ProcessTable.class);
    return known != null ? known : ofMain(state);
  }

  private static ProcessTable ofMain(ProcessState state) {
    ProcessObject self = new ProcessObject(ProcessTypes.MAIN_PROCESS);
    self.identity = PyTuple.EMPTY;
    self.name = "MainProcess";
    ProcessTable made = new ProcessTable(self, null, new DefaultKey());
    state.setModuleState(ProcessTable.class, made);
    state.atExit(() -> Bootstrap.endChildren(made));
    return made;
  }

  /** That of a new child. */
  static ProcessTable ofChild(ProcessState state, ProcessObject self, DefaultKey defaultKey) {
    KernelProcess parent = state.process().parent();
    ProcessTable made = new ProcessTable(self, parent, defaultKey);
    state.setModuleState(ProcessTable.class, made);
    return made;
  }

  /** The number of the next process that is made here. */
  int nextNumber() {
    return ++started;
  }

  /** The key that belongs to a process unless it was given another. */
  Object authKey(ProcessObject process) {
    Object own = process.authKey;
    return own != null ? own : defaultKey.get();
  }

  /** Notes a child that was started. Forgets ended ones now and then. */
  void add(ProcessObject child) {
    Collection<ProcessObject> all = children;
    if (all == null) {
      all = new LinkedHashSet<>(2);
      children = all;
    }
    if (all.size() >= nextSweep) {
      all.removeIf(ProcessTable::hasEnded);
      nextSweep = Math.max(FIRST_SWEEP, all.size() * 2);
    }
    all.add(child);
  }

  /** A child that has ended is not looked at any more. */
  void forget(ProcessObject child) {
    Collection<ProcessObject> all = children;
    if (all != null) {
      all.remove(child);
    }
  }

  /** Notes a child that {@code os.fork} made. */
  void addForked(KernelProcess child) {
    forked.add(child);
  }

  /** The children that {@code os.fork} made and nobody has waited for. */
  List<KernelProcess> forked() {
    return forked;
  }

  /** The programs of the host whose end was not told yet. */
  List<WaitableChild> programs() {
    return programs;
  }

  boolean hasChildren() {
    return children != null;
  }

  /** The children that are known still, also ended ones. */
  List<ProcessObject> all() {
    return children == null ? List.of() : new ArrayList<>(children);
  }

  /** The children that run, in the order of their start. */
  List<ProcessObject> active() {
    Collection<ProcessObject> all = children;
    if (all == null) {
      return List.of();
    }
    all.removeIf(ProcessTable::hasEnded);
    return new ArrayList<>(all);
  }

  private static boolean hasEnded(ProcessObject child) {
    KernelProcess process = child.process;
    return process == null || process.hasEnded();
  }
}
