package org.pyconc.stdlib.decimal;

import java.util.function.UnaryOperator;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ProcessState;
import org.pyconc.stdlib.contextvars.NativeContextVariable;
import org.pyconc.transfer.Refillable;

/** {@code decimal.Context}: precision, range, rounding, what has happened, what raises. */
final class DecimalContext extends PyInstance implements Refillable {
  static final PyType TYPE =
      new PyType(
          "decimal.Context",
          BuiltinTypes.OBJECT,
          true,
          DecimalContext::new,
          b -> {
            ContextMethods.define(b);
            ContextOperations.define(b);
          });

  /** What a new context raises. */
  static final int USUAL_TRAPS = Signal.INVALID_SIGNAL | Signal.DIVISION_BY_ZERO | Signal.OVERFLOW;

  private static final NativeContextVariable CURRENT = new NativeContextVariable("decimal_context");

  private Rules rules = new Rules();
  int flags;
  int traps = USUAL_TRAPS;

  DecimalContext(PyType type) {
    super(type);
  }

  DecimalContext() {
    this(TYPE);
  }

  /** That of the running code. */
  static DecimalContext current() {
    if (CURRENT.get() instanceof DecimalContext c) {
      return c;
    }
    DecimalContext usual = ProcessState.current().findModuleState(DecimalContext.class);
    DecimalContext made = usual == null ? new DecimalContext() : usual.copy();
    made.flags = 0;
    CURRENT.set(made);
    return made;
  }

  static void setCurrent(DecimalContext context) {
    CURRENT.set(context);
  }

  /** A context as argument: None means the current one. */
  static DecimalContext argument(Object value) {
    if (value == org.pyconc.objects.PySingleton.NONE) {
      return current();
    }
    if (value instanceof DecimalContext c) {
      return c;
    }
    throw Errors.typeError("optional argument must be a context");
  }

  Rules rules() {
    return rules;
  }

  DecimalContext copy() {
    DecimalContext copy = new DecimalContext();
    copy.take(this);
    return copy;
  }

  private void take(DecimalContext other) {
    rules = other.rules.copy();
    flags = other.flags;
    traps = other.traps;
  }

  /** Begins an operation. */
  Rules begin() {
    rules.status = 0;
    return rules;
  }

  /** Ends an operation: notes what has happened, and raises what is trapped. */
  void end() {
    int status = rules.status;
    if (status != 0) {
      rules.status = 0;
      signal(status);
    }
  }

  DecimalObject end(DecimalValue result) {
    end();
    return new DecimalObject(result);
  }

  void signal(int status) {
    flags |= status & Signal.ALL;
    if ((status & traps) != 0) {
      throw Signal.raised(status, traps);
    }
  }

  @Override
  public DecimalContext emptyCopy(PyType type) {
    return new DecimalContext(type);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    take((DecimalContext) original);
  }
}
