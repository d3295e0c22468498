package org.pyconc.compiler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.CodeBody;
import org.pyconc.scope.CodeUnit;

/**
 * The class file of a unit and the objects that it refers to.
 *
 * @param constants what {@link UnitConstants} has numbered
 * @param places what the line numbers of the class count, from 1
 */
@SuppressWarnings("ArrayRecordComponent")
record UnitClass(CodeUnit unit, byte[] bytes, Object[] constants, Span[] places) {
  /**
   * A unit that can run.
   *
   * @param places what the line numbers of its class count, from 1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Compiled(CodeUnit unit, CodeBody body, Span[] places) {}

  /** Hands the class to the JVM. */
  Compiled define() {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants, true);
      CodeBody body =
          (CodeBody)
              lookup
                  .findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
                  .invoke();
      return new Compiled(unit, body, places);
    } catch (Throwable e) {
      throw new IllegalStateException("generated code of " + unit.qualifiedName(), e);
    }
  }
}
