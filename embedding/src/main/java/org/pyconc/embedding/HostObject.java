package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Immutable;

/**
 * An object of the host, or of another language of the context, in a program. All processes share
 * it: what it does is the host's own affair.
 */
final class HostObject extends PyObject implements Immutable {
  /** Something that the object is asked for. */
  @FunctionalInterface
  interface Question {
    Object of(InteropLibrary interop, Object value, Heap heap) throws Exception;
  }

  private final EmbeddedProgram program;
  private final Object value;
  private final PyType type;

  HostObject(EmbeddedProgram program, Object value, PyType type) {
    this.program = program;
    this.value = value;
    this.type = type;
  }

  EmbeddedProgram program() {
    return program;
  }

  Object value() {
    return value;
  }

  @Override
  public PyType type() {
    return type;
  }

  /** Asks the object on a thread of the host; the answer as the program takes it. */
  Object ask(Question question) {
    Heap heap = Heap.current(program);
    return program.onHost(
        heap, () -> heap.toGuest(question.of(InteropLibrary.getUncached(), value, heap)));
  }

  /** Asks for what is no value of the language. */
  <T> T tell(Class<T> kind, Question question) {
    Heap heap = Heap.current(program);
    return kind.cast(
        program.onHost(heap, () -> question.of(InteropLibrary.getUncached(), value, heap)));
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    if (keywords.length > 0) {
      throw Errors.typeError(type.name() + "() takes no keyword arguments");
    }
    Object[] converted = Heap.current(program).toHost(arguments);
    return ask(
        (interop, self, heap) ->
            interop.isInstantiable(self)
                ? interop.instantiate(self, converted)
                : isInterface(self)
                    ? interop.instantiate(implementation(self), converted)
                    : interop.execute(self, converted));
  }

  private boolean isInterface(Object object) {
    return program.env().isHostObject(object)
        && program.env().asHostObject(object) instanceof Class<?> c
        && c.isInterface();
  }

  /** A class whose instances do by a function, or an object's methods, what an interface wants. */
  private Object implementation(Object hostInterface) {
    return program.env().createHostAdapter(new Object[] {hostInterface});
  }
}
