package org.pyconc.embedding;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import java.util.concurrent.atomic.AtomicLong;

/** Watches everything that has a tag, as all tools together would, and changes nothing. */
@TruffleInstrument.Registration(
    id = AllTagsInstrument.ID,
    name = "All tags",
    services = AllTagsInstrument.Events.class)
public final class AllTagsInstrument extends TruffleInstrument {
  static final String ID = "pyconc-all-tags";

  /** How many pieces of code were entered and left. */
  public static final class Events implements ExecutionEventListener {
    final AtomicLong entered = new AtomicLong();
    final AtomicLong left = new AtomicLong();

    @Override
    public void onEnter(EventContext context, VirtualFrame frame) {
      entered.incrementAndGet();
    }

    @Override
    public void onReturnValue(EventContext context, VirtualFrame frame, Object result) {
      left.incrementAndGet();
    }

    @Override
    public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable exception) {
      left.incrementAndGet();
    }
  }

  @Override
  protected void onCreate(Env env) {
    Events events = new Events();
    SourceSectionFilter all =
        SourceSectionFilter.newBuilder()
            .tagIs(
                StandardTags.RootTag.class,
                StandardTags.RootBodyTag.class,
                StandardTags.StatementTag.class,
                StandardTags.ExpressionTag.class,
                StandardTags.CallTag.class,
                StandardTags.ReadVariableTag.class,
                StandardTags.WriteVariableTag.class,
                StandardTags.TryBlockTag.class)
            .build();
    env.getInstrumenter().attachExecutionEventListener(all, events);
    env.registerService(events);
  }
}
