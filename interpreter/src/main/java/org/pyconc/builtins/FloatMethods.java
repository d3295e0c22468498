package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.HexFloat;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.NumberFormat;
import org.pyconc.operations.NumberText;
import org.pyconc.operations.Text;

/**
 * The methods of {@code float}.
 *
 * @see <a href="https://docs.python.org/3.11/library/stdtypes.html#additional-methods-on-float">
 *     Additional methods on float</a>
 */
final class FloatMethods {
  private FloatMethods() {}

  /** An operation on two floats. */
  private interface Operation {
    Object apply(double a, double b);
  }

  static void define(TypeBuilder b) {
    b.doc("Convert a string or number to a floating point number, if possible.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> create(a[0], (PyTuple) a[1], (PyDict) a[2]));
    arithmetic(b);
    comparison(b);
    conversion(b);
    named(b);
  }

  private static Object create(Object cls, PyTuple arguments, PyDict keywords) {
    PyType type = NumberTypes.checkedClass(cls, BuiltinTypes.FLOAT);
    Arguments.noKeywords(BuiltinTypes.FLOAT, cls, keywords);
    if (arguments.size() > 1) {
      throw Errors.typeError("float expected at most 1 argument, got " + arguments.size());
    }
    double value = arguments.size() == 0 ? 0.0 : NumberConversion.toFloat(arguments.get(0));
    return NumberTypes.instance(type, BuiltinTypes.FLOAT, value);
  }

  private static void arithmetic(TypeBuilder b) {
    operator(b, "add", "+", (x, y) -> x + y);
    operator(b, "sub", "-", (x, y) -> x - y);
    operator(b, "mul", "*", (x, y) -> x * y);
    operator(b, "mod", "%", FloatArithmetic::modulo);
    operator(b, "divmod", "divmod", FloatArithmetic::divmod);
    operator(b, "floordiv", "//", FloatArithmetic::floorDivide);
    operator(b, "truediv", "/", FloatArithmetic::divide);
    b.method(
        "__pow__(self, value, mod=None, /)",
        "Return pow(self, value, mod).",
        (a, c, m) -> power(a, c, m));
    b.method(
        "__rpow__(self, value, mod=None, /)",
        "Return pow(value, self, mod).",
        (a, c, m) -> power(c, a, m));
    b.method("__neg__(self, /)", "-self", a -> -(double) a);
    b.method("__pos__(self, /)", "+self", a -> a);
    b.method("__abs__(self, /)", "abs(self)", a -> Math.abs((double) a));
    b.method("__bool__(self, /)", "True if self else False", a -> (double) a != 0);
  }

  private static void operator(TypeBuilder b, String name, String symbol, Operation operation) {
    b.method(
        "__" + name + "__(self, value, /)",
        "Return self" + symbol + "value.",
        (x, y) -> {
          Double other = FloatArithmetic.orNull(y);
          return other == null ? PySingleton.NOT_IMPLEMENTED : operation.apply((double) x, other);
        });
    b.method(
        "__r" + name + "__(self, value, /)",
        "Return value" + symbol + "self.",
        (x, y) -> {
          Double other = FloatArithmetic.orNull(y);
          return other == null ? PySingleton.NOT_IMPLEMENTED : operation.apply(other, (double) x);
        });
  }

  private static Object power(Object a, Object b, Object modulus) {
    if (modulus != PySingleton.NONE) {
      throw Errors.typeError("pow() 3rd argument not allowed unless all arguments are integers");
    }
    Double base = FloatArithmetic.orNull(a);
    Double exponent = FloatArithmetic.orNull(b);
    return base == null || exponent == null
        ? PySingleton.NOT_IMPLEMENTED
        : FloatArithmetic.power(base, exponent);
  }

  private static void comparison(TypeBuilder b) {
    for (Comparison.Operator operator : Comparison.Operator.values()) {
      b.method(
          operator.method() + "(self, value, /)",
          "Return self" + operator.symbol() + "value.",
          (x, y) -> {
            Object other = realOrNull(y);
            Object result = other == null ? null : Comparison.compareNumbers(operator, x, other);
            return result == null ? PySingleton.NOT_IMPLEMENTED : result;
          });
    }
    b.method("__hash__(self, /)", "Return hash(self).", a -> Hashing.hash(a));
  }

  private static @Nullable Object realOrNull(Object value) {
    Object plain = PyPayloadInstance.unwrap(value);
    return plain instanceof Double ? plain : Integers.orNull(plain);
  }

  private static void conversion(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", a -> NumberText.real((double) a));
    b.wholeMethod(
        "__format__(self, format_spec, /)",
        "Formats the float according to format_spec.",
        (a, spec) ->
            Text.isFormattedAsStr(a, spec)
                ? Text.str(a)
                : NumberFormat.real(
                    (double) PyPayloadInstance.unwrap(a), NumberConversion.formatSpec(spec)));
    b.method("__int__(self, /)", "int(self)", a -> Integers.fromDouble((double) a));
    b.method("__float__(self, /)", "float(self)", a -> a);
    b.method(
        "__trunc__(self, /)",
        "Return the Integral closest to x between 0 and x.",
        a -> Integers.fromDouble((double) a));
    b.method(
        "__floor__(self, /)",
        "Return the floor as an Integral.",
        a -> Integers.fromDouble(Math.floor((double) a)));
    b.method(
        "__ceil__(self, /)",
        "Return the ceiling as an Integral.",
        a -> Integers.fromDouble(Math.ceil((double) a)));
    b.method(
        "__round__(self, ndigits=None, /)",
        "Return the Integral closest to x, rounding half toward even.",
        (a, digits) ->
            digits == PySingleton.NONE
                ? FloatArithmetic.round((double) a)
                : (Object)
                    FloatArithmetic.round((double) a, Integers.saturated(Items.index(digits))));
    b.method("__getnewargs__(self, /)", "Arguments for copying.", a -> PyTuple.of(a));
    b.method("__sizeof__(self, /)", "Size in memory, in bytes.", a -> 24L);
  }

  private static void named(TypeBuilder b) {
    b.method("conjugate(self, /)", "Return self, the complex conjugate of any float.", a -> a);
    b.method(
        "is_integer(self, /)",
        "Return True if the float is an integer.",
        a -> !Double.isInfinite((double) a) && (double) a == Math.rint((double) a));
    b.method(
        "as_integer_ratio(self, /)",
        "Return a pair of integers, whose ratio is equal to the original float.",
        a -> FloatArithmetic.integerRatio((double) a));
    b.method(
        "hex(self, /)",
        "Return a hexadecimal representation of a floating-point number.",
        a -> HexFloat.format((double) a));
    b.classMethod(
        "fromhex(type, string, /)",
        "Create a floating-point number from a hexadecimal string.",
        a -> fromHex(a[0], a[1]));
    b.classMethod(
        "__getformat__(type, typestr, /)",
        "You probably don't want to use this function.",
        a -> "IEEE, little-endian");
    b.getter("real", "the real part of a complex number", a -> a);
    b.getter("imag", "the imaginary part of a complex number", a -> 0.0);
  }

  private static Object fromHex(Object cls, Object text) {
    Object plain = PyPayloadInstance.unwrap(text);
    if (!Text.isText(plain)) {
      throw Errors.typeError("bad argument type for built-in operation");
    }
    double value = HexFloat.parse(Text.java(plain));
    return cls == BuiltinTypes.FLOAT ? value : Calls.call1(cls, value);
  }
}
