package org.pyconc.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** PyDict against LinkedHashMap, which keeps insertion order too. */
class PyDictPropertyTest {
  private enum Action {
    PUT,
    REMOVE,
    SET_DEFAULT,
    POP_LAST,
    CLEAR,
    ITERATE_AND_REMOVE
  }

  private record Step(Action action, Object key, long value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Action> actions =
        Arbitraries.frequency(
            Tuple.of(12, Action.PUT),
            Tuple.of(8, Action.REMOVE),
            Tuple.of(3, Action.SET_DEFAULT),
            Tuple.of(3, Action.POP_LAST),
            Tuple.of(1, Action.CLEAR),
            Tuple.of(1, Action.ITERATE_AND_REMOVE));
    Arbitrary<Object> keys =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-5, 40).map(i -> (Object) i),
            Arbitraries.longs().between(0, 8).map(i -> (Object) (i << 32)),
            Arbitraries.strings().alpha().ofMaxLength(2).map(s -> (Object) s));
    return Combinators.combine(actions, keys, Arbitraries.longs())
        .as(Step::new)
        .list()
        .ofMaxSize(400);
  }

  @Property(tries = 300)
  void behavesLikeALinkedHashMap(@ForAll("steps") List<Step> steps) {
    PyDict dict = new PyDict();
    Map<Object, Object> model = new LinkedHashMap<>();
    for (Step step : steps) {
      switch (step.action) {
        case PUT -> {
          dict.put(step.key, step.value);
          model.put(step.key, step.value);
        }
        case REMOVE -> assertThat(dict.remove(step.key)).isEqualTo(model.remove(step.key));
        case SET_DEFAULT -> {
          model.putIfAbsent(step.key, step.value);
          assertThat(dict.setDefault(step.key, step.value)).isEqualTo(model.get(step.key));
        }
        case POP_LAST -> {
          int last = dict.previous(dict.end());
          assertThat(last < 0).isEqualTo(model.isEmpty());
          if (last >= 0) {
            model.remove(dict.keyAt(last));
            dict.removeLast(last);
          }
        }
        case CLEAR -> {
          dict.clear();
          model.clear();
        }
        case ITERATE_AND_REMOVE -> {
          for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
            if (dict.valueAt(i) instanceof Long v && v % 2 == 0) {
              dict.removeAt(i);
            }
          }
          model.values().removeIf(v -> (Long) v % 2 == 0);
        }
      }
      assertThat(dict.size()).isEqualTo(model.size());
      assertThat(dict.get(step.key)).isEqualTo(model.get(step.key));
    }
    List<Object> keys = new ArrayList<>();
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      keys.add(dict.keyAt(i));
      assertThat(dict.valueAt(i)).isEqualTo(model.get(dict.keyAt(i)));
    }
    assertThat(keys).containsExactlyElementsOf(model.keySet());
    List<Object> backwards = new ArrayList<>();
    for (int i = dict.previous(dict.end()); i >= 0; i = dict.previous(i)) {
      backwards.add(0, dict.keyAt(i));
    }
    assertThat(backwards).isEqualTo(keys);
  }

  @Property(tries = 200)
  void equalNumbersOfDifferentTypesAreOneKey(@ForAll("smallInts") long number) {
    PyDict dict = new PyDict();
    dict.put(number, "int");
    dict.put((double) number, "float");
    if (number == 0 || number == 1) {
      dict.put(number == 1, "bool");
    }
    assertThat(dict.size()).isOne();
    assertThat(dict.keyAt(dict.next(0))).isEqualTo(number);
    assertThat(dict.containsKey((double) number)).isTrue();
  }

  @Provide
  Arbitrary<Long> smallInts() {
    return Arbitraries.longs().between(-(1L << 53), 1L << 53);
  }
}
