package org.pyconc.compiler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PyFunction;

/** The compiled code of a generator: a state machine over a frame in the heap. */
public abstract class GeneratorBody extends CodeBody {
  /** How many values a frame holds. */
  protected abstract int frameSize();

  /** The lines of the places where it can go on. */
  protected abstract int[] lines();

  /**
   * Runs from the state that the generator is in up to the next {@code yield}.
   *
   * @return what is yielded, or null at the end
   */
  protected abstract @Nullable Object resume(CompiledGenerator generator, @Nullable Object[] frame);

  @Override
  public final Object run(PyFunction function, Object[] locals) {
    return new CompiledGenerator(function, this, Arrays.copyOf(locals, frameSize()));
  }
}
