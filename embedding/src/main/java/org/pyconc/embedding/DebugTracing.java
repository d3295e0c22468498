package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import org.jspecify.annotations.Nullable;
import org.pyconc.ast.TracedStatement;
import org.pyconc.ast.Tracing;
import org.pyconc.grammar.tree.Span;
import org.pyconc.scope.CodeUnit;

/** Shows the code of the sources of an engine to debuggers and other tools. */
final class DebugTracing implements Tracing {
  private final PyconcLanguage language;

  DebugTracing(PyconcLanguage language) {
    this.language = language;
  }

  @Override
  public TruffleLanguage<?> language() {
    return language;
  }

  @Override
  public @Nullable SourceSection section(CodeUnit code, Span span) {
    Source source = language.source(code.source());
    return source == null ? null : Places.section(source, span);
  }

  @Override
  public TracedStatement statement(CodeUnit code, SourceSection section) {
    return new DebugStatement(code, section, false);
  }

  @Override
  public TracedStatement root(CodeUnit code, SourceSection section) {
    return new DebugStatement(code, section, true);
  }

  /**
   * Whether a tool watches the statements of programs. It is asked by code that never runs: a tool
   * that is there puts its probe into it.
   */
  static boolean isWatched(PyconcLanguage language) {
    Bait bait = new Bait(language);
    bait.getCallTarget().call();
    return bait.isTaken();
  }

  private static final class Bait extends RootNode {
    private final SourceSection section =
        Source.newBuilder(PyconcLanguage.ID, "pass", "pyconc").build().createSection(1);
    @Child private Statement statement = new Statement(section);

    Bait(PyconcLanguage language) {
      super(language);
    }

    @Override
    public Object execute(VirtualFrame frame) {
      return frame.getArguments().length > 0 ? statement.execute(frame) : true;
    }

    boolean isTaken() {
      return statement instanceof InstrumentableNode.WrapperNode;
    }

    @Override
    public SourceSection getSourceSection() {
      return section;
    }
  }

  @GenerateWrapper
  static class Statement extends Node implements InstrumentableNode {
    private final SourceSection section;

    Statement(SourceSection section) {
      this.section = section;
    }

    Object execute(VirtualFrame frame) {
      return true;
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
      return tag == StandardTags.StatementTag.class;
    }

    @Override
    public WrapperNode createWrapper(ProbeNode probe) {
      return new StatementWrapper(section, this, probe);
    }
  }
}
