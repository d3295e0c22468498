package org.pyconc.javac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class PlainCodeTest {
  private static final Object[] VALUES = {
    "a", "b", "c", 1, 2, 300L, 2.5, new int[0], new Object[0], new StringBuilder("x"), 'c'
  };

  /** What is rewritten. */
  static class Sample {
    static String classes(Object value) {
      return switch (value) {
        case Integer i when i > 1 -> "large";
        case Integer i -> "int";
        case String s when s.equals("b") -> "b";
        case CharSequence s -> "text " + s;
        case int[] array -> "ints " + array.length;
        case Object[] array -> "objects " + array.length;
        case Number n -> "number";
        default -> "other";
      };
    }

    static String strings(String value) {
      return switch (value) {
        case null -> "null";
        case "a", "b" -> "first";
        case String s when s.length() > 3 -> "long";
        case "c" -> "third";
        default -> "other";
      };
    }

    static String one(Object value) {
      return switch (value) {
        case String s -> s;
        default -> "no";
      };
    }
  }

  /** What is rewritten, too. */
  record Point(int x, long y, double z, Object name, boolean seen) {}

  private final byte[] before = bytesOf(Sample.class);
  private final byte[] after = PlainCode.in(before, ClassHierarchyResolver.defaultResolver());

  @Test
  void noSwitchIsLeftToTheJvm() {
    assertThat(dynamicCalls(before, "typeSwitch")).isEqualTo(3);
    assertThat(dynamicCalls(after, "typeSwitch")).isZero();
  }

  @Test
  void whatASwitchDoesIsTheSame() {
    Class<?> plain = define(Sample.class.getName(), after);
    for (Object value : VALUES) {
      assertThat(call(plain, "classes", Object.class, value)).isEqualTo(Sample.classes(value));
      assertThat(call(plain, "one", Object.class, value)).isEqualTo(Sample.one(value));
    }
    for (String value : new String[] {null, "a", "b", "c", "d", "long one"}) {
      assertThat(call(plain, "strings", String.class, value)).isEqualTo(Sample.strings(value));
    }
  }

  @Test
  void nullThrowsAsBefore() {
    Class<?> plain = define(Sample.class.getName(), after);
    assertThat(call(plain, "classes", Object.class, null)).isEqualTo(NullPointerException.class);
  }

  @Test
  void aClassWithoutSwitchesStaysAsItIs() {
    byte[] own = bytesOf(PlainCodeTest.class);
    assertThat(PlainCode.in(own, ClassHierarchyResolver.defaultResolver())).isSameAs(own);
  }

  @Test
  void recordsAreEqualAsBefore() {
    byte[] bytes = bytesOf(Point.class);
    byte[] plain = PlainCode.in(bytes, ClassHierarchyResolver.defaultResolver());
    assertThat(dynamicCalls(bytes, "equals") + dynamicCalls(bytes, "hashCode")).isEqualTo(2);
    assertThat(dynamicCalls(plain, "equals") + dynamicCalls(plain, "hashCode")).isZero();
  }

  @Test
  void equalityOfARecordComparesAllComponents() throws ReflectiveOperationException {
    byte[] plain = PlainCode.in(bytesOf(Point.class), ClassHierarchyResolver.defaultResolver());
    Class<?> type = define(Point.class.getName(), plain);
    var maker = type.getDeclaredConstructors()[0];
    maker.setAccessible(true);
    Object one = maker.newInstance(1, 2L, Double.NaN, "a", true);
    Object same = maker.newInstance(1, 2L, Double.NaN, "a", true);
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("a");
    assertThat(one)
        .isNotEqualTo(maker.newInstance(2, 2L, Double.NaN, "a", true))
        .isNotEqualTo(maker.newInstance(1, 3L, Double.NaN, "a", true))
        .isNotEqualTo(maker.newInstance(1, 2L, 0.0, "a", true))
        .isNotEqualTo(maker.newInstance(1, 2L, Double.NaN, null, true))
        .isNotEqualTo(maker.newInstance(1, 2L, Double.NaN, "a", false));
    assertThat(maker.newInstance(1, 2L, 0.0, null, true))
        .isEqualTo(maker.newInstance(1, 2L, 0.0, null, true))
        .isNotEqualTo(maker.newInstance(1, 2L, -0.0, null, true));
  }

  private static Class<?> define(String name, byte[] bytes) {
    return new ClassLoader(PlainCodeTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(name, bytes, 0, bytes.length);
      }
    }.define();
  }

  private static Object call(Class<?> type, String method, Class<?> parameter, Object value) {
    try {
      var found = type.getDeclaredMethod(method, parameter);
      found.setAccessible(true);
      return found.invoke(null, value);
    } catch (InvocationTargetException e) {
      return e.getCause().getClass();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static long dynamicCalls(byte[] bytes, String name) {
    ClassModel model = ClassFile.of().parse(bytes);
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(
            element ->
                element instanceof InvokeDynamicInstruction call && call.name().equalsString(name))
        .count();
  }

  private static byte[] bytesOf(Class<?> type) {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
