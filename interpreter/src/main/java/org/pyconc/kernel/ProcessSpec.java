package org.pyconc.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a new process is to be.
 *
 * @param name asked for when somebody wants to know it
 * @param main body of the main task; the process ends when it returns
 * @param parent the process that starts it, null for the main process
 * @param attachment the language's state of the process
 */
public record ProcessSpec(
    Supplier<String> name,
    Runnable main,
    @Nullable KernelProcess parent,
    @Nullable Object attachment) {

  public ProcessSpec(String name, Runnable main) {
    this(() -> name, main, null, null);
  }

  public ProcessSpec(String name, Runnable main, @Nullable KernelProcess parent) {
    this(() -> name, main, parent, null);
  }
}
