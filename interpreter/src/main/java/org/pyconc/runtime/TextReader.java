package org.pyconc.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.ForkCopier;
import org.pyconc.transfer.Transferable;

/** {@code sys.stdin}: lines of UTF-8 text. Waiting for input lets all others run. */
public final class TextReader extends PyInstance implements Transferable {
  private final InputStream in;
  private final boolean isTerminal;

  public TextReader(PyType type, InputStream in, boolean isTerminal) {
    super(type);
    this.in = in;
    this.isTerminal = isTerminal;
  }

  /** The same stream for a child process. */
  public TextReader forChild() {
    return new TextReader(type(), in, isTerminal);
  }

  public boolean isTerminal() {
    return isTerminal;
  }

  /** The next line with its newline, or null at the end of the input. */
  public @Nullable String readLine() {
    try {
      return Task.require().scheduler().kernel().hostCalls().call(this::readLineNow);
    } catch (IOException e) {
      throw Errors.osError(5, "Input/output error");
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable String readLineNow() throws IOException {
    synchronized (in) { // by a thread of the host; nothing suspends in here
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int next;
      while ((next = in.read()) >= 0) {
        line.write(next);
        if (next == '\n') {
          break;
        }
      }
      return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public Object copy(Copier copier) {
    if (copier instanceof ForkCopier fork) {
      return fork.copyStream(this);
    }
    throw Copier.refuse(this, "'" + type().fullName() + "' object");
  }
}
