package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.runtime.Activation;

/** What stands where in a frame of the interpreter. */
final class Frames {
  private static final int FUNCTION = 0;
  private static final int GENERATOR = 1;
  static final int NAMESPACE = 2;
  private static final int ACTIVATION = 3;

  /** The bound parameters, where the unit is a call target that tools see. */
  private static final int LOCALS = 4;

  private Frames() {}

  static @Nullable Object[] arguments(
      PyFunction function,
      @Nullable CoroutineGenerator generator,
      @Nullable Object namespace,
      Activation activation) {
    return new Object[] {function, generator, namespace, activation};
  }

  /** The same with the bound parameters. */
  static @Nullable Object[] withLocals(@Nullable Object[] arguments, Object[] locals) {
    @Nullable Object[] all = Arrays.copyOf(arguments, LOCALS + 1);
    all[LOCALS] = locals;
    return all;
  }

  /** The bound parameters of a call target. */
  static Object[] locals(VirtualFrame frame) {
    return (Object[]) frame.getArguments()[LOCALS];
  }

  static PyFunction function(VirtualFrame frame) {
    return (PyFunction) frame.getArguments()[FUNCTION];
  }

  static PyModule globals(VirtualFrame frame) {
    return function(frame).globals();
  }

  /** The generator whose body runs in this frame. */
  static CoroutineGenerator generator(VirtualFrame frame) {
    return (CoroutineGenerator) frame.getArguments()[GENERATOR];
  }

  /** The namespace that a class body fills. */
  static Object namespace(VirtualFrame frame) {
    return frame.getArguments()[NAMESPACE];
  }

  static Activation activation(VirtualFrame frame) {
    return (Activation) frame.getArguments()[ACTIVATION];
  }

  /** A call begins at that place. */
  static void at(VirtualFrame frame, Span place) {
    ((Activation) frame.getArguments()[ACTIVATION]).at(place);
  }

  static Cell cell(VirtualFrame frame, int slot) {
    return (Cell) frame.getObject(slot);
  }

  static Cell free(VirtualFrame frame, int index) {
    return function(frame).closure()[index];
  }
}
