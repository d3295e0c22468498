package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.ComplexArithmetic;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.NumberFormat;
import org.pyconc.operations.NumberParsing;
import org.pyconc.operations.NumberText;
import org.pyconc.operations.Text;

/** The methods of {@code complex}. */
final class ComplexMethods {
  private ComplexMethods() {}

  /** An operation on two complex numbers. */
  private interface Operation {
    Object apply(PyComplex a, PyComplex b);
  }

  static void define(TypeBuilder b) {
    b.doc("Create a complex number from a real part and an optional imaginary part.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.",
        a -> create(a[0], (PyTuple) a[1], (PyDict) a[2]));
    operator(b, "add", "+", ComplexArithmetic::add);
    operator(b, "sub", "-", ComplexArithmetic::subtract);
    operator(b, "mul", "*", ComplexArithmetic::multiply);
    operator(b, "truediv", "/", ComplexArithmetic::divide);
    b.method(
        "__pow__(self, value, mod=None, /)",
        "Return pow(self, value, mod).",
        (a, c, m) -> power(a, c, m));
    b.method(
        "__rpow__(self, value, mod=None, /)",
        "Return pow(value, self, mod).",
        (a, c, m) -> power(c, a, m));
    unary(b);
    comparison(b);
    conversion(b);
  }

  private static Object create(Object cls, PyTuple arguments, PyDict keywords) {
    PyType type = NumberTypes.checkedClass(cls, BuiltinTypes.COMPLEX);
    int given = arguments.size() + keywords.size();
    if (given > 2) {
      throw Errors.typeError("complex() takes at most 2 arguments (" + given + " given)");
    }
    Object real = arguments.size() > 0 ? arguments.get(0) : null;
    Object imaginary = arguments.size() > 1 ? arguments.get(1) : null;
    for (int i = keywords.next(0); i >= 0; i = keywords.next(i + 1)) {
      String name = Text.java(keywords.keyAt(i));
      Object value = keywords.valueAt(i);
      if (name.equals("real") && real == null) {
        real = value;
      } else if (name.equals("imag") && imaginary == null) {
        imaginary = value;
      } else if (name.equals("real") || name.equals("imag")) {
        throw Errors.typeError(
            "argument for complex() given by name ('"
                + name
                + "') and position ("
                + (name.equals("real") ? 1 : 2)
                + ")");
      } else {
        throw Errors.typeError("'" + name + "' is an invalid keyword argument for complex()");
      }
    }
    return NumberTypes.instance(type, BuiltinTypes.COMPLEX, value(real, imaginary));
  }

  private static PyComplex value(@Nullable Object real, @Nullable Object imaginary) {
    if (real != null && Text.isText(PyPayloadInstance.unwrap(real))) {
      if (imaginary != null) {
        throw Errors.typeError("complex() can't take second arg if first is a string");
      }
      return NumberParsing.complex(PyPayloadInstance.unwrap(real));
    }
    if (imaginary != null && Text.isText(PyPayloadInstance.unwrap(imaginary))) {
      throw Errors.typeError("complex() second arg can't be a string");
    }
    if (imaginary == null) {
      return real == null ? new PyComplex(0, 0) : part(real, true);
    }
    PyComplex first = real == null ? new PyComplex(0, 0) : part(real, true);
    PyComplex second = part(imaginary, false);
    boolean hasComplex = PyPayloadInstance.unwrap(imaginary) instanceof PyComplex;
    double re = hasComplex ? first.real() - second.imaginary() : first.real();
    double im = real != null && !isReal(real) ? second.real() + first.imaginary() : second.real();
    return new PyComplex(re, im);
  }

  private static boolean isReal(Object value) {
    return FloatArithmetic.orNull(value) != null;
  }

  private static PyComplex part(Object value, boolean isFirst) {
    PyComplex known = isFirst ? NumberConversion.complexOrNull(value) : null;
    if (known != null) {
      return known;
    }
    if (PyPayloadInstance.unwrap(value) instanceof PyComplex c) {
      return c;
    }
    PyType type = PyType.of(value);
    if (type.lookup("__float__") == null && type.lookup("__index__") == null) {
      throw Errors.typeError(
          isFirst
              ? "complex() first argument must be a string or a number, not '" + type.name() + "'"
              : "complex() second argument must be a number, not '" + type.name() + "'");
    }
    return new PyComplex(FloatArithmetic.toDouble(value), 0);
  }

