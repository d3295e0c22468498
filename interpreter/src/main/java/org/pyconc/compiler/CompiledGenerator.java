package org.pyconc.compiler;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Task;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.WideString;
import org.pyconc.operations.CallArguments;
import org.pyconc.operations.Delegation;
import org.pyconc.operations.Handling;
import org.pyconc.operations.TextAccumulator;
import org.pyconc.scope.ScopeTable.Access;
import org.pyconc.transfer.Copier;

/** A generator whose body is compiled: all its state is in a frame that can be copied. */
public final class CompiledGenerator extends PyGenerator {
  private final GeneratorBody body;
  private final @Nullable Object[] objects;
  private final long[] numbers;

  /** Where the next step begins; read and written by the generated code. */
  int position;

  private @Nullable PyException thrown;

  CompiledGenerator(
      PyFunction function, GeneratorBody body, @Nullable Object[] objects, long[] numbers) {
    super(function);
    this.body = body;
    this.objects = objects;
    this.numbers = numbers;
  }

  @Override
  protected @Nullable Object step(Task task, Object value, @Nullable PyException exception) {
    if (exception != null) {
      thrown = exception;
    }
    return body.resume(this, task, objects, numbers, value);
  }

  @Override
  protected boolean canPass() {
    return true;
  }

  @Override
  protected @Nullable PyGenerator copyOf(PyFunction function, Copier copier) {
    @Nullable Object[] values = new Object[objects.length];
    CompiledGenerator copy = new CompiledGenerator(function, body, values, numbers.clone());
    copier.register(this, copy);
    for (int i = 0; i < values.length; i++) {
      Object value = objects[i];
      if (value instanceof Handling) {
        return null; // in the middle of an except clause
      }
      values[i] =
          switch (value) {
            case null -> null;
            case Object unbound when unbound == Support.UNBOUND -> unbound;
            case CallArguments c -> c.copy(copier);
            case Delegation d -> new Delegation(copier.copy(d.iterator()));
            case Object[] array -> copier.copyAll(array);
            default -> copier.copy(value);
          };
    }
    copy.position = position;
    return copy;
  }

  @Override
  protected int line() {
    return position == 0 ? super.line() : body.lines()[position - 1];
  }

  /** The variables come first among the objects, in the order of the scope. */
  @Override
  protected Object variables() {
    PyDict dict = new PyDict();
    List<String> names = code().scope().locals();
    String kinds = body.kinds();
    int number = 0;
    for (int i = 0; i < names.size(); i++) {
      Object value = TextAccumulator.valueOrNull(objects[i]);
      char kind = kinds.charAt(i);
      if (value instanceof Cell cell && code().scope().access(names.get(i)) == Access.CELL) {
        value = cell.value;
      } else if (value == null && kind != 'o' && position != 0) {
        long bits = numbers[number];
        value = kind == 'l' ? (Object) bits : Double.longBitsToDouble(bits);
      }
      if (kind != 'o') {
        number++;
      }
      if (value != null && value != Support.UNBOUND) {
        dict.put(WideString.of(names.get(i)), value);
      }
    }
    List<String> free = code().free();
    for (int i = 0; i < free.size(); i++) {
      Object value = function().closure()[i].value;
      if (value != null) {
        dict.put(WideString.of(free.get(i)), value);
      }
    }
    return dict;
  }

  /** Called by the generated code where it goes on: the value that was sent, or raises. */
  public Object received(Object sent) {
    PyException exception = thrown;
    if (exception != null) {
      thrown = null;
      throw raised(exception);
    }
    return sent;
  }

  /** Called by the generated code at its end. */
  public @Nullable Object finish(Object result) {
    setResult(result);
    return null;
  }
}
