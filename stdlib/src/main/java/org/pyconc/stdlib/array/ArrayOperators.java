package org.pyconc.stdlib.array;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Slices;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/** What arrays do with operators and brackets. */
final class ArrayOperators {
  private static final PySingleton NONE = PySingleton.NONE;

  private ArrayOperators() {}

  private static ArrayObject of(Object self) {
    return (ArrayObject) self;
  }

  static void define(TypeBuilder b) {
    b.method("__len__(self, /)", "Return len(self).", s -> (long) of(s).count());
    b.method("__iter__(self, /)", "Implement iter(self).", s -> new ArrayObject.Iterator(of(s)));
    b.method("__repr__(self, /)", "Return repr(self).", s -> repr(of(s)));
    b.method("__getitem__(self, key, /)", "Return self[key].", ArrayOperators::item);
    b.method(
        "__setitem__(self, key, value, /)", "Set self[key] to value.", ArrayOperators::setItem);
    b.method("__delitem__(self, key, /)", "Delete self[key].", ArrayOperators::deleteItem);
    b.method("__contains__(self, key, /)", "Return key in self.", ArrayOperators::contains);
    b.method("__add__(self, value, /)", "Return self+value.", (s, o) -> add(of(s), o));
    b.method("__iadd__(self, value, /)", "Implement self+=value.", ArrayOperators::extend);
    b.method("__mul__(self, value, /)", "Return self*value.", (s, n) -> repeated(of(s), n));
    b.method("__rmul__(self, value, /)", "Return value*self.", (s, n) -> repeated(of(s), n));
    b.method(
        "__imul__(self, value, /)",
        "Implement self*=value.",
        (s, n) -> {
          of(s).of(repeated(of(s), n).toBytes());
          return s;
        });
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (s, other) ->
              other instanceof ArrayObject a
                  ? Comparison.compare(op, ArrayMethods.list(of(s)), ArrayMethods.list(a))
                  : PySingleton.NOT_IMPLEMENTED);
    }
    b.constant("__hash__", NONE);
  }

  private static Object repr(ArrayObject array) {
    TextBuilder text =
        new TextBuilder()
            .append(PyType.of(array).simpleName())
            .append("('")
            .append(String.valueOf(array.kind().code))
            .append("'");
    if (array.count() > 0) {
      text.append(", ")
          .append(
              Text.repr(
                  array.kind() == ItemKind.TEXT
                      ? ArrayMethods.text(array)
                      : ArrayMethods.list(array)));
    }
    return text.append(")").build();
  }

  private static int index(ArrayObject array, Object key, String what) {
    if (!(key instanceof Long) && PyType.of(key).lookup("__index__") == null) {
      throw Errors.typeError("array indices must be integers");
    }
    long i = Items.toLong(key);
    long index = i < 0 ? i + array.count() : i;
    if (index < 0 || index >= array.count()) {
      throw Errors.indexError("array " + what + "index out of range");
    }
    return (int) index;
  }

  private static Object item(Object self, Object key) {
    ArrayObject array = of(self);
    if (key instanceof PySlice slice) {
      Slices.Range r = Slices.resolve(slice, array.count());
      return new ArrayObject(array.kind()).of(array.slice(r.start(), r.step(), r.length()));
    }
    return array.get(index(array, key, ""));
  }

  private static Object setItem(Object self, Object key, Object value) {
    ArrayObject array = of(self);
    if (!(key instanceof PySlice slice)) {
      array.set(index(array, key, "assignment "), value);
      return NONE;
    }
    if (!(value instanceof ArrayObject other)) {
      throw Errors.typeError(
          "can only assign array (not \"" + PyType.of(value).name() + "\") to array slice");
    }
    if (other.kind() != array.kind()) {
      throw Errors.typeError("bad argument type for built-in operation");
    }
    Slices.Range r = Slices.resolve(slice, array.count());
    byte[] by = other.toBytes();
    if (r.step() == 1) {
      array.replace(r.start(), r.start() + r.length(), by);
      return NONE;
    }
    if (other.count() != r.length()) {
      throw Errors.valueError(
          "attempt to assign array of size "
              + other.count()
              + " to extended slice of size "
              + r.length());
    }
    ArrayObject values = new ArrayObject(array.kind()).of(by);
    for (int i = 0; i < r.length(); i++) {
      array.set(r.start() + i * r.step(), values.get(i));
    }
    return NONE;
  }

  private static Object deleteItem(Object self, Object key) {
    ArrayObject array = of(self);
    if (!(key instanceof PySlice slice)) {
      int at = index(array, key, "assignment ");
      array.replace(at, at + 1, new byte[0]);
      return NONE;
    }
    Slices.Range r = Slices.resolve(slice, array.count());
    for (int i = 0; i < r.length(); i++) {
      int nth = r.step() > 0 ? r.length() - 1 - i : i; // from the end to the start
      int at = r.start() + nth * r.step();
      array.replace(at, at + 1, new byte[0]);
    }
    return NONE;
  }

  private static Object contains(Object self, Object value) {
    for (int i = 0; i < of(self).count(); i++) {
      if (Comparison.equal(of(self).get(i), value)) {
        return true;
      }
    }
    return false;
  }

  private static Object add(ArrayObject array, Object other) {
    if (!(other instanceof ArrayObject more)) {
      throw Errors.typeError(
          "can only append array (not \"" + PyType.of(other).name() + "\") to array");
    }
    if (more.kind() != array.kind()) {
      throw Errors.typeError("bad argument type for built-in operation");
    }
    ArrayObject sum = ArrayMethods.copy(array);
    sum.replace(sum.count(), sum.count(), more.toBytes());
    return sum;
  }

  private static Object extend(Object self, Object more) {
    if (!(more instanceof ArrayObject)) {
      throw Errors.typeError("can only extend with array (not \"" + PyType.of(more).name() + "\")");
    }
    Object ignored = ArrayMethods.extend(of(self), more);
    return self;
  }

  private static ArrayObject repeated(ArrayObject array, Object times) {
    if (!(times instanceof Long) && PyType.of(times).lookup("__index__") == null) {
      throw Errors.typeError(
          "can't multiply sequence by non-int of type '" + PyType.of(times).name() + "'");
    }
    long count = Math.max(0, Items.toLong(times));
    byte[] once = array.toBytes();
    byte[] all = new byte[Text.checkedLength(once.length * count)];
    for (int i = 0; i < count && once.length > 0; i++) {
      System.arraycopy(once, 0, all, i * once.length, once.length);
    }
    return new ArrayObject(array.kind()).of(all);
  }
}
