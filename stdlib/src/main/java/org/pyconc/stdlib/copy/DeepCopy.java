package org.pyconc.stdlib.copy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Calls;

/** One run of {@code copy.deepcopy}: what is met twice is copied once. */
public final class DeepCopy {
  private final Object memo;
  private final Map<Object, Object> made = new IdentityHashMap<>();

  /**
   * @param memo what programs' own {@code __deepcopy__} methods are given
   */
  public DeepCopy(Object memo) {
    this.memo = memo;
  }

  /** The copy of a value and of all that it refers to. */
  public Object copy(Object value) {
    Object known = made.get(value);
    if (known != null) {
      return known;
    }
    return switch (value) {
      case PyList list -> copyList(list);
      case PyTuple tuple -> copyTuple(tuple);
      case PyDict dict -> {
        PyDict copy = new PyDict();
        made.put(value, copy);
        fill(copy, dict);
        yield copy;
      }
      case PySet set -> copySet(set);
      case PyByteArray bytes -> remember(value, new PyByteArray(bytes.toArray()));
      case PyMethod m -> remember(value, new PyMethod(copy(m.self()), m.function()));
      case PyInstance instance -> copyInstance(instance);
      default -> ShallowCopy.atomic(value);
    };
  }

  private Object remember(Object value, Object copy) {
    made.put(value, copy);
    return copy;
  }

  private Object copyList(PyList list) {
    PyList copy = new PyList();
    made.put(list, copy);
    for (int i = 0; i < list.size(); i++) {
      copy.append(copy(list.get(i)));
    }
    return copy;
  }

  /** A tuple whose elements are their own copies is its own copy too. */
  private Object copyTuple(PyTuple tuple) {
    Object[] items = new Object[tuple.size()];
    boolean isSame = true;
    for (int i = 0; i < items.length; i++) {
      items[i] = copy(tuple.get(i));
      isSame &= items[i] == tuple.get(i);
    }
    Object known = made.get(tuple); // an element may have led back here
    return known != null ? known : remember(tuple, isSame ? tuple : PyTuple.of(items));
  }

  private Object copySet(PySet set) {
    List<Object> elements = new ArrayList<>();
    for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
      elements.add(copy(set.elementAt(i)));
    }
    PySet copy = new PySet(set.isFrozen());
    for (Object element : elements) {
      copy.add(element);
    }
    return remember(set, copy);
  }

  private void fill(PyDict copy, PyDict dict) {
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      copy.put(copy(dict.keyAt(i)), copy(dict.valueAt(i)));
    }
  }

  private Object copyInstance(PyInstance instance) {
    Object hook = Calls.special(instance, "__deepcopy__", memo);
    if (hook != null) {
      return remember(instance, hook);
    }
    PyTuple recipe = ShallowCopy.recipe(instance);
    if (recipe != null) {
      return remember(instance, ShallowCopy.rebuild(recipe, this::copy));
    }
    if (instance.type().isNative()
        && instance.ownNames().length == 0
        && instance.type().lookup("__getstate__") == null) {
      return instance; // without attributes of its own there is nothing to copy
    }
    @Nullable Object payload =
        instance instanceof PyPayloadInstance p ? emptyPayload(p.payload()) : null;
    PyInstance copy = ShallowCopy.emptyLike(instance, payload);
    made.put(instance, copy);
    if (instance instanceof PyPayloadInstance p) {
      fillPayload(payload, p.payload());
    }
    ShallowCopy.setState(copy, copy(ShallowCopy.state(instance)));
    return copy;
  }

  private Object emptyPayload(Object payload) {
    return switch (payload) {
      case PyList list -> new PyList();
      case PyDict dict -> new PyDict();
      case PySet set when !set.isFrozen() -> new PySet();
      default -> copy(payload);
    };
  }

  private void fillPayload(@Nullable Object copy, Object payload) {
    switch (payload) {
      case PyList list when copy instanceof PyList to -> {
        for (int i = 0; i < list.size(); i++) {
          to.append(copy(list.get(i)));
        }
      }
      case PyDict dict when copy instanceof PyDict to -> fill(to, dict);
      case PySet set when copy instanceof PySet to && !set.isFrozen() -> {
        for (int i = set.next(0); i >= 0; i = set.next(i + 1)) {
          to.add(copy(set.elementAt(i)));
        }
      }
      default -> {}
    }
  }
}
