package org.pyconc.embedding;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.EncapsulatingNodeReference;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.TracedStatement;
import org.pyconc.scope.CodeUnit;

/** A statement, or the body of a unit, that a debugger can stop at. */
@ExportLibrary(NodeLibrary.class)
class DebugStatement extends TracedStatement implements InstrumentableNode {
  private final SourceSection section;
  private final boolean isRoot;

  DebugStatement(CodeUnit code, SourceSection section, boolean isRoot) {
    super(code);
    this.section = section;
    this.isRoot = isRoot;
  }

  @Override
  public SourceSection getSourceSection() {
    return section;
  }

  @Override
  public boolean isInstrumentable() {
    return true;
  }

  @Override
  public boolean hasTag(Class<? extends Tag> tag) {
    return isRoot
        ? tag == StandardTags.RootTag.class || tag == StandardTags.RootBodyTag.class
        : tag == StandardTags.StatementTag.class;
  }

  @Override
  public WrapperNode createWrapper(ProbeNode probe) {
    return new Wrapper(this, probe);
  }

  @Override
  public @Nullable Object executeTraced(VirtualFrame frame) {
    EncapsulatingNodeReference calling = EncapsulatingNodeReference.getCurrent();
    Node outer = calling.set(this);
    try {
      return runBody(frame);
    } finally {
      calling.set(outer);
    }
  }

  @ExportMessage
  boolean hasScope(@Nullable Frame frame) {
    return frame != null;
  }

  @ExportMessage
  Object getScope(@Nullable Frame frame, boolean nodeEnter) {
    return DebugScope.of(code(), java.util.Objects.requireNonNull(frame).materialize());
  }

  /** What the instrumentation puts in the place of a statement that somebody watches. */
  private static final class Wrapper extends DebugStatement implements WrapperNode {
    @Child private DebugStatement delegate;
    @Child private ProbeNode probe;

    Wrapper(DebugStatement delegate, ProbeNode probe) {
      super(delegate.code(), delegate.section, delegate.isRoot);
      this.delegate = delegate;
      this.probe = probe;
    }

    @Override
    public Node getDelegateNode() {
      return delegate;
    }

    @Override
    public ProbeNode getProbeNode() {
      return probe;
    }

    @Override
    public boolean isInstrumentable() {
      return false;
    }

    @Override
    public @Nullable Object executeTraced(VirtualFrame frame) {
      while (true) {
        boolean hasReturned = false;
        try {
          probe.onEnter(frame);
          Object result = delegate.executeTraced(frame);
          hasReturned = true;
          probe.onReturnValue(frame, null);
          return result;
        } catch (Throwable thrown) {
          Object action = probe.onReturnExceptionalOrUnwind(frame, thrown, hasReturned);
          if (action == null) {
            throw thrown;
          }
          if (action != ProbeNode.UNWIND_ACTION_REENTER) {
            return null;
          }
        }
      }
    }
  }
}
