package org.pyconc.grammar.tree;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The body of a function that is read when somebody looks into it: most functions of a library are
 * never called. The statements are the same objects for everyone, on whatever thread.
 */
public final class DeferredBody extends AbstractList<Statement> implements RandomAccess {
  private final BodySummary summary;
  private @Nullable Supplier<List<Statement>> reader;
  private volatile @Nullable List<Statement> statements;

  /**
   * A body that nobody has read.
   *
   * @param reader called once, unless it fails
   */
  DeferredBody(BodySummary summary, Supplier<List<Statement>> reader) {
    this.summary = summary;
    this.reader = reader;
  }

  /** What is known without reading. */
  public BodySummary summary() {
    return summary;
  }

  /** Whether somebody has looked into it. */
  public boolean isRead() {
    return statements != null;
  }

  private List<Statement> statements() {
    List<Statement> known = statements;
    return known != null ? known : read();
  }

  private synchronized List<Statement> read() {
    List<Statement> known = statements;
    Supplier<List<Statement>> unread = reader;
    if (known == null && unread != null) {
      known = unread.get();
      statements = known;
      reader = null; // and with it the bytes
    }
    return known == null ? List.of() : known;
  }

  @Override
  public Statement get(int index) {
    return statements().get(index);
  }

  @Override
  public int size() {
    return statements().size();
  }

  @Override
  public Iterator<Statement> iterator() {
    return statements().iterator();
  }
}
