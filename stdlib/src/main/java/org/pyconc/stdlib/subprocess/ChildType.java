package org.pyconc.stdlib.subprocess;

import java.io.IOException;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Items;
import org.pyconc.stdlib.select.SelectModule;

/** What {@code subprocess} does with a child program. */
final class ChildType {
  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;

  static final PyType CHILD =
      new PyType(
          "_subprocess.Child",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          ChildType::define);

  private ChildType() {}

  private static void define(TypeBuilder b) {
    b.getter("pid", "Its number.", self -> ((ChildObject) self).process.pid());
    b.getter("stdin", "A descriptor, or -1.", self -> ((ChildObject) self).standardInput);
    b.getter("stdout", "A descriptor, or -1.", self -> ((ChildObject) self).standardOutput);
    b.getter("stderr", "A descriptor, or -1.", self -> ((ChildObject) self).standardError);
    b.method(
        "wait(self, timeout=None)",
        "Its status; None if the time is over.",
        (self, timeout) -> {
          ChildObject child = (ChildObject) self;
          long deadline =
              timeout == PySingleton.NONE
                  ? Deadline.NEVER
                  : Deadline.afterSeconds(SelectModule.seconds(timeout));
          return child.await(deadline) ? (Object) child.child.take() : PySingleton.NONE;
        });
    b.method(
        "outlive(self, /)",
        "Can be waited for by its number when this is gone, too.",
        self -> {
          ((ChildObject) self).child.outlive();
          return PySingleton.NONE;
        });
    b.method(
        "share(self, /)",
        "Its status is told here and to whoever asks by its number, too.",
        self -> {
          ((ChildObject) self).child.share();
          return PySingleton.NONE;
        });
    b.method("send_signal(self, signal)", "Sends a signal.", ChildType::signal);
  }

  private static Object signal(Object self, Object signal) {
    Process process = ((ChildObject) self).process;
    int number = Items.toInt(signal);
    switch (number) {
      case SIGTERM -> process.destroy();
      case SIGKILL -> process.destroyForcibly();
      case 0 -> {}
      default -> {
        try {
          send(process.toHandle().pid(), number);
        } catch (UnsupportedOperationException e) {
          process.destroy(); // started by an application in its own way
        }
      }
    }
    return PySingleton.NONE;
  }

  /** The JDK knows only two signals. */
  private static void send(long pid, int number) {
    try {
      Task.require()
          .process()
          .kernel()
          .hostCalls()
          .call(
              "kill",
              () ->
                  new ProcessBuilder("kill", "-" + number, Long.toString(pid))
                      .redirectErrorStream(true)
                      .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                      .start()
                      .waitFor());
    } catch (RuntimeException e) {
      throw e;
    } catch (IOException e) {
      throw Errors.osError(1, "Operation not permitted");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
