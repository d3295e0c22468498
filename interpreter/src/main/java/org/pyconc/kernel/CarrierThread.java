package org.pyconc.kernel;

import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;

/**
 * The thread on which code runs, also right after a continuation was suspended on one thread and
 * resumed on another. {@link Thread#currentThread()} is not: the JIT compiler takes its result as
 * unchangeable within a method, and so would use the thread from before.
 */
final class CarrierThread {
  private static final boolean EXACT = isAccessible();
  private static final boolean MIGRATION = EXACT && Boolean.getBoolean("pyconc.migration");

  private CarrierThread() {}

  static Thread current() {
    return EXACT ? Access.LANG.currentCarrierThread() : Thread.currentThread();
  }

  /**
   * Whether started tasks may go on on other threads. For this the whole JVM must do without the
   * compiler's assumption, because locks and thread-local variables of the JDK rely on it too: an
   * option of the command line sees to that and says so in the property {@code pyconc.migration}.
   */
  static boolean allowsMigration() {
    return MIGRATION;
  }

  private static boolean isAccessible() {
    try {
      return Access.LANG != null;
    } catch (LinkageError notExported) {
      return false;
    }
  }

  /** Loaded only if the JDK exports it. */
  private static final class Access {
    static final JavaLangAccess LANG = SharedSecrets.getJavaLangAccess();

    private Access() {}
  }
}
