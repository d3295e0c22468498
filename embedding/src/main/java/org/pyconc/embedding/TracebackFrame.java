package org.pyconc.embedding;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a traceback. The code ran on another thread, perhaps as a class of the JVM: so that
 * the host finds its frames where it looks for them, the exception is thrown from calls that stand
 * for them.
 */
final class TracebackFrame extends Node {
  private final String name;
  private final @Nullable SourceSection section;

  TracebackFrame(String name, @Nullable SourceSection section) {
    this.name = name;
    this.section = section;
  }

  @Override
  public @Nullable SourceSection getSourceSection() {
    return section;
  }

  /** Has the exception thrown inside all the frames, and returns it. */
  static RuntimeException raise(
      @Nullable PyconcLanguage language,
      List<TracebackFrame> frames,
      Function<TracebackFrame, RuntimeException> exception) {
    CallTarget inner = null;
    for (TracebackFrame frame : frames.reversed()) {
      inner = new Root(language, frame.copyOf(), inner, exception).getCallTarget();
    }
    try {
      if (inner != null) {
        inner.call();
      }
    } catch (RuntimeException thrown) {
      return thrown;
    }
    throw new IllegalStateException("nothing was thrown");
  }

  private TracebackFrame copyOf() {
    return new TracebackFrame(name, section);
  }

  private static final class Root extends RootNode {
    @Child private TracebackFrame place;
    private final @Nullable CallTarget inner;
    private final Function<TracebackFrame, RuntimeException> exception;

    Root(
        @Nullable PyconcLanguage language,
        TracebackFrame place,
        @Nullable CallTarget inner,
        Function<TracebackFrame, RuntimeException> exception) {
      super(language);
      this.place = place;
      this.inner = inner;
      this.exception = exception;
    }

    @Override
    public Object execute(VirtualFrame frame) {
      if (inner == null) {
        throw exception.apply(place);
      }
      return inner.call(place);
    }

    @Override
    public String getName() {
      return place.name;
    }

    @Override
    public @Nullable SourceSection getSourceSection() {
      return place.section;
    }

    @Override
    public boolean isInternal() {
      return false;
    }
  }
}
