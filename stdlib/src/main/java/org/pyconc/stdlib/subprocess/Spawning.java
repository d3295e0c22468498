package org.pyconc.stdlib.subprocess;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.HostCalls;
import org.pyconc.kernel.KernelObject;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.runtime.ByteEnd;
import org.pyconc.runtime.Descriptors;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;
import org.pyconc.runtime.Output;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.ProgramStarter;
import org.pyconc.stdlib.io.HostFile;

/** Starts a child program with its three standard files. */
final class Spawning {
  private static final int PIPE = -1;
  private static final int STDOUT = -2;
  private static final int DEVNULL = -3;
  private static final int INHERIT = -4;
  private static final int NO_SUCH_FILE = 2;

  /** What is to be done once the child runs. */
  private final List<Runnable> afterwards = new ArrayList<>();

  private final KernelProcess owner = Task.require().process();
  private final ProcessState state = ProcessState.current();
  private @Nullable ChildObject child;
  private int pumpCount;

  private Spawning() {}

  /** {@code spawn(args, cwd, env, stdin, stdout, stderr)}. */
  static Object spawn(Object[] a) {
    return new Spawning().start(a);
  }

  private Object start(Object[] a) {
    List<String> command = new ArrayList<>();
    for (Object each : Iteration.toArray(a[0])) {
      String argument = HostFiles.text(each);
      if (argument.indexOf('\0') >= 0) {
        throw Errors.valueError("embedded null byte");
      }
      command.add(argument);
    }
    HostAccess.requireProcesses();
    ProcessBuilder builder = new ProcessBuilder(command);
    HostFiles files = HostFiles.current();
    Path folder = a[1] == PySingleton.NONE ? files.folder() : files.path(a[1]);
    builder.directory(new File(folder.toString()));
    if (PyEnvironment.isGiven(a[2])) {
      PyEnvironment.fill(builder.environment(), (PyDict) a[2]);
    }
    int in = specification(a[3]);
    int out = specification(a[4]);
    int err = specification(a[5]);
    state.out().flush();
    state.err().flush();
    input(builder, in);
    output(builder, out, false);
    if (err == STDOUT) {
      builder.redirectErrorStream(true);
    } else {
      output(builder, err, true);
    }
    Process process;
    try {
      process = start(builder);
    } catch (IOException e) {
      throw failure(e, a, folder);
    }
    ChildObject made = new ChildObject(ChildType.CHILD, process);
    child = made;
    if (pumpCount > 0) {
      made.child.setPumps(new CountDownLatch(pumpCount));
    }
    Descriptors descriptors = Descriptors.current();
    if (in == PIPE) {
      made.standardInput = descriptors.open(new PipeWriter(process.getOutputStream()));
    }
    if (out == PIPE) {
      made.standardOutput = descriptors.open(new PipeReader(process.getInputStream()).start());
    }
    if (err == PIPE) {
      made.standardError = descriptors.open(new PipeReader(process.getErrorStream()).start());
    }
    for (Runnable each : afterwards) {
      each.run();
    }
    return made;
  }

