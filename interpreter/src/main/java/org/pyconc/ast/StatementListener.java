package org.pyconc.ast;

import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.scope.CodeUnit;

/**
 * Sees a program's statements run: what coverage and debuggers stand on. All processes of a program
 * share its code, so it sees the statements of all of them, on the threads that run them.
 */
public interface StatementListener {
  /** One statement of the program. */
  @FunctionalInterface
  interface Probe {
    /** The running task is about to run the statement. */
    void reached();
  }

  /** A probe that sees the end of its statement, too. */
  interface AroundProbe extends Probe {
    /** As {@link #reached}; what it returns is what {@link #ended} gets. */
    @Nullable Object begun();

    /**
     * The statement is over.
     *
     * @param begun what {@link #begun} returned
     * @param thrown the exception that ended it, if one did
     */
    void ended(@Nullable Object begun, @Nullable Throwable thrown);

    @Override
    default void reached() {
      throw new UnsupportedOperationException();
    }
  }

  /** Code is made ready to run. Not called for the library's own. */
  default void prepared(CodeUnit code) {}

  /** Called once for each statement that is made ready to run; null: nobody cares when it does. */
  @Nullable Probe probe(CodeUnit code, Statement statement);
}
