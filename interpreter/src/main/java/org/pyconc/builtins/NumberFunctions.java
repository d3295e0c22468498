package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Calls;
import org.pyconc.operations.FloatArithmetic;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.IntegerArithmetic;
import org.pyconc.operations.Items;
import org.pyconc.operations.NumberText;

/** The builtin functions that have to do with numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void define(ModuleBuilder b) {
    b.function("abs(x, /)", "Return the absolute value of the argument.", NumberFunctions::abs);
    b.function(
        "divmod(x, y, /)", "Return the tuple (x//y, x%y).", (x, y) -> Arithmetic.divmod(x, y));
    b.function(
        "pow(base, exp, mod=None)",
        "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.",
        (x, y, m) ->
            m == PySingleton.NONE
                ? Arithmetic.binary(BinaryOp.POW, x, y)
                : Arithmetic.power(x, y, m));
    b.function(
        "round(number, ndigits=None)",
        "Round a number to a given precision in decimal digits.",
        NumberFunctions::round);
    b.function(
        "bin(number, /)",
        "Return the binary representation of an integer.",
        n -> NumberText.prefixed(Items.index(n), 2));
    b.function(
        "oct(number, /)",
        "Return the octal representation of an integer.",
        n -> NumberText.prefixed(Items.index(n), 8));
    b.function(
        "hex(number, /)",
        "Return the hexadecimal representation of an integer.",
        n -> NumberText.prefixed(Items.index(n), 16));
    b.function("hash(obj, /)", "Return the hash value for the given object.", o -> Hashing.hash(o));
  }

  private static Object abs(Object value) {
    switch (value) {
      case Long l -> {
        return IntegerArithmetic.abs(l);
      }
      case Double d -> {
        return Math.abs(d);
      }
      default -> {}
    }
    Object result = Calls.special(value, "__abs__");
    if (result == null) {
      throw Errors.typeError("bad operand type for abs(): '" + PyType.of(value).name() + "'");
    }
    return result;
  }

  private static Object round(Object value, Object digits) {
    if (value instanceof Double d && digits == PySingleton.NONE) {
      return FloatArithmetic.round(d);
    }
    Object result =
        digits == PySingleton.NONE
            ? Calls.special(value, "__round__")
            : Calls.special(value, "__round__", digits);
    if (result == null) {
      throw Errors.typeError(
          "type " + PyType.of(value).name() + " doesn't define __round__ method");
    }
    return result;
  }
}
