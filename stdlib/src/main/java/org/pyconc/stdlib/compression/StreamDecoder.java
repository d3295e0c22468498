package org.pyconc.stdlib.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.kernel.Coroutine;
import org.pyconc.kernel.CoroutineScope;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Items;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * Decompresses piece by piece with a decoder that pulls: it runs in a coroutine that is suspended
 * where it has read all that was given.
 */
final class StreamDecoder extends PyInstance implements Transferable {
  /** Puts a decoder upon the compressed bytes. */
  @FunctionalInterface
  interface Opener {
    InputStream open(FedInput in) throws IOException;
  }

  private static final int BUFFER = 8192;

  static final PyType TYPE =
      new PyType(
          "_streams.Decoder",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          StreamDecoder::define);

  private final FedInput in = new FedInput();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Opener opener;
  private final Coroutine coroutine;
  private int most;
  private boolean hasBegun;
  private boolean isAtEnd;
  private @Nullable Exception failure;

  StreamDecoder(Opener opener) {
    super(TYPE);
    this.opener = opener;
    coroutine = Coroutine.create(CoroutineScope.GENERATOR, this::run);
  }

  private void run() {
    try {
      InputStream decoder = opener.open(in);
      byte[] buffer = new byte[BUFFER];
      while (true) {
        while (out.size() >= most) {
          CoroutineScope.GENERATOR.suspend();
        }
        int count = decoder.read(buffer, 0, Math.min(buffer.length, most - out.size()));
        if (count < 0) {
          break;
        }
        out.write(buffer, 0, count);
      }
      isAtEnd = true;
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException bad) {
      failure = bad;
    }
  }

  private byte[] decode(byte[] data, int limit) {
    hasBegun = true;
    in.feed(data);
    most = limit;
    if (failure == null && !coroutine.isDone()) {
      coroutine.resume();
    }
    if (failure != null) {
      throw Errors.valueError(failure.getClass().getSimpleName());
    }
    byte[] plain = out.toByteArray();
    out.reset();
    return plain;
  }

  private boolean needsInput() {
    return !hasBegun || (!isAtEnd && in.isWaiting());
  }

  private static void define(TypeBuilder b) {
    b.method(
        "decode(self, data, most, /)",
        "Decompresses to at most so many bytes; negative: all.",
        (self, data, most) -> {
          int limit = Items.toInt(most);
          return new PyBytes(
              ((StreamDecoder) self)
                  .decode(Buffers.bytes(data), limit < 0 ? Integer.MAX_VALUE : limit));
        });
    b.getter("eof", "Whether the end has been reached.", self -> ((StreamDecoder) self).isAtEnd);
    b.getter(
        "needs_input",
        "Whether nothing can be decompressed without more bytes.",
        self -> ((StreamDecoder) self).needsInput());
    b.getter(
        "rest",
        "What was given but not used.",
        self -> new PyBytes(((StreamDecoder) self).in.rest()));
  }

  @Override
  public Object copy(Copier copier) {
    throw Copier.refuse(this, "a decompressor");
  }
}
