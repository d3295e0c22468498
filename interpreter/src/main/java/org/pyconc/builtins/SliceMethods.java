package org.pyconc.builtins;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyRange;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.SequenceComparison;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/**
 * The type slice.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#slice">slice</a>
 */
final class SliceMethods {
  private SliceMethods() {}

  static void define(TypeBuilder b) {
    b.doc(
        "slice(stop)\nslice(start, stop[, step])\n\n"
            + "Create a slice object.  This is used for extended slicing (e.g. a[0:10:2]).");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.SLICE, "slice", bound[0]);
          Arguments.noKeywords("slice", bound[2]);
          return make((PyTuple) bound[1]);
        });
    b.getter("start", "", self -> ((PySlice) self).start());
    b.getter("stop", "", self -> ((PySlice) self).stop());
    b.getter("step", "", self -> ((PySlice) self).step());
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self -> {
          PySlice s = (PySlice) self;
          return new TextBuilder()
              .append("slice(")
              .append(Text.repr(s.start()))
              .append(", ")
              .append(Text.repr(s.stop()))
              .append(", ")
              .append(Text.repr(s.step()))
              .append(")")
              .build();
        });
    b.constant("__hash__", PySingleton.NONE);
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (self, other) ->
              other instanceof PySlice s
                  ? SequenceComparison.compare(op, parts((PySlice) self), parts(s))
                  : PySingleton.NOT_IMPLEMENTED);
    }
    b.method(
        "indices(self, object, /)",
        "S.indices(len) -> (start, stop, stride)\n\n"
            + "Assuming a sequence of length len, calculate the start and stop\n"
            + "indices, and the stride length of the extended slice described by\n"
            + "S. Out of bounds indices are clipped in a manner consistent with the\n"
            + "handling of normal slices.",
        (self, length) -> indices((PySlice) self, Items.index(length)));
  }

  private static PySlice make(PyTuple args) {
    Arguments.between("slice", args, 1, 3);
    Object none = PySingleton.NONE;
    return args.size() == 1
        ? new PySlice(none, args.get(0), none)
        : new PySlice(args.get(0), args.get(1), args.size() == 3 ? args.get(2) : none);
  }

  private static PyTuple parts(PySlice slice) {
    return PyTuple.of(slice.start(), slice.stop(), slice.step());
  }

  private static Object indices(PySlice slice, Object length) {
    BigInteger size = length instanceof Long l ? BigInteger.valueOf(l) : (BigInteger) length;
    if (size.signum() < 0) {
      throw Errors.valueError("length should not be negative");
    }
    BigInteger[] indices = BigSlices.resolve(slice, size);
    return PyTuple.of(
        PyRange.normal(indices[0]), PyRange.normal(indices[1]), PyRange.normal(indices[2]));
  }
}
