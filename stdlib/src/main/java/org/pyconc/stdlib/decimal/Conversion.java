package org.pyconc.stdlib.decimal;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Integers;
import org.pyconc.operations.Text;

/** Values of the language as decimal numbers. */
final class Conversion {
  private Conversion() {}

  /** An operand of an operation: a Decimal or an int; null for anything else. */
  static @Nullable DecimalValue orNull(Object value) {
    return switch (value) {
      case DecimalObject d -> d.value();
      case Long l -> DecimalValue.of(l);
      default -> {
        Object plain = PyPayloadInstance.unwrap(value);
        Object integer = plain instanceof DecimalObject ? null : Integers.orNull(plain);
        yield integer == null ? null : DecimalValue.of(Integers.big(integer));
      }
    };
  }

  /** Like {@link #orNull}, or a TypeError. */
  static DecimalValue of(Object value) {
    DecimalValue v = orNull(value);
    if (v == null) {
      throw Errors.typeError(
          "conversion from " + PyType.of(value).name() + " to Decimal is not supported");
    }
    return v;
  }

  /** What {@code Decimal(value)} is, exactly. */
  static DecimalValue exactly(Object value, DecimalContext context) {
    Object plain = PyPayloadInstance.unwrap(value);
    if (Text.isText(plain)) {
      return parsed(plain, context, true);
    }
    if (plain instanceof Double d) {
      context.signal(Signal.FLOAT_OPERATION);
      return ofDouble(d);
    }
    if (plain instanceof PyTuple t) {
      return ofParts(t.items(), context);
    }
    if (plain instanceof PyList l) {
      return ofParts(l.toArray(), context);
    }
    return of(value);
  }

  private static DecimalValue parsed(Object text, DecimalContext context, boolean isExact) {
    DecimalValue v = DecimalText.parse(Text.java(text).strip());
    if (v == null) {
      context.signal(Signal.CONVERSION_SYNTAX);
      return DecimalValue.NAN;
    }
    return isExact ? checked(v, context) : v;
  }

  /** A number for the constructor: one that no context could hold is refused. */
  static DecimalValue checked(DecimalValue v, DecimalContext context) {
    if (!v.isFinite()) {
      return v;
    }
    long least = Rules.MIN_EMIN - Rules.MAX_PREC + 1;
    if (v.isZero()) {
      long exponent = Math.min(Math.max(v.exponent(), least), Rules.MAX_EMAX);
      return DecimalValue.finite(v.isNegative(), v.coefficient(), exponent);
    }
    if (v.adjusted() > Rules.MAX_EMAX || v.exponent() < least) {
      context.signal(Signal.INVALID_OPERATION);
      return DecimalValue.NAN;
    }
    return v;
  }

  /** A value for {@code create_decimal}, still to be rounded. */
  static DecimalValue toRound(Object value, DecimalContext context) {
    Object plain = PyPayloadInstance.unwrap(value);
    return Text.isText(plain) ? unstripped(plain, context) : exactly(value, context);
  }

  private static DecimalValue unstripped(Object text, DecimalContext context) {
    String given = Text.java(text);
    if (!given.strip().equals(given) || given.indexOf('_') >= 0) {
      context.signal(Signal.CONVERSION_SYNTAX);
      return DecimalValue.NAN;
    }
    return parsed(text, context, false);
  }

  /** A float's exact value. */
  static DecimalValue ofDouble(double d) {
    boolean isNegative = Math.copySign(1, d) < 0;
    if (Double.isNaN(d)) {
      return DecimalValue.NAN;
    }
    if (Double.isInfinite(d)) {
      return DecimalValue.infinity(isNegative);
    }
    BigDecimal exact = new BigDecimal(Math.abs(d));
    if (d == 0) {
      return DecimalValue.finite(isNegative, BigInteger.ZERO, 0);
    }
    return DecimalValue.finite(isNegative, exact.unscaledValue(), -exact.scale());
  }

  private static DecimalValue ofParts(Object[] parts, DecimalContext context) {
    if (parts.length != 3) {
      throw Errors.valueError("argument must be a sequence of length 3");
    }
    Object sign = Integers.orNull(parts[0]);
    if (!(sign instanceof Long s) || s < 0 || s > 1) {
      throw Errors.valueError("sign must be an integer with the value 0 or 1");
    }
    boolean isNegative = s == 1;
    Object third = PyPayloadInstance.unwrap(parts[2]);
    DecimalValue.Kind kind = DecimalValue.Kind.FINITE;
    long exponent = 0;
    if (Text.isText(third)) {
      kind =
          switch (Text.java(third)) {
            case "F" -> DecimalValue.Kind.INFINITE;
            case "n" -> DecimalValue.Kind.QUIET;
            case "N" -> DecimalValue.Kind.SIGNALING;
            default ->
                throw Errors.valueError(
                    "string argument in the third position must be 'F', 'n' or 'N'");
          };
    } else {
      Object given = Integers.orNull(third);
      if (given == null) {
        throw Errors.valueError("exponent must be an integer");
      }
      exponent =
          Math.max(-4 * Rules.MAX_EMAX, Math.min(4 * Rules.MAX_EMAX, Integers.saturated(given)));
    }
    BigInteger coefficient = coefficient(parts[1]);
    if (kind == DecimalValue.Kind.INFINITE) {
      return DecimalValue.infinity(isNegative);
    }
    return checked(new DecimalValue(isNegative, kind, coefficient, exponent), context);
  }

  private static BigInteger coefficient(Object given) {
    Object plain = PyPayloadInstance.unwrap(given);
    Object[] digits =
        switch (plain) {
          case PyTuple t -> t.items();
          case PyList l -> l.toArray();
          default -> throw wrongDigits();
        };
    StringBuilder text = new StringBuilder("0");
    for (Object each : digits) {
      if (!(Integers.orNull(each) instanceof Long digit) || digit < 0 || digit > 9) {
        throw wrongDigits();
      }
      text.append((char) ('0' + digit));
    }
    return new BigInteger(text.toString());
  }

  private static RuntimeException wrongDigits() {
    return Errors.valueError("coefficient must be a tuple of digits");
  }
}
