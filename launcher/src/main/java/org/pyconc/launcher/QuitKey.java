package org.pyconc.launcher;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Semaphore;

/**
 * Ctrl-\ (SIGQUIT): says who waits for what, in place of the dump of Java threads that the JVM
 * would print.
 *
 * <p>The JVM keeps this signal for itself, so its handler is replaced behind its back. All of the
 * JVM's own threads but one block the signal; the operating system then delivers it to the first
 * thread of all, which runs no Java and waits for the end of the JVM. There the handler is no more
 * than the release of a semaphore.
 */
final class QuitKey implements Runnable, AutoCloseable {
  private static final int SIGQUIT = 3;

  /** What ends sooner does without: installing takes some of the JVM's slower parts. */
  private static final long INSTALLED_AFTER_MILLIS = 1500;

  private final Semaphore presses = new Semaphore(0);
  private final Runnable action;
  private final Thread thread = new Thread(null, this, "quit-key", 0, false);

  private QuitKey(Runnable action) {
    this.action = action;
  }

  /** From soon on each press has the action done, on a thread of its own. */
  static QuitKey listen(Runnable action) {
    QuitKey key = new QuitKey(action);
    key.thread.setDaemon(true);
    key.thread.start();
    return key;
  }

  /** Presses have no effect any more. */
  @Override
  public void close() {
    thread.interrupt();
  }

  @Override
  public void run() {
    try {
      Thread.sleep(INSTALLED_AFTER_MILLIS);
      install();
      while (true) {
        presses.acquire();
        presses.drainPermits();
        action.run();
      }
    } catch (InterruptedException closed) {
      // There is nobody left to tell.
    } catch (Throwable unsupported) {
      // Then the JVM's own answer stays.
    }
  }

  private void install() throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle pressed =
        MethodHandles.lookup()
            .findVirtual(QuitKey.class, "pressed", MethodType.methodType(void.class, int.class))
            .bindTo(this);
    MemorySegment handler =
        linker.upcallStub(pressed, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT), Arena.global());
    MethodHandle signal =
        linker.downcallHandle(
            linker.defaultLookup().find("signal").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    MemorySegment before = (MemorySegment) signal.invokeExact(SIGQUIT, handler);
    if (before.address() == -1) {
      throw new IllegalStateException("signal");
    }
  }

  @SuppressWarnings("unused") // called by the operating system
  private void pressed(int number) {
    presses.release();
  }
}
