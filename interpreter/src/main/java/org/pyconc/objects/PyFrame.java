package org.pyconc.objects;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.scope.CodeUnit;

/** A frame as programs see it: which code runs, and where it is. */
public final class PyFrame extends PyObject {
  private final CodeUnit code;
  private final PyModule globals;
  private @Nullable PyFrame outer;
  private final @Nullable Supplier<@Nullable Object> locals;
  private int line;
  private @Nullable IntSupplier currentLine;
  private @Nullable Object trace;
  private boolean tracesLines = true;
  private boolean tracesOpcodes;

  private @Nullable BooleanSupplier suspended;

  /** Whose frame it is, if that is a generator. */
  private @Nullable PyGenerator generator;

  public PyFrame(CodeUnit code, PyModule globals) {
    this(code, globals, code.firstLine(), null, null);
  }

  /**
   * @param outer the frame that called this one, which may be of the library
   * @param locals what can tell the variables, or null
   */
  public PyFrame(
      CodeUnit code,
      PyModule globals,
      int line,
      @Nullable PyFrame outer,
      @Nullable Supplier<@Nullable Object> locals) {
    this.code = code;
    this.globals = globals;
    this.line = line;
    this.outer = outer;
    this.locals = locals;
  }

  /** {@code f_back}: a program does not see the library between two of its frames. */
  public @Nullable PyFrame back() {
    PyFrame found = outer;
    if (!isInLibrary()) {
      while (found != null && found.isInLibrary()) {
        found = found.outer;
      }
    }
    return found;
  }

  /** The frame that called this one, also if that is of the library. */
  public @Nullable PyFrame outer() {
    return outer;
  }

  /** The frame has been called, or resumed, by another one. */
  public void setOuter(@Nullable PyFrame caller) {
    outer = caller;
  }

  /** {@code f_trace}: what is told of what happens in it. */
  public @Nullable Object trace() {
    return trace;
  }

  public void setTrace(@Nullable Object function) {
    trace = function;
  }

  /** {@code f_trace_lines}. */
  public boolean tracesLines() {
    return tracesLines;
  }

  public void setTracesLines(boolean wanted) {
    tracesLines = wanted;
  }

  /** {@code f_trace_opcodes}, which has no effect: there are no such events. */
  public boolean tracesOpcodes() {
    return tracesOpcodes;
  }

  public void setTracesOpcodes(boolean wanted) {
    tracesOpcodes = wanted;
  }

  /**
   * @param alive whether its code, which is suspended, will go on
   */
  public void setSuspended(BooleanSupplier alive) {
    suspended = alive;
  }

  void setGenerator(PyGenerator owner) {
    generator = owner;
  }

  /** {@code clear}: RuntimeError if its code has not ended; a generator is closed. */
  public void clear() {
    PyGenerator owner = generator;
    if (owner != null) {
      owner.clearFrame();
    } else if (currentLine != null && currentLine.getAsInt() > 0
        || suspended != null && suspended.getAsBoolean()) {
      throw Errors.runtimeError("cannot clear an executing frame");
    }
  }

  /** Whether it runs code of the library. */
  public boolean isInLibrary() {
    return code.source().isLibrary();
  }

  /** {@code f_locals}; empty for compiled code of a function, which keeps no names. */
  public Object locals() {
    if (code.kind() == CodeUnit.Kind.MODULE) {
      return globals.dictionary();
    }
    Object known = locals == null ? null : locals.get();
    return known == null ? new PyDict() : known;
  }

  public CodeUnit code() {
    return code;
  }

  public PyModule globals() {
    return globals;
  }

  /** {@code f_lineno}. */
  public int line() {
    int now = currentLine == null ? 0 : currentLine.getAsInt();
    if (now > 0) {
      line = now;
    }
    return line;
  }

  /**
   * @param source tells where the frame is now; 0 if it has ended
   */
  public void setCurrentLine(IntSupplier source) {
    currentLine = source;
  }

  public void setLine(int newLine) {
    line = newLine;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.FRAME;
  }
}
