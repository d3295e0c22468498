package org.pyconc.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextOutputTest {
  private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

  @Test
  void blockBufferedTextWaitsForTheFlush() {
    TextOutput output = new TextOutput(sink, false);
    output.print("line\n");
    assertThat(sink.size()).isZero();
    output.flush();
    assertThat(sink.toString(UTF_8)).isEqualTo("line\n");
  }

  @Test
  void lineBufferedTextWaitsForTheEndOfTheLine() {
    TextOutput output = new TextOutput(sink, true);
    output.print("name: ");
    assertThat(sink.size()).isZero();
    output.print("é\n");
    assertThat(sink.toString(UTF_8)).isEqualTo("name: é\n");
  }

  @Property(tries = 50)
  void nothingIsLostOrReordered(@ForAll List<String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOutput output = new TextOutput(bytes, false);
    String long9000 = "x".repeat(9000);
    for (String text : texts) {
      output.print(text);
      output.print(long9000);
    }
    output.flush();
    String expected = String.join(long9000, texts) + (texts.isEmpty() ? "" : long9000);
    assertThat(bytes.toByteArray()).isEqualTo(expected.getBytes(UTF_8));
  }

  @Test
  void aClosedPipeIsRememberedAndNotThrown() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    TextOutput output = new TextOutput(closed, true);
    assertThat(output.isBroken()).isFalse();
    output.print("line\n");
    output.print("line\n");
    assertThat(output.isBroken()).isTrue();
  }

  @Test
  void aFullDiskIsToldAndTriedAgain() {
    boolean[] full = {true};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream disk =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            if (full[0]) {
              throw new IOException("No space left on device");
            }
            bytes.write(b);
          }
        };
    TextOutput output = new TextOutput(disk, true);
    output.print("lost\n");
    assertThat(output.error()).isEqualTo(28);
    full[0] = false;
    output.print("kept\n");
    assertThat(output.error()).isZero();
    assertThat(bytes.toString(UTF_8)).isEqualTo("kept\n");
  }
}
