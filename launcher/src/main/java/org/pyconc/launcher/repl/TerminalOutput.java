package org.pyconc.launcher.repl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.Output;

/** What the program prints: above the line that is being edited, if one is. */
public final class TerminalOutput implements Output {
  private final Terminal terminal;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable LineReader reader;

  public TerminalOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  /** From now on the reader is editing a line, or none is. */
  synchronized void follow(@Nullable LineReader newReader) {
    reader = newReader;
    if (newReader == null && pending.size() > 0) {
      print(take(pending.size()));
    }
  }

  /** Prints a message of the dialogue's own. */
  void line(String text) {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    write(bytes, bytes.length);
  }

  @Override
  public synchronized boolean write(byte[] bytes, int length) {
    LineReader editing = reader;
    if (editing == null) {
      print(new String(bytes, 0, length, StandardCharsets.UTF_8));
      return true;
    }
    pending.write(bytes, 0, length);
    byte[] all = pending.toByteArray();
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    if (end > 0) {
      String whole = take(end);
      editing.printAbove(whole.substring(0, whole.length() - 1));
    }
    return true;
  }

  private String take(int length) {
    byte[] all = pending.toByteArray();
    pending.reset();
    pending.write(all, length, all.length - length);
    return new String(all, 0, length, StandardCharsets.UTF_8);
  }

  private void print(String text) {
    terminal.writer().print(text);
    terminal.writer().flush();
  }

  @Override
  public int error() {
    return 0;
  }

  @Override
  public boolean isTerminal() {
    return true;
  }
}
