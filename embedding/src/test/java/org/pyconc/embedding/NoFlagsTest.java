package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a JVM that was started without any flag each coroutine has a thread. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoFlagsTest {
  private static final String ID = "pyconc";

  /** What runs in that JVM. */
  static final class Application {
    private Application() {}

    public static void main(String[] arguments) throws Exception {
      Context context = Context.create(ID);
      context.eval(
          ID,
          """
          import threading, time
          from greenlet import greenlet
          from multiprocessing import Process, Lock

          def hold(lock, ready):
              with lock:
                  ready.release()
                  time.sleep(600)

          for kind in threading.Thread, Process:
              ready = Lock()
              ready.acquire()
              kind(target=hold, args=(Lock(), ready)).start()
              ready.acquire()
          print(greenlet(lambda: 42).switch(), [n for n in (k for k in range(3))])
          """);
      Thread endless =
          new Thread(
              () -> {
                try {
                  context.eval(ID, "with Lock():\n    while True: pass");
                } catch (PolyglotException e) {
                  System.out.println("cancelled: " + e.isCancelled());
                }
              });
      endless.start();
      Thread.sleep(200);
      context.close(true);
      endless.join();
    }
  }

  @Test
  void nothingIsPrintedButWhatTheProgramPrints() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dpolyglot.engine.WarnInterpreterOnly=false",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // the JDK's own warnings end with an empty line
    assertThat(printed.lines().filter(line -> !line.startsWith("WARNING: ") && !line.isEmpty()))
        .containsExactly("42 [0, 1, 2]", "cancelled: true");
    assertThat(process.waitFor()).isZero();
  }
}
