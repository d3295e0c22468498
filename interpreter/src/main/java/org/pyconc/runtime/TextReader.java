package org.pyconc.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
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
  private boolean isClosed;
  private @Nullable Object bytes;

  public TextReader(PyType type, InputStream in, boolean isTerminal) {
    super(type);
    this.in = in;
    this.isTerminal = isTerminal;
  }

  /** The same stream for a child process. */
  public TextReader forChild() {
    return new TextReader(type(), in, isTerminal);
  }

  /** The file object of bytes that {@code buffer} has given, or null. */
  public @Nullable Object bytes() {
    return bytes;
  }

  public void setBytes(Object file) {
    bytes = file;
  }

  public boolean isClosed() {
    return isClosed;
  }

  /** Nothing can be read through this object any more. */
  public void close() {
    isClosed = true;
  }

  public boolean isTerminal() {
    return isTerminal;
  }

  /** The next line with its newline, or null at the end of the input. */
  public @Nullable String readLine() {
    byte[] line = call(() -> lineNow(Integer.MAX_VALUE));
    if (line.length == 0) {
      return null;
    }
    String text = new String(line, StandardCharsets.UTF_8);
    return text.endsWith("\r\n") ? text.substring(0, text.length() - 2) + "\n" : text;
  }

  /** Up to so many characters of UTF-8. */
  public String readCharacters(int count) {
    return new String(call(() -> charactersNow(count)), StandardCharsets.UTF_8);
  }

  /** At least one byte unless at the end, at most so many. */
  public byte[] readSome(int count) {
    return call(() -> someNow(count));
  }

  /** A line in bytes, at most so many of it. */
  public byte[] readLineBytes(int limit) {
    return call(() -> lineNow(limit));
  }

  private static byte[] call(Callable<byte[]> work) {
    try {
      return Task.require().scheduler().kernel().hostCalls().call("read standard input", work);
    } catch (IOException e) {
      throw Errors.osError(5, "Input/output error");
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  // By a thread of the host, which may hold a monitor; nothing suspends in these.

  private byte[] lineNow(int limit) throws IOException {
    synchronized (in) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (line.size() < limit) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        line.write(next);
        if (next == '\n') {
          break;
        }
      }
      return line.toByteArray();
    }
  }

  private byte[] charactersNow(int count) throws IOException {
    synchronized (in) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      for (int i = 0; i < count; i++) {
        int first = in.read();
        if (first < 0) {
          break;
        }
        text.write(first);
        int more = first < 0xc0 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        for (int next = 0; next >= 0 && more > 0; more--) {
          next = in.read();
          if (next >= 0) {
            text.write(next);
          }
        }
      }
      return text.toByteArray();
    }
  }

  private byte[] someNow(int count) throws IOException {
    synchronized (in) {
      byte[] bytes = new byte[count];
      int got = in.read(bytes, 0, count);
      return got == count ? bytes : Arrays.copyOf(bytes, Math.max(got, 0));
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
