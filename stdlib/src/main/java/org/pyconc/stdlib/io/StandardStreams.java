package org.pyconc.stdlib.io;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.StandardFileTypes;
import org.pyconc.runtime.TextReader;
import org.pyconc.runtime.TextWriter;
import org.pyconc.transfer.Copier;

/** The standard streams as file objects of this module, and their streams of bytes. */
final class StandardStreams {
  private static final PyType WRITER =
      new PyType(
          "_io.TextIOWrapper",
          StreamTypes.TEXT_IO_BASE,
          false,
          StandardStreams::refused,
          StandardFileTypes::defineWriter);

  private static final PyType READER =
      new PyType(
          "_io.TextIOWrapper",
          StreamTypes.TEXT_IO_BASE,
          false,
          StandardStreams::refused,
          StandardFileTypes::defineReader);

  private StandardStreams() {}

  private static PyInstance refused(PyType type) {
    throw Errors.typeError("cannot create '" + type.fullName() + "' instances");
  }

  /** Makes the streams of the running process instances of {@code TextIOBase}. */
  static void adopt() {
    ProcessState state = ProcessState.current();
    state.out().setType(WRITER);
    state.err().setType(WRITER);
    state.in().setType(READER);
  }

  /** {@code sys.stdout.buffer} and {@code sys.stdin.buffer}. */
  static BinaryFile buffer(Object stream) {
    if (stream instanceof TextReader reader) {
      BinaryFile file = new BinaryFile(BinaryTypes.BUFFERED_READER);
      file.setRaw(new StandardStream(0, reader, null), null);
      file.isWritable = false;
      file.name = "<stdin>";
      return file;
    }
    TextWriter writer = (TextWriter) stream;
    BinaryFile file = new BinaryFile(BinaryTypes.BUFFERED_WRITER);
    file.setRaw(new StandardStream(writer.descriptor(), null, writer), null);
    file.mode = "wb";
    file.isReadable = false;
    file.isUnbuffered = true; // the stream of text above has the buffer
    file.name = writer.name();
    return file;
  }

  private record StandardStream(
      int descriptor, @Nullable TextReader reader, @Nullable TextWriter writer)
      implements RawStream {
    @Override
    public int read(byte[] to, int from, int count) throws IOException {
      if (reader == null) {
        throw new IOException("Bad file descriptor");
      }
      byte[] bytes = reader.readSome(count);
      System.arraycopy(bytes, 0, to, from, bytes.length);
      return bytes.length == 0 ? -1 : bytes.length;
    }

    @Override
    public int write(byte[] bytes, int from, int count) throws IOException {
      if (writer == null) {
        throw new IOException("Bad file descriptor");
      }
      writer.writeBytes(Arrays.copyOfRange(bytes, from, from + count));
      return count;
    }

    @Override
    public boolean canSeek() {
      return false;
    }

    @Override
    public long position() throws IOException {
      throw new IOException("Illegal seek");
    }

    @Override
    public void setPosition(long position) throws IOException {
      throw new IOException("Illegal seek");
    }

    @Override
    public long size() throws IOException {
      throw new IOException("Illegal seek");
    }

    @Override
    public void truncate(long size) throws IOException {
      throw new IOException("Invalid argument");
    }

    @Override
    public boolean isTerminal() {
      return reader != null ? reader.isTerminal() : writer != null && writer.isTerminal();
    }

    @Override
    public void close() {}

    @Override
    public RawStream copy(Copier copier) {
      return new StandardStream(
          descriptor,
          (TextReader) copier.copyOrNull(reader),
          (TextWriter) copier.copyOrNull(writer));
    }
  }
}
