package org.pyconc.embedding;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
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
@GenerateWrapper
@ExportLibrary(NodeLibrary.class)
class DebugStatement extends TracedStatement implements InstrumentableNode {
  private final SourceSection section;
  private final boolean isRoot;

  DebugStatement(CodeUnit code, SourceSection section, boolean isRoot) {
    super(code);
    this.section = section;
    this.isRoot = isRoot;
  }

  /** For what the instrumentation puts in the place of a statement that somebody watches. */
  DebugStatement(DebugStatement watched) {
    this(watched.code(), watched.section, watched.isRoot);
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
    return new DebugStatementWrapper(this, this, probe);
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

  /** Tools are told that a statement has ended, not how the executor goes on behind it. */
  @GenerateWrapper.OutgoingConverter
  static @Nullable Object convertOutgoing(@Nullable Object result) {
    return null;
  }

  /** A tool that unwinds a statement goes on behind it. */
  @GenerateWrapper.IncomingConverter
  static @Nullable Object convertIncoming(@Nullable Object result) {
    return null;
  }
}
