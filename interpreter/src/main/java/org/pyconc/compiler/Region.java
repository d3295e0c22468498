package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * The code that an exception handler covers: with gaps where a jump out of it runs clean-up code,
 * which must not be covered by the handler it belongs to.
 */
final class Region {
  private record Range(Label start, Label end) {}

  private final Emitter e;
  private final List<Range> ranges = new ArrayList<>();
  private Label open;

  /** Begins here. */
  Region(Emitter e) {
    this.e = e;
    open = e.newLabel();
    resume();
  }

  /** What follows is not covered until {@link #resume}. */
  void pause() {
    Label end = e.newLabel();
    e.code.labelBinding(end);
    ranges.add(new Range(open, end));
  }

  void resume() {
    open = e.newLabel();
    e.code.labelBinding(open);
    e.code.nop(); // the JVM refuses an empty range
  }

  /** Ends here; everything thrown in it arrives behind the label on the operand stack. */
  void handleAt(Label handler) {
    for (Range range : ranges) {
      e.code.exceptionCatchAll(range.start, range.end, handler);
    }
  }
}
