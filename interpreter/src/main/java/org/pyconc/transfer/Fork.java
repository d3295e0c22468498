package org.pyconc.transfer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.ProcessSpec;
import org.pyconc.kernel.Task;
import org.pyconc.runtime.Limits;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TaskState;

/** Makes child processes that see their parent's memory as it is at this moment. */
public final class Fork {
  private Fork() {}

  /** What a child does. */
  @FunctionalInterface
  public interface Body {
    /**
     * Runs in the child.
     *
     * @param root the copy of what was given to the child
     */
    void run(ProcessState state, Object root);
  }

  private static final class Main implements Runnable {
    private final Body body;
    private final ProcessState state;
    private @Nullable Object root;

    /** The values of context variables. */
    private @Nullable Object context;

    Main(Body body, ProcessState state) {
      this.body = body;
      this.state = state;
    }

    @Override
    public void run() {
      Object given = root;
      if (given == null) {
        throw new IllegalStateException("nothing was copied");
      }
      root = null;
      if (context != null) {
        TaskState.current().context = context;
        context = null;
      }
      body.run(state, given);
    }
  }

  /**
   * A child of the running process, to be started.
   *
   * @param name asked for when somebody wants to know it
   * @param root what the child is given
   * @param wantsEverything whether the child may be sent code that names anything, so that all
   *     global variables are to be copied
   * @throws org.pyconc.errors.PyException TypeError if something that the child is given cannot be
   *     copied
   */
  public static KernelProcess create(
      Supplier<String> name, Object root, boolean wantsEverything, Body body) {
    return create(name, root, wantsEverything, false, body);
  }

  /** As {@link #create}, for a child that starts without its parent's memory. */
  public static KernelProcess createAfresh(Supplier<String> name, Object root, Body body) {
    return create(name, root, false, true, body);
  }

  private static KernelProcess create(
      Supplier<String> name, Object root, boolean wantsEverything, boolean isFresh, Body body) {
    KernelProcess parent = Task.require().process();
    Limits.requireProcess(parent);
    ProcessState source = ProcessState.current();
    ProcessState target = new ProcessState(source);
    Main main = new Main(body, target);
    KernelProcess process = parent.kernel().create(new ProcessSpec(name, main, parent, target));
    target.setProcess(process);
    boolean done = false;
    try {
      ForkCopier copier = new ForkCopier(source, target);
      target.inherit(source, copier, isFresh);
      main.root = copier.copyRoot(root, wantsEverything);
      main.context = isFresh ? null : copier.copyOrNull(TaskState.current().context);
      done = true;
    } catch (CannotCopy refused) {
      String path = CulpritPath.find(root, refused.culprit());
      throw Errors.typeError(
          "cannot copy " + refused.what() + (path.isEmpty() ? "" : " at " + path));
    } finally {
      if (!done) {
        process.kill();
      }
    }
    return process;
  }
}