  private static void operator(TypeBuilder b, String name, String symbol, Operation operation) {
    b.method(
        "__" + name + "__(self, value, /)",
        "Return self" + symbol + "value.",
        (x, y) -> {
          PyComplex other = ComplexArithmetic.orNull(y);
          return other == null
              ? PySingleton.NOT_IMPLEMENTED
              : operation.apply((PyComplex) x, other);
        });
    b.method(
        "__r" + name + "__(self, value, /)",
        "Return value" + symbol + "self.",
        (x, y) -> {
          PyComplex other = ComplexArithmetic.orNull(y);
          return other == null
              ? PySingleton.NOT_IMPLEMENTED
              : operation.apply(other, (PyComplex) x);
        });
  }

  private static Object power(Object a, Object b, Object modulus) {
    PyComplex base = ComplexArithmetic.orNull(a);
    PyComplex exponent = ComplexArithmetic.orNull(b);
    if (base == null || exponent == null) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    if (modulus != PySingleton.NONE) {
      throw Errors.valueError("complex modulo");
    }
    return ComplexArithmetic.power(base, exponent);
  }

  private static void unary(TypeBuilder b) {
    b.method(
        "__neg__(self, /)",
        "-self",
        a -> new PyComplex(-((PyComplex) a).real(), -((PyComplex) a).imaginary()));
    b.method("__pos__(self, /)", "+self", a -> a);
    b.method("__abs__(self, /)", "abs(self)", a -> ComplexArithmetic.abs((PyComplex) a));
    b.method(
        "__bool__(self, /)",
        "True if self else False",
        a -> ((PyComplex) a).real() != 0 || ((PyComplex) a).imaginary() != 0);
  }

  private static void comparison(TypeBuilder b) {
    b.method("__eq__(self, value, /)", "Return self==value.", ComplexMethods::equal);
    b.method(
        "__ne__(self, value, /)",
        "Return self!=value.",
        (a, c) -> equal(a, c) instanceof Boolean r ? (Object) !r : PySingleton.NOT_IMPLEMENTED);
    for (String name : new String[] {"lt", "le", "gt", "ge"}) {
      b.method(
          "__" + name + "__(self, value, /)",
          "Complex numbers have no order.",
          (a, c) -> PySingleton.NOT_IMPLEMENTED);
    }
    b.method("__hash__(self, /)", "Return hash(self).", a -> Hashing.hash(a));
  }

  private static Object equal(Object self, Object other) {
    PyComplex a = (PyComplex) self;
    Object b = PyPayloadInstance.unwrap(other);
    if (b instanceof PyComplex c) {
      return a.real() == c.real() && a.imaginary() == c.imaginary();
    }
    Object result = Comparison.compareNumbers(Comparison.Operator.EQ, a.real(), b);
    return result == null
        ? PySingleton.NOT_IMPLEMENTED
        : (Object) (a.imaginary() == 0 && (boolean) result);
  }

  private static void conversion(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", a -> NumberText.complex((PyComplex) a));
    b.method(
        "__format__(self, format_spec, /)",
        "Convert to a string according to format_spec.",
        (a, spec) -> NumberFormat.complex((PyComplex) a, NumberConversion.formatSpec(spec)));
    b.method("__complex__(self, /)", "Convert this value to exact type complex.", a -> a);
    b.method(
        "conjugate(self, /)",
        "Return the complex conjugate of its argument.",
        a -> new PyComplex(((PyComplex) a).real(), -((PyComplex) a).imaginary()));
    b.method(
        "__getnewargs__(self, /)",
        "Arguments for copying.",
        a -> PyTuple.of(((PyComplex) a).real(), ((PyComplex) a).imaginary()));
    b.method("__sizeof__(self, /)", "Size in memory, in bytes.", a -> 32L);
    b.getter("real", "the real part of a complex number", a -> ((PyComplex) a).real());
    b.getter("imag", "the imaginary part of a complex number", a -> ((PyComplex) a).imaginary());
  }
}
