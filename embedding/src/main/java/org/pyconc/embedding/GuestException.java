package org.pyconc.embedding;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionText;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.TracebackPrinter;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.SyntaxErrorReport;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyTraceback;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Program;

/**
 * An exception of the program that nobody there caught. Its message is the last line of the
 * traceback; its members are those of the exception, and {@code traceback}, which is all of it.
 */
@ExportLibrary(InteropLibrary.class)
final class GuestException extends AbstractTruffleException {
  private static final long serialVersionUID = 1L;
  private static final String TRACEBACK = "traceback";

  /** What there is to say about an exception; made in its process. */
  private record Report(
      ExceptionType type,
      int exitStatus,
      String traceback,
      boolean isIncomplete,
      @Nullable SourceSection place,
      List<TracebackFrame> frames) {}

  private final transient Report report;
  private final transient @Nullable Heap heap;
  private final transient @Nullable PyBaseException value;

  private GuestException(
      @Nullable String message,
      Report report,
      @Nullable Heap heap,
      @Nullable PyBaseException value,
      @Nullable TracebackFrame location) {
    super(message, location);
    this.report = report;
    this.heap = heap;
    this.value = value;
  }

  /** In the process of the exception. */
  static GuestException of(PyBaseException e, Heap heap) {
    List<TracebackFrame> frames = frames(e, heap.program());
    SourceSection place = null;
    for (TracebackFrame frame : frames) {
      place = frame.getSourceSection() == null ? place : frame.getSourceSection();
    }
    boolean isExit = e.type().isSubtypeOf(ExceptionTypes.SYSTEM_EXIT);
    Report report =
        new Report(
            isExit
                ? ExceptionType.EXIT
                : e.type().isSubtypeOf(ExceptionTypes.KEYBOARD_INTERRUPT)
                    ? ExceptionType.INTERRUPT
                    : ExceptionType.RUNTIME_ERROR,
            isExit ? Program.exitStatus(ProcessState.current(), e) : 0,
            TracebackPrinter.format(e),
            false,
            place,
            frames);
    return new GuestException(
        isExit ? "exit" : ExceptionText.format(e).strip(), report, heap, e, null);
  }

  static GuestException of(SyntaxError error, Source source, boolean isIncomplete) {
    SourceSection place = Places.section(source, error.span());
    return new GuestException(
        error.kind().typeName() + ": " + error.text(),
        new Report(
            ExceptionType.PARSE_ERROR,
            0,
            SyntaxErrorReport.of(error),
            isIncomplete,
            place,
            List.of()),
        null,
        null,
        place == null ? null : new TracebackFrame("<module>", place));
  }

  /** The program is over: a script has ended it, or the context is closed. */
  static GuestException ended() {
    return simple("the program has ended", ExceptionType.RUNTIME_ERROR);
  }

  /** A context cannot be made as it was asked for. */
  static GuestException notAllowed(String message) {
    return simple(message, ExceptionType.RUNTIME_ERROR);
  }

  /** The context was interrupted. */
  static GuestException interrupted() {
    return simple("interrupted", ExceptionType.INTERRUPT);
  }

  private static GuestException simple(String message, ExceptionType type) {
    return new GuestException(
        message, new Report(type, 0, "", false, null, List.of()), null, null, null);
  }

  /** The same as raised on the calling thread, with the frames of the program on its stack. */
  RuntimeException onThisThread() {
    if (value instanceof HostError error && error.isInitialised()) {
      return ofHost(error.thrown());
    }
    List<TracebackFrame> frames = report.frames;
    if (frames.isEmpty()) {
      return new GuestException(getMessage(), report, heap, value, null);
    }
    return TracebackFrame.raise(
        heap == null ? null : heap.program().language(),
        frames,
        innermost -> new GuestException(getMessage(), report, heap, value, innermost));
  }

  private static RuntimeException ofHost(Object thrown) {
    try {
      return InteropLibrary.getUncached().throwException(thrown);
    } catch (UnsupportedMessageException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException raised) {
      return raised;
    }
  }

  private static List<TracebackFrame> frames(PyBaseException e, EmbeddedProgram program) {
    List<TracebackFrame> frames = new ArrayList<>();
    for (PyTraceback entry = e.traceback(); entry != null; entry = entry.next()) {
      Source source = program.source(entry.code().source());
      frames.add(
          new TracebackFrame(
              entry.code().qualifiedName(),
              source == null ? null : Places.section(source, entry.place())));
    }
    return frames;
  }

  /** Whether it says that there is no program any more. */
  boolean isEnd() {
    return value == null && report.type == ExceptionType.RUNTIME_ERROR;
  }

  @Nullable Heap heap() {
    return heap;
  }

  @Nullable PyBaseException value() {
    return value;
  }

  @ExportMessage
  ExceptionType getExceptionType() {
    return report.type;
  }

  @ExportMessage
  int getExceptionExitStatus() throws UnsupportedMessageException {
    if (report.type != ExceptionType.EXIT) {
      throw UnsupportedMessageException.create();
    }
    return report.exitStatus;
  }

  @ExportMessage
  boolean isExceptionIncompleteSource() throws UnsupportedMessageException {
    if (report.type != ExceptionType.PARSE_ERROR) {
      throw UnsupportedMessageException.create();
    }
    return report.isIncomplete;
  }

  @ExportMessage
  boolean hasSourceLocation() {
    return report.place != null;
  }

  @ExportMessage(name = "getSourceLocation")
  SourceSection sourceLocation() throws UnsupportedMessageException {
    SourceSection place = report.place;
    if (place == null) {
      throw UnsupportedMessageException.create();
    }
    return place;
  }

  @ExportMessage
  boolean hasExceptionCause() {
    return value != null && value.cause() != null;
  }

  @ExportMessage
  Object getExceptionCause() throws UnsupportedMessageException {
    if (heap == null || value == null || value.cause() == null) {
      throw UnsupportedMessageException.create();
    }
    return heap.toHost(value.cause());
  }

  private @Nullable GuestObject object() {
    return heap == null || value == null ? null : new GuestObject(heap, value);
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  Object getMembers(boolean includeInternal) throws UnsupportedMessageException {
    GuestObject object = object();
    return object == null
        ? new Names(new String[] {TRACEBACK})
        : ((Names) object.getMembers(includeInternal)).with(TRACEBACK);
  }

  @ExportMessage
  boolean isMemberReadable(String member) {
    GuestObject object = object();
    return member.equals(TRACEBACK) || (object != null && object.isMemberReadable(member));
  }

  @ExportMessage
  Object readMember(String member) throws UnknownIdentifierException, UnsupportedMessageException {
    if (member.equals(TRACEBACK)) {
      return report.traceback;
    }
    GuestObject object = object();
    if (object == null) {
      throw UnknownIdentifierException.create(member);
    }
    return object.readMember(member);
  }
}
