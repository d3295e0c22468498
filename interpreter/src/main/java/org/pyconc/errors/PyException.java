package org.pyconc.errors;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyTraceback;
import org.pyconc.runtime.CallStack;
import org.pyconc.scope.CodeUnit;

/** Carries an exception of the language through Java. */
public final class PyException extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  private final transient PyBaseException value;
  private transient @Nullable Span place;
  private transient Object @Nullable [] arguments;
  private boolean recorded;
  private boolean hasContext;

  public PyException(PyBaseException value) {
    this.value = value;
  }

  /** The exception object. */
  public PyBaseException value() {
    return value;
  }

  /**
   * Says what the program gave to {@code throw()}: an iterator that is delegated to is given the
   * same.
   */
  public PyException thrownAs(Object... given) {
    arguments = given;
    return this;
  }

  /** What the {@code throw()} of an iterator is called with to raise this there. */
  public Object[] throwArguments() {
    Object[] given = arguments;
    return given == null ? new Object[] {value} : given;
  }

  /** Says where in the running code unit it happened; the innermost place counts. */
  public PyException at(Span where) {
    if (place == null) {
      place = where;
    }
    return this;
  }

  /**
   * Adds the entry for the running code unit to the traceback unless it is there already: when a
   * handler catches the exception, and when it leaves the unit.
   */
  public void record(CodeUnit code) {
    if (!recorded && code.source().isLibrary()) {
      recorded = true; // tracebacks show the program
    }
    if (!recorded) {
      Span where = place;
      value.setTraceback(
          new PyTraceback(
              code, where == null ? code.span() : where, value.traceback(), CallStack.kept(code)));
      recorded = true;
    }
  }

  /** Says that the entry for the running code unit exists: for raising again what was caught. */
  public PyException alreadyRecorded() {
    recorded = true;
    return this;
  }

  /** Says that the context is what it should be: a handler will not look what was handled. */
  public PyException withContext() {
    hasContext = true;
    return this;
  }

  /** See {@link #withContext}. */
  public boolean hasContext() {
    return hasContext;
  }

  /** The exception goes on into the caller, which will add an entry of its own. */
  public PyException leave(CodeUnit code) {
    record(code);
    recorded = false;
    place = null;
    return this;
  }

  @Override
  public String getMessage() {
    return value.type().name() + Arrays.toString(value.arguments().items());
  }
}
