package org.pyconc.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pyconc.builtins.BuiltinsModule;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;

/** Classes, instances and exceptions as builtin functions see them. */
class ObjectModelTest {

  private static PyType newClass(String name, PyType... bases) {
    return (PyType) Calls.call(BuiltinTypes.TYPE, name, PyTuple.of((Object[]) bases), new PyDict());
  }

  private static Object builtin(String name, Object... arguments) {
    return Calls.call(Attributes.load(BuiltinsModule.create(), name), arguments);
  }

  @Test
  void aClassMadeByTypeHasInstancesWithAttributes() {
    PyType point = newClass("Point");
    Object p = Calls.call0(point);
    Attributes.store(p, "x", 3L);
    assertThat(Attributes.load(p, "x")).isEqualTo(3L);
    assertThat(((PyDict) Attributes.load(p, "__dict__")).get("x")).isEqualTo(3L);
    assertThat(Text.javaRepr(point)).isEqualTo("<class '__main__.Point'>");
    assertThat(Text.javaRepr(p)).startsWith("<__main__.Point object at 0x");
    assertThat(builtin("isinstance", p, PyTuple.of(BuiltinTypes.TYPE, point))).isEqualTo(true);
    assertThat(builtin("issubclass", point, BuiltinTypes.OBJECT)).isEqualTo(true);
    assertThat(builtin("callable", point)).isEqualTo(true);
    assertThat(builtin("callable", p)).isEqualTo(false);
  }

  @Test
  void objectTakesNoArguments() {
    assertThatThrownBy(() -> Calls.call1(newClass("Point"), 1L))
        .isInstanceOf(PyException.class)
        .hasMessageContaining("TypeError");
    assertThat(messageOf(() -> Calls.call1(newClass("Point"), 1L)))
        .isEqualTo("Point() takes no arguments");
    assertThat(messageOf(() -> Calls.call1(BuiltinTypes.OBJECT, 1L)))
        .isEqualTo("object() takes no arguments");
  }

  @Test
  void exceptionsKeepTheirArguments() {
    PyBaseException e = Errors.valueError("no").value();
    assertThat(Text.javaStr(e)).isEqualTo("no");
    PyType mine = newClass("Mine", ExceptionTypes.VALUE_ERROR);
    Object made = Calls.call(mine, 1L);
    assertThat(((PyBaseException) made).arguments().get(0)).isEqualTo(1L);
    assertThat(Text.javaStr(made)).isEqualTo("1");
  }

  private static String messageOf(Runnable action) {
    try {
      action.run();
    } catch (PyException e) {
      return Text.javaStr(e.value());
    }
    return "";
  }
}
