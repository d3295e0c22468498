package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.function.IntPredicate;
import org.pyconc.embedding.HostTypes.Ability;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Integers;

/** Numbers that are none of the language's, what can be compared or closed, and classes. */
final class HostValues {
  private HostValues() {}

  static void define(TypeBuilder b, Set<Ability> abilities) {
    if (abilities.contains(Ability.NUMBER)) {
      defineNumber(b);
    }
    if (abilities.contains(Ability.COMPARABLE)) {
      comparison(b, "__lt__", order -> order < 0);
      comparison(b, "__le__", order -> order <= 0);
      comparison(b, "__gt__", order -> order > 0);
      comparison(b, "__ge__", order -> order >= 0);
    }
    if (abilities.contains(Ability.CLOSEABLE)) {
      b.method("__enter__(self, /)", "", self -> self);
      b.rawMethod(
          "__exit__(self, /, *args)",
          "Close it.",
          (arguments, keywords) -> {
            HostMethods.self(arguments[0])
                .ask((interop, value, heap) -> interop.invokeMember(value, "close"));
            return PySingleton.NONE;
          });
    }
    if (abilities.contains(Ability.CLASS)) {
      b.method(
          "__instancecheck__(self, instance, /)",
          "Return isinstance(instance, self).",
          (self, instance) -> {
            Object converted = Heap.current(HostMethods.self(self).program()).toHost(instance);
            return HostMethods.self(self)
                .ask((interop, value, heap) -> interop.isMetaInstance(value, converted));
          });
    }
  }

  private static void defineNumber(TypeBuilder b) {
    b.method(
        "__float__(self, /)",
        "Return float(self).",
        self -> HostMethods.self(self).ask((i, value, heap) -> number(value, heap).doubleValue()));
    b.method(
        "__int__(self, /)",
        "Return int(self).",
        self ->
            Integers.normalise(
                HostMethods.self(self)
                    .tell(BigInteger.class, (i, value, heap) -> integer(number(value, heap)))));
    b.method(
        "__bool__(self, /)",
        "Return bool(self).",
        self ->
            HostMethods.self(self).ask((i, value, heap) -> number(value, heap).doubleValue() != 0));
  }

  private static Number number(Object value, Heap heap) {
    return (Number) heap.program().env().asHostObject(value);
  }

  private static BigInteger integer(Number number) {
    return switch (number) {
      case BigInteger big -> big;
      case BigDecimal decimal -> decimal.toBigInteger();
      default -> BigInteger.valueOf(number.longValue());
    };
  }

  private static void comparison(TypeBuilder b, String name, IntPredicate accepts) {
    b.method(
        name + "(self, value, /)",
        "Compare self with value.",
        (self, other) -> {
          if (!(other instanceof HostObject o)) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          Object right = o.value();
          return HostMethods.self(self)
              .ask(
                  (interop, value, heap) ->
                      accepts.test(
                          order(interop, interop.invokeMember(value, "compareTo", right))));
        });
  }

  private static int order(InteropLibrary interop, Object result) throws Exception {
    return interop.asInt(result);
  }
}
