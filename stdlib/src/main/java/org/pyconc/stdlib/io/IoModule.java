package org.pyconc.stdlib.io;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.ProcessState;

/**
 * File objects.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html">io</a>
 */
public final class IoModule implements NativeModule {
  private static final String[] PUBLIC = {
    "BlockingIOError",
    "open",
    "open_code",
    "IOBase",
    "RawIOBase",
    "FileIO",
    "BytesIO",
    "StringIO",
    "BufferedIOBase",
    "BufferedReader",
    "BufferedWriter",
    "BufferedRWPair",
    "BufferedRandom",
    "TextIOBase",
    "TextIOWrapper",
    "UnsupportedOperation",
    "SEEK_SET",
    "SEEK_CUR",
    "SEEK_END",
    "DEFAULT_BUFFER_SIZE",
    "text_encoding",
    "IncrementalNewlineDecoder"
  };

  private final String name;

  /**
   * @param name {@code io} or {@code _io}
   */
  public IoModule(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void define(ModuleBuilder b) {
    b.functionN(
        "_open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None,"
            + " closefd=True, opener=None)",
        "Opens a file.",
        Opener::open);
    b.constant("open", Attributes.load(ProcessState.current().program().builtins(), "open"));
    b.function("open_code(path)", "Opens a file of bytes.", IoModule::openCode);
    b.function(
        "text_encoding(encoding, stacklevel=2, /)",
        "The encoding, or the usual one.",
        (encoding, level) -> encoding == PySingleton.NONE ? "locale" : encoding);
    StandardStreams.adopt();
    b.function("_standard_buffer(stream, /)", "The bytes below.", StandardStreams::buffer);
    b.type(StreamTypes.IO_BASE);
    b.type(StreamTypes.RAW_IO_BASE);
    b.type(StreamTypes.BUFFERED_IO_BASE);
    b.type(StreamTypes.TEXT_IO_BASE);
    b.type(BinaryTypes.FILE_IO);
    b.type(BinaryTypes.BUFFERED_READER);
    b.type(BinaryTypes.BUFFERED_WRITER);
    b.type(BinaryTypes.BUFFERED_RANDOM);
    b.type(PairType.TYPE);
    b.type(BinaryTypes.BYTES_IO);
    b.type(TextTypes.TEXT_IO_WRAPPER);
    b.type(TextTypes.STRING_IO);
    b.type(NewlineDecoderType.TYPE);
    b.type(IoErrors.UNSUPPORTED);
    b.constant("BlockingIOError", ExceptionTypes.BLOCKING_IO_ERROR);
    b.constant("DEFAULT_BUFFER_SIZE", (long) BinaryFile.BUFFER_SIZE);
    b.constant("SEEK_SET", 0L);
    b.constant("SEEK_CUR", 1L);
    b.constant("SEEK_END", 2L);
    PyList all = new PyList();
    for (String each : PUBLIC) {
      all.append(each);
    }
    b.constant("__all__", all);
  }

  private static Object openCode(Object path) {
    if (!Text.isText(PyPayloadInstance.unwrap(path))) {
      throw Errors.typeError(
          "open_code() argument 'path' must be str, not " + PyType.of(path).name());
    }
    PySingleton none = PySingleton.NONE;
    return Opener.open(new Object[] {path, "rb", -1L, none, none, none, true, none});
  }
}
