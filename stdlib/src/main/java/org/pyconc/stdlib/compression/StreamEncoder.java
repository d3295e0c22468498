package org.pyconc.stdlib.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** Compresses piece by piece. */
final class StreamEncoder extends PyInstance implements Transferable {
  /** Puts an encoder upon a place for what comes out of it. */
  @FunctionalInterface
  interface Opener {
    OutputStream open(OutputStream target) throws IOException;
  }

  static final PyType TYPE =
      new PyType(
          "_streams.Encoder",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          StreamEncoder::define);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final OutputStream encoder;

  StreamEncoder(Opener opener) {
    super(TYPE);
    try {
      encoder = opener.open(out);
    } catch (IOException | IllegalArgumentException bad) {
      throw Errors.valueError(bad.getClass().getSimpleName());
    }
  }

  /** One step of the encoder. */
  private interface Step {
    void run() throws IOException;
  }

  private Object after(Step step) {
    try {
      step.run();
    } catch (IOException bad) {
      throw Errors.valueError(bad.getClass().getSimpleName());
    }
    byte[] packed = out.toByteArray();
    out.reset();
    return new PyBytes(packed);
  }

  private static void define(TypeBuilder b) {
    b.method(
        "encode(self, data, /)",
        "Compresses some bytes; what comes out of it may come later.",
        (self, data) -> {
          byte[] plain = Buffers.bytes(data);
          StreamEncoder encoder = (StreamEncoder) self;
          return encoder.after(() -> encoder.encoder.write(plain, 0, plain.length));
        });
    b.method(
        "finish(self, /)",
        "Gives what is left.",
        self -> {
          StreamEncoder encoder = (StreamEncoder) self;
          return encoder.after(encoder.encoder::close);
        });
  }

  @Override
  public Object copy(Copier copier) {
    throw Copier.refuse(this, "a compressor");
  }
}