  /** A start may take milliseconds: others run meanwhile. */
  private Process start(ProcessBuilder builder) throws IOException {
    ProgramStarter starter = state.program().programStarter();
    try {
      HostCalls calls = owner.kernel().hostCalls();
      return calls.call("start of " + builder.command().get(0), () -> starter.start(builder));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static int specification(Object value) {
    return value == PySingleton.NONE ? INHERIT : Items.toInt(value);
  }

  private static RuntimeException failure(IOException failure, Object[] a, Path folder) {
    String message = String.valueOf(failure.getMessage());
    int number = HostErrors.IO_ERROR;
    int place =
        message.indexOf("error=") >= 0 ? message.indexOf("error=") : message.indexOf("error: ");
    if (place >= 0) {
      int from = place + "error".length() + (message.charAt(place + 5) == '=' ? 1 : 2);
      int end = from;
      while (end < message.length() && Character.isDigit(message.charAt(end))) {
        end++;
      }
      number = Integer.parseInt(message, from, end, 10);
    }
    Object name = Iteration.toArray(a[0])[0];
    if (!Files.isDirectory(folder)) {
      return HostErrors.of(Files.exists(folder) ? HostErrors.NOT_A_DIRECTORY : NO_SUCH_FILE, a[1]);
    }
    return number == 8 ? Errors.osError(8, "Exec format error", name) : HostErrors.of(number, name);
  }

  // ---- standard files ------------------------------------------------------------------------

  private void input(ProcessBuilder builder, int from) {
    switch (from) {
      case PIPE -> builder.redirectInput(ProcessBuilder.Redirect.PIPE);
      case DEVNULL -> builder.redirectInput(new File("/dev/null"));
      case INHERIT, 0 -> {
        if (state.program().files().out().isHostStream()) {
          builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
        } else {
          afterwards.add(() -> pumpInput(state.program().files().in()));
        }
      }
      default -> {
        KernelObject object = Descriptors.current().find(from);
        if (object instanceof HostFile file && isAtStart(file) && hasName(file)) {
          builder.redirectInput(file.path().toFile());
        } else if (object instanceof ByteEnd end) {
          afterwards.add(() -> feed(object, end));
        } else {
          throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
        }
      }
    }
  }

  /** Whether the host can open it again: a temporary file may have lost its name. */
  private static boolean hasName(HostFile file) {
    return HostFiles.isOfHost(file.path()) && Files.exists(file.path());
  }

  private static boolean isAtStart(HostFile file) {
    try {
      return !file.isRegular() || file.channel().position() == 0;
    } catch (IOException e) {
      return true;
    }
  }

  private void output(ProcessBuilder builder, int to, boolean isError) {
    ProcessBuilder.Redirect target = ProcessBuilder.Redirect.PIPE;
    switch (to) {
      case PIPE -> {}
      case DEVNULL -> target = ProcessBuilder.Redirect.DISCARD;
      case INHERIT, 1, 2 -> {
        boolean goesToError = to == INHERIT ? isError : to == 2;
        Output own = goesToError ? state.program().files().err() : state.program().files().out();
        if (own.isHostStream() && goesToError == isError) {
          target = ProcessBuilder.Redirect.INHERIT;
        } else {
          pumpCount++;
          afterwards.add(() -> pump(stream(isError), own));
        }
      }
      default -> {
        KernelObject object = Descriptors.current().find(to);
        if (object instanceof HostFile file && hasName(file)) {
          target = ProcessBuilder.Redirect.appendTo(file.path().toFile());
          if (file.isRegular()) {
            pumpCount++;
            afterwards.add(() -> followFile(file));
          }
        } else if (object instanceof ByteEnd end) {
          pumpCount++;
          afterwards.add(() -> drain(isError, object, end));
        } else {
          throw HostErrors.of(HostErrors.BAD_DESCRIPTOR);
        }
      }
    }
    if (isError) {
      builder.redirectError(target);
    } else {
      builder.redirectOutput(target);
    }
  }

  private ChildObject child() {
    ChildObject made = child;
    if (made == null) {
      throw new IllegalStateException("not started");
    }
    return made;
  }

  private InputStream stream(boolean isError) {
    Process process = child().process;
    return isError ? process.getErrorStream() : process.getInputStream();
  }

  private void pump(InputStream from, Output to) {
    ChildObject made = child();
    Thread.ofVirtual()
        .name("child's output")
        .start(
            () -> {
              byte[] piece = new byte[8192];
              try (from) {
                int count = from.read(piece);
                while (count >= 0 && to.write(piece, count)) {
                  count = from.read(piece);
                }
              } catch (IOException e) {
                // As if it had ended.
              }
              made.child.pumped();
            });
  }

  private void pumpInput(InputStream from) {
    OutputStream to = child().process.getOutputStream();
    Thread.ofVirtual()
        .name("child's input")
        .start(
            () -> {
              try (to) {
                from.transferTo(to);
              } catch (IOException e) {
                // The child reads no more.
              }
            });
  }

  /** The child has appended: what is written next through the descriptor goes behind that. */
  private void followFile(HostFile file) {
    ChildObject made = child();
    made.process
        .onExit()
        .thenRun(
            () -> {
              FileChannel channel = file.channel();
              try {
                channel.position(channel.size());
              } catch (IOException e) {
                // It is closed.
              }
              made.child.pumped();
            });
  }

  /** Feeds the child from a descriptor of the program: a thread of the process does that. */
  private void feed(KernelObject object, ByteEnd from) {
    OutputStream to = child().process.getOutputStream();
    var handle = object.open(owner); // the program may close its own
    Task task =
        owner.newTask(
            "child's input",
            () -> {
              PipeWriter writer = new PipeWriter(to);
              try (to) {
                byte[] piece = new byte[8192];
                int count = from.read(piece, 0, piece.length);
                while (count >= 0) {
                  writer.write(piece, 0, count);
                  count = from.read(piece, 0, piece.length);
                }
              } catch (IOException e) {
                // The child reads no more.
              }
              handle.close();
            });
    task.setService(true);
    task.start();
  }

  private void drain(boolean isError, KernelObject object, ByteEnd to) {
    ChildObject made = child();
    var handle = object.open(owner); // the program may close its own
    PipeReader reader = new PipeReader(stream(isError)).start();
    Task task =
        owner.newTask(
            "child's output",
            () -> {
              byte[] piece = new byte[8192];
              try {
                int count = reader.read(piece, 0, piece.length);
                while (count >= 0) {
                  ByteBuffer left = ByteBuffer.wrap(piece, 0, count);
                  while (left.hasRemaining()) {
                    int written = to.write(piece, left.position(), left.remaining());
                    left.position(left.position() + written);
                  }
                  count = reader.read(piece, 0, piece.length);
                }
              } catch (IOException e) {
                // Nobody reads it any more.
              }
              handle.close();
              made.child.pumped();
            });
    task.setService(true);
    task.start();
  }

  /** Environments. */
  private static final class PyEnvironment {
    static boolean isGiven(Object value) {
      return value != PySingleton.NONE;
    }

    static void fill(Map<String, String> environment, PyDict given) {
      environment.clear();
      for (Object key : Iteration.toArray(given)) {
        String name = HostFiles.text(key);
        String value = HostFiles.text(Items.get(given, key));
        if (name.indexOf('=') >= 0) {
          throw Errors.valueError("illegal environment variable name");
        }
        if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
          throw Errors.valueError("embedded null byte");
        }
        environment.put(name, value);
      }
    }
  }
}
