package org.pyconc.ast;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.CodeBody;
import org.pyconc.objects.PyAsyncGenerator;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Invocation;
import org.pyconc.runtime.Activation;
import org.pyconc.runtime.Tracers;
import org.pyconc.scope.CodeUnit;

/** A code unit that the interpreter runs. */
final class InterpretedBody extends CodeBody implements Activation.Variables {
  private final CodeUnit code;
  private final UnitRoot root;
  private final FrameDescriptor descriptor;
  private final boolean traces;

  InterpretedBody(CodeUnit code, UnitRoot root) {
    this.code = code;
    this.root = root;
    this.descriptor = root.getFrameDescriptor();
    this.traces = code.keepsTraces();
  }

  @Override
  public Object run(PyFunction function, Task task, Object[] locals) {
    if (code.isGenerator() || code.isAsync()) {
      CoroutineGenerator generator = new CoroutineGenerator(function, this, locals);
      return code.isGenerator() && code.isAsync() ? new PyAsyncGenerator(generator) : generator;
    }
    Invocation.enter(task);
    Activation activation = new Activation(code, function, this);
    activation.enter(task);
    try {
      boolean isClass = code.kind() == CodeUnit.Kind.CLASS;
      return runActivated(frame(function, null, isClass ? locals[0] : null, activation), locals);
    } catch (PyException e) {
      throw e.leave(code);
    } catch (RuntimeException | StackOverflowError e) {
      throw Invocation.leave(e, code, code.span());
    } finally {
      task.depth--;
      activation.leave(task);
    }
  }

  /** Stands on the JVM's stack once for every activation: see {@code CallStack}. */
  private Object runActivated(VirtualFrame frame, Object[] locals) {
    if (traces) {
      return runTold(frame, locals);
    }
    return root.isTraced() ? runTraced(frame.getArguments(), locals) : root.execute(frame, locals);
  }

  /** The same, and tells those who want to know. */
  private Object runTold(VirtualFrame frame, Object[] locals) {
    Activation activation = Frames.activation(frame);
    Object result;
    try {
      result =
          root.isTraced() ? runTraced(frame.getArguments(), locals) : root.execute(frame, locals);
    } catch (PyException e) {
      Tracers.left(activation, PySingleton.NONE);
      throw e;
    }
    Tracers.left(activation, result);
    return result;
  }

  /** The same through a call target. */
  private Object runTraced(@Nullable Object[] arguments, Object[] locals) {
    return root.getCallTarget().call(Frames.withLocals(arguments, locals));
  }

  private VirtualFrame frame(
      PyFunction function,
      @Nullable CoroutineGenerator generator,
      @Nullable Object namespace,
      Activation activation) {
    VirtualFrame frame =
        Truffle.getRuntime()
            .createVirtualFrame(
                Frames.arguments(function, generator, namespace, activation), descriptor);
    activation.setFrame(frame.materialize());
    return frame;
  }

  @Override
  public Object locals(PyFunction function, Object frame) {
    return root.locals(function, (VirtualFrame) frame);
  }

  /** Whether somebody may want to be told of what it does. */
  boolean traces() {
    return traces;
  }

  /** Runs the body of a generator to its end. */
  Object runGenerator(CoroutineGenerator generator, Object[] locals, Activation activation) {
    return runActivated(frame(generator.function(), generator, null, activation), locals);
  }
}
