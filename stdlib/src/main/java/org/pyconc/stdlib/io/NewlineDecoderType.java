package org.pyconc.stdlib.io;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * A decoder that knows all kinds of line ends.
 *
 * @see <a href="https://docs.python.org/3.11/library/io.html#io.IncrementalNewlineDecoder">
 *     IncrementalNewlineDecoder</a>
 */
final class NewlineDecoderType {
  private NewlineDecoderType() {}

  private static final class Decoder extends PyInstance {
    private @Nullable LineEnds ends;
    private Object below = PySingleton.NONE;

    Decoder(PyType type) {
      super(type);
    }

    LineEnds ends() {
      LineEnds known = ends;
      if (known == null) {
        throw Errors.valueError("IncrementalNewlineDecoder.__init__() not called");
      }
      return known;
    }
  }

  static final PyType TYPE =
      new PyType(
          "_io.IncrementalNewlineDecoder",
          BuiltinTypes.OBJECT,
          true,
          Decoder::new,
          NewlineDecoderType::define);

  private static Decoder of(Object self) {
    return (Decoder) self;
  }

  private static void define(TypeBuilder b) {
    b.methodN(
        "__init__(self, decoder, translate, errors='strict')",
        "",
        a -> {
          of(a[0]).below = Objects.requireNonNull(a[1]);
          of(a[0]).ends = new LineEnds(Truth.isTrue(a[2]));
          return PySingleton.NONE;
        });
    b.method(
        "decode(self, input, final=False)",
        "Decodes a part.",
        (self, input, isLast) -> decode(of(self), input, Truth.isTrue(isLast)));
    b.method("getstate(self)", "", self -> state(of(self)));
    b.method(
        "setstate(self, state, /)",
        "",
        (self, state) -> {
          setState(of(self), state);
          return PySingleton.NONE;
        });
    b.method(
        "reset(self)",
        "",
        self -> {
          of(self).ends().reset();
          of(self).ends().forgetSeen();
          if (of(self).below != PySingleton.NONE) {
            Object ignored = Calls.method(of(self).below, "reset");
          }
          return PySingleton.NONE;
        });
    b.getter("newlines", "Which line ends there were.", self -> of(self).ends().seen());
  }

  private static Object decode(Decoder decoder, Object input, boolean isLast) {
    LineEnds ends = decoder.ends();
    Object text =
        decoder.below == PySingleton.NONE
            ? input
            : Calls.method(decoder.below, "decode", input, isLast);
    Object plain = PyPayloadInstance.unwrap(text);
    if (!Text.isText(plain)) {
      throw Errors.typeError(
          "decoder should return a string result, not '" + PyType.of(text).name() + "'");
    }
    return WideString.of(ends.decode(Text.java(plain), isLast));
  }

  private static Object state(Decoder decoder) {
    long held = decoder.ends().holdsReturn() ? 1 : 0;
    if (decoder.below == PySingleton.NONE) {
      return PyTuple.of(PyBytes.EMPTY, held);
    }
    PyTuple below = pair(Calls.method(decoder.below, "getstate"));
    return PyTuple.of(below.get(0), Items.toLong(below.get(1)) << 1 | held);
  }

  private static PyTuple pair(Object state) {
    if (!(state instanceof PyTuple tuple)) {
      throw Errors.typeError("state argument must be a tuple");
    }
    if (tuple.size() != 2) {
      throw Errors.typeError("illegal decoder state");
    }
    return tuple;
  }

  private static void setState(Decoder decoder, Object state) {
    PyTuple tuple = pair(state);
    long flags = Items.toLong(tuple.get(1));
    decoder.ends().setHoldsReturn((flags & 1) != 0);
    if (decoder.below != PySingleton.NONE) {
      Object ignored =
          Calls.method(decoder.below, "setstate", PyTuple.of(tuple.get(0), flags >> 1));
    }
  }
}
