package org.pyconc.stdlib.pickle;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Text;

/**
 * What has been pickled already. Equal strs count as the same one: nothing tells them apart, and
 * CPython shares those of one source text.
 */
final class PickleMemo {
  static final int UNKNOWN = -1;

  private final Map<Object, Integer> objects = new IdentityHashMap<>();
  private final Map<Object, Integer> texts = new HashMap<>();

  int size() {
    return objects.size() + texts.size();
  }

  /** The number of an object, or {@link #UNKNOWN}. */
  int get(Object object) {
    Integer found = (Text.isText(object) ? texts : objects).get(object);
    return found == null ? UNKNOWN : found;
  }

  /** Numbers an object. */
  int put(Object object) {
    int number = size();
    (Text.isText(object) ? texts : objects).put(object, number);
    return number;
  }

  void clear() {
    objects.clear();
    texts.clear();
  }

  /** As programs see it: ids, each with number and object. */
  PyDict toDict() {
    PyDict dict = new PyDict();
    fill(dict, objects);
    fill(dict, texts);
    return dict;
  }

  private static void fill(PyDict dict, Map<Object, Integer> from) {
    from.forEach(
        (object, number) -> dict.put(Text.id(object), PyTuple.of((long) (int) number, object)));
  }
}
