package org.pyconc.builtins;

import java.math.BigInteger;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.IntegerArithmetic;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.NumberFormat;
import org.pyconc.operations.NumberText;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The methods of {@code int}.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/stdtypes.html#additional-methods-on-integer-types">
 *     Additional methods on integer types</a>
 */
final class IntMethods {
  private IntMethods() {}

  /** An operation on two plain ints. */
  private interface Operation {
    Object apply(Object a, Object b);
  }

  static void define(TypeBuilder b) {
    b.doc("int([x]) -> integer\nint(x, base=10) -> integer");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> create(a[0], (PyTuple) a[1], (PyDict) a[2]));
    arithmetic(b);
    comparison(b);
    conversion(b);
    named(b);
    BytesOfInt.define(b);
  }

  private static Object create(Object cls, PyTuple arguments, PyDict keywords) {
    PyType type = NumberTypes.checkedClass(cls, BuiltinTypes.INT);
    int given = arguments.size() + keywords.size();
    if (given > 2) {
      throw Errors.typeError("int() takes at most 2 arguments (" + given + " given)");
    }
    Object base = arguments.size() > 1 ? arguments.get(1) : Unset.UNSET;
    if (keywords.size() > 0) {
      Object named = keywords.get("base");
      if (named == null || keywords.size() > 1) {
        throw Errors.typeError(
            "'" + Text.java(firstOther(keywords)) + "' is an invalid keyword argument for int()");
      }
      base = named;
      if (arguments.size() == 0) {
        throw Errors.typeError("int() missing string argument");
      }
    }
    Object value;
    if (arguments.size() == 0) {
      value = 0L;
    } else if (base == Unset.UNSET) {
      value = NumberConversion.toInt(arguments.get(0));
    } else {
      value = NumberConversion.toInt(arguments.get(0), base);
    }
    return NumberTypes.instance(type, BuiltinTypes.INT, value);
  }

  private static Object firstOther(PyDict keywords) {
    for (int i = keywords.next(0); i >= 0; i = keywords.next(i + 1)) {
      if (!keywords.keyAt(i).equals("base")) {
        return keywords.keyAt(i);
      }
    }
    return "base";
  }

  private static void arithmetic(TypeBuilder b) {
    operator(b, "add", "+", IntegerArithmetic::add);
    operator(b, "sub", "-", IntegerArithmetic::subtract);
    operator(b, "mul", "*", IntegerArithmetic::multiply);
    operator(b, "mod", "%", IntegerArithmetic::modulo);
    operator(b, "divmod", "divmod", IntegerArithmetic::divmod);
    operator(b, "lshift", "<<", IntegerArithmetic::shiftLeft);
    operator(b, "rshift", ">>", IntegerArithmetic::shiftRight);
    operator(b, "and", "&", IntegerArithmetic::and);
    operator(b, "xor", "^", IntegerArithmetic::xor);
    operator(b, "or", "|", IntegerArithmetic::or);
    operator(b, "floordiv", "//", IntegerArithmetic::floorDivide);
    operator(b, "truediv", "/", IntegerArithmetic::divide);
    b.method(
        "__pow__(self, value, mod=None, /)",
        "Return pow(self, value, mod).",
        (a, c, m) -> power(a, c, m));
    b.method(
        "__rpow__(self, value, mod=None, /)",
        "Return pow(value, self, mod).",
        (a, c, m) -> power(c, a, m));
    b.method("__neg__(self, /)", "-self", a -> IntegerArithmetic.negate(Integers.plain(a)));
    b.method("__pos__(self, /)", "+self", Integers::plain);
    b.method("__abs__(self, /)", "abs(self)", a -> IntegerArithmetic.abs(Integers.plain(a)));
    b.method("__invert__(self, /)", "~self", a -> IntegerArithmetic.invert(Integers.plain(a)));
    b.method("__bool__(self, /)", "True if self else False", Truth::isTrue);
  }

  private static void operator(TypeBuilder b, String name, String symbol, Operation operation) {
    b.method(
        "__" + name + "__(self, value, /)",
        "Return self" + symbol + "value.",
        (x, y) -> {
          Object other = Integers.orNull(y);
          return other == null
              ? PySingleton.NOT_IMPLEMENTED
              : operation.apply(Integers.plain(x), other);
        });
    b.method(
        "__r" + name + "__(self, value, /)",
        "Return value" + symbol + "self.",
        (x, y) -> {
          Object other = Integers.orNull(y);
          return other == null
              ? PySingleton.NOT_IMPLEMENTED
              : operation.apply(other, Integers.plain(x));
        });
  }

  private static Object power(Object a, Object b, Object modulus) {
    Object base = Integers.orNull(a);
    Object exponent = Integers.orNull(b);
    if (base == null || exponent == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    if (modulus == PySingleton.NONE) {
      return IntegerArithmetic.power(base, exponent);
    }
    Object m = Integers.orNull(modulus);
    return m == null ? PySingleton.NOT_IMPLEMENTED : IntegerArithmetic.power(base, exponent, m);
  }

  private static void comparison(TypeBuilder b) {
    for (Comparison.Operator operator : Comparison.Operator.values()) {
      b.method(
          operator.method() + "(self, value, /)",
          "Return self" + operator.symbol() + "value.",
          (x, y) -> {
            Object other = Integers.orNull(y);
            Object result = other == null ? null : Comparison.compareNumbers(operator, x, other);
            return result == null ? PySingleton.NOT_IMPLEMENTED : result;
          });
    }
    b.method("__hash__(self, /)", "Return hash(self).", a -> Hashing.hash(a));
  }

  private static void conversion(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", a -> NumberText.integer(Integers.plain(a)));
    b.wholeMethod(
        "__format__(self, format_spec, /)",
        "Default object formatter.",
        (a, spec) ->
            Text.isFormattedAsStr(a, spec)
                ? Text.str(a)
                : NumberFormat.integer(
                    PyPayloadInstance.unwrap(a), NumberConversion.formatSpec(spec)));
    b.method("__int__(self, /)", "int(self)", Integers::plain);
    b.method("__index__(self, /)", "Integer equal to self.", Integers::plain);
    b.method("__float__(self, /)", "float(self)", a -> Integers.toDouble(Integers.plain(a)));
    b.method("__trunc__(self, /)", "Truncating an Integral returns itself.", Integers::plain);
    b.method("__floor__(self, /)", "Flooring an Integral returns itself.", Integers::plain);
    b.method("__ceil__(self, /)", "Ceiling of an Integral returns itself.", Integers::plain);
    b.method(
        "__round__(self, ndigits=None, /)",
        "Rounding an Integral returns itself.",
        (a, digits) ->
            digits == PySingleton.NONE
                ? Integers.plain(a)
                : IntegerArithmetic.round(Integers.plain(a), Items.index(digits)));
    b.method(
        "__getnewargs__(self, /)", "Arguments for copying.", a -> PyTuple.of(Integers.plain(a)));
    b.method("__sizeof__(self, /)", "Size in memory, in bytes.", IntMethods::size);
  }

  /** What CPython needs: 24 bytes and 4 for each 30 bits. */
  private static Object size(Object a) {
    long bits = Integers.bitLength(Integers.plain(a));
    return 24 + 4 * Math.max((bits + 29) / 30, 1);
  }

  private static void named(TypeBuilder b) {
    b.method(
        "conjugate(self, /)", "Returns self, the complex conjugate of any int.", Integers::plain);
    b.method(
        "bit_length(self, /)",
        "Number of bits necessary to represent self in binary.",
        a -> Integers.bitLength(Integers.plain(a)));
    b.method(
        "bit_count(self, /)",
        "Number of ones in the binary representation of the absolute value of self.",
        IntMethods::bitCount);
    b.method(
        "as_integer_ratio(self, /)",
        "Return a pair of integers, whose ratio is equal to the original int.",
        a -> PyTuple.of(Integers.plain(a), 1L));
    b.getter("real", "the real part of a complex number", Integers::plain);
    b.getter("imag", "the imaginary part of a complex number", a -> 0L);
    b.getter("numerator", "the numerator of a rational number in lowest terms", Integers::plain);
    b.getter("denominator", "the denominator of a rational number in lowest terms", a -> 1L);
  }

  private static Object bitCount(Object a) {
    return switch (Integers.plain(a)) {
      case Long l -> (long) Long.bitCount(Math.abs(l));
      case BigInteger big -> (long) big.abs().bitCount();
      default -> throw new IllegalArgumentException();
    };
  }
}
