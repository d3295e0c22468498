package org.pyconc.compiler;

import org.pyconc.kernel.Task;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.operations.ForkingCode;

/** The compiled code of a function that may copy the process: it is made like a generator. */
final class ForkingBody extends ForkingCode {
  private final GeneratorBody body;

  ForkingBody(GeneratorBody body) {
    this.body = body;
  }

  @Override
  public PyGenerator begin(PyFunction function, Task task, Object[] locals) {
    return (PyGenerator) body.run(function, task, locals);
  }
}
