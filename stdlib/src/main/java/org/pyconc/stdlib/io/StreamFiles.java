package org.pyconc.stdlib.io;

import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Text;

/** File objects over what is no file: sockets, pipes of child programs. */
public final class StreamFiles {
  private StreamFiles() {}

  /**
   * A file object of bytes for one direction.
   *
   * @param name what its attribute {@code name} says
   * @param isBuffered false: every operation is one of the stream
   */
  public static Object open(RawStream raw, Object name, boolean writes, boolean isBuffered) {
    BinaryFile file =
        new BinaryFile(
            !isBuffered
                ? BinaryTypes.FILE_IO
                : writes ? BinaryTypes.BUFFERED_WRITER : BinaryTypes.BUFFERED_READER);
    file.setRaw(raw, null);
    file.name = name;
    file.mode = writes ? "wb" : "rb";
    file.isReadable = !writes;
    file.isWritable = writes;
    file.isUnbuffered = !isBuffered;
    return file;
  }

  /** The same as text; encoding, errors and newline as for {@code open}. */
  public static Object openText(
      Object bytes, String mode, Object encoding, Object errors, Object newline) {
    TextFile wrapper = new TextFile(TextTypes.TEXT_IO_WRAPPER);
    wrapper.setBuffer(bytes);
    wrapper.encoding = TextFile.encodingName(encoding);
    wrapper.errors = errors == PySingleton.NONE ? "strict" : Text.java(errors);
    wrapper.newline = TextTypes.newline(newline);
    wrapper.mode = mode;
    return wrapper;
  }
}
