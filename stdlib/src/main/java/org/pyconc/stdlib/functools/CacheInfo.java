package org.pyconc.stdlib.functools;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/** What {@code cache_info()} gives: a tuple whose elements have names. */
final class CacheInfo extends PyObject {
  private static final PyType TYPE =
      new PyType("functools.CacheInfo", BuiltinTypes.OBJECT, false, null, CacheInfo::define);
  private static final String[] NAMES = {"hits", "misses", "maxsize", "currsize"};

  private final PyTuple values;

  CacheInfo(long hits, long misses, Object maximum, long size) {
    values = PyTuple.of(hits, misses, maximum, size);
  }

  private static void define(TypeBuilder b) {
    for (int i = 0; i < NAMES.length; i++) {
      int index = i;
      b.getter(NAMES[i], "", self -> ((CacheInfo) self).values.get(index));
    }
    b.method("__len__(self)", "Return len(self).", self -> 4L);
    b.method(
        "__iter__(self)", "Implement iter(self).", s -> Iteration.iter(((CacheInfo) s).values));
    b.method("__getitem__(self, key)", "", (s, key) -> Items.get(((CacheInfo) s).values, key));
    b.method(
        "__eq__(self, other)",
        "",
        (s, other) ->
            Comparison.equal(
                ((CacheInfo) s).values, other instanceof CacheInfo c ? c.values : other));
    b.method(
        "__repr__(self)",
        "Return repr(self).",
        self -> {
          StringBuilder text = new StringBuilder("CacheInfo(");
          for (int i = 0; i < NAMES.length; i++) {
            text.append(i == 0 ? "" : ", ").append(NAMES[i]).append('=');
            text.append(Text.javaRepr(((CacheInfo) self).values.get(i)));
          }
          return text.append(')').toString();
        });
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
