package org.pyconc.compiler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Task;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PyAsyncGenerator;
import org.pyconc.objects.PyFunction;
import org.pyconc.scope.CodeUnit;

/** The compiled code of a generator: a state machine over a frame in the heap. */
public abstract class GeneratorBody extends CodeBody {
  private static final long[] NO_NUMBERS = {};

  /** How many objects a frame holds. */
  protected abstract int objectCount();

  /** How many numbers a frame holds. */
  protected abstract int numberCount();

  /** For each variable: l, d if it may be among the numbers, as a long or a double; else o. */
  protected abstract String kinds();

  /** The lines of the places where it can go on. */
  protected abstract int[] lines();

  /**
   * Runs from the state that the generator is in up to the next {@code yield}.
   *
   * @param sent what {@code yield} gives where it goes on
   * @return what is yielded, or null at the end
   */
  protected abstract @Nullable Object resume(
      CompiledGenerator generator,
      Task task,
      @Nullable Object[] objects,
      long[] numbers,
      Object sent);

  @Override
  public final Object run(PyFunction function, Task task, Object[] locals) {
    int numbers = numberCount();
    CompiledGenerator generator =
        new CompiledGenerator(
            function,
            this,
            Arrays.copyOf(locals, objectCount()),
            numbers == 0 ? NO_NUMBERS : new long[numbers]);
    CodeUnit code = function.code();
    return code.isAsync() && code.isGenerator() ? new PyAsyncGenerator(generator) : generator;
  }
}
