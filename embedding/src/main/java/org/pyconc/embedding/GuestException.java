package org.pyconc.embedding;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionText;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyTraceback;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;

/**
 * An exception of the program that nobody there caught. Its message is the last line of the
 * traceback; the member {@code traceback} is all of it.
 */
@ExportLibrary(InteropLibrary.class)
final class GuestException extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;

  private final ExceptionType type;
  private final int exitStatus;
  private final String traceback;

  private GuestException(
      String message,
      String traceback,
      ExceptionType type,
      int exitStatus,
      @Nullable SourceSection place) {
    super(message, place == null ? null : new Place(place));
    this.traceback = traceback;
    this.type = type;
    this.exitStatus = exitStatus;
  }

  static GuestException of(PyBaseException e, ProcessState state, EmbeddedProgram program) {
    if (e.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT)) {
      return new GuestException(
          "exit", "", ExceptionType.EXIT, Program.exitStatus(state, e), place(e, program));
    }
    ExceptionType type =
        e.type().isSubtypeOf(ExceptionTypes.KEYBOARD_INTERRUPT)
            ? ExceptionType.INTERRUPT
            : ExceptionType.RUNTIME_ERROR;
    return new GuestException(
        ExceptionText.format(e).strip(), TracebackPrinter.format(e), type, 0, place(e, program));
  }

  static GuestException of(SyntaxError error, Source source) {
    String message = error.kind().typeName() + ": " + error.text();
    return new GuestException(
        message,
        SyntaxErrorReport.of(error),
        ExceptionType.PARSE_ERROR,
        0,
        section(source, error.span()));
  }

  /** The program is over: a script has ended it, or the context is closed. */
  static GuestException ended() {
    return new GuestException("the program has ended", "", ExceptionType.RUNTIME_ERROR, 0, null);
  }

  /** The same as made by the calling thread. */
  GuestException onThisThread() {
    Node place = getLocation();
    return new GuestException(
        String.valueOf(getMessage()),
        traceback,
        type,
        exitStatus,
        place == null ? null : place.getSourceSection());
  }

  /** The innermost place in a source of the context. */
  private static @Nullable SourceSection place(PyBaseException e, EmbeddedProgram program) {
    SourceSection innermost = null;
    for (PyTraceback entry = e.traceback(); entry != null; entry = entry.next()) {
      Source source = program.source(entry.code().source().name());
      if (source != null) {
        innermost = section(source, entry.place());
      }
    }
    return innermost;
  }

  private static @Nullable SourceSection section(Source source, Span span) {
    int line = span.line();
    if (line < 1 || line > source.getLineCount()) {
      return null;
    }
    int length = source.getLineLength(line);
    boolean isExact =
        span.endLine() == line && span.endColumn() > span.column() && span.endColumn() <= length;
    return isExact
        ? source.createSection(line, span.column() + 1, line, span.endColumn())
        : source.createSection(line);
  }

  @ExportMessage
  ExceptionType getExceptionType() {
    return type;
  }

  @ExportMessage
  int getExceptionExitStatus() throws UnsupportedMessageException {
    if (type != ExceptionType.EXIT) {
      throw UnsupportedMessageException.create();
    }
    return exitStatus;
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  Object getMembers(boolean includeInternal) {
    return new Names(new String[] {"traceback"});
  }

  @ExportMessage
  boolean isMemberReadable(String member) {
    return member.equals("traceback");
  }

  @ExportMessage
  Object readMember(String member) throws UnknownIdentifierException {
    if (!isMemberReadable(member)) {
      throw UnknownIdentifierException.create(member);
    }
    return traceback;
  }

  /** Where it happened. */
  private static final class Place extends Node {
    private final SourceSection section;

    Place(SourceSection section) {
      this.section = section;
    }

    @Override
    public SourceSection getSourceSection() {
      return section;
    }
  }
}
