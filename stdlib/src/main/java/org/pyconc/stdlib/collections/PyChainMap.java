package org.pyconc.stdlib.collections;

import java.util.function.UnaryOperator;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyIterator;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Dicts;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.PatternMatching;
import org.pyconc.operations.Reductions;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.transfer.Refillable;

/**
 * Several mappings that look like one; changes go to the first.
 *
 * @see <a href="https://docs.python.org/3.11/library/collections.html#chainmap-objects">ChainMap
 *     objects</a>
 */
public final class PyChainMap extends PyInstance implements Refillable {
  /** {@code collections.ChainMap}. */
  public static final PyType TYPE =
      new PyType(
              "collections.ChainMap",
              BuiltinTypes.OBJECT,
              true,
              PyChainMap::new,
              PyChainMap::define)
          .withPatternKind(PatternMatching.MAPPING);

  private static final PySingleton NONE = PySingleton.NONE;

  private PyList maps = PyList.of(new PyDict());

  public PyChainMap(PyType type) {
    super(type);
  }

  @Override
  public PyChainMap emptyCopy(PyType type) {
    return new PyChainMap(type);
  }

  @Override
  public void refill(PyObject original, UnaryOperator<Object> copy) {
    maps = (PyList) copy.apply(((PyChainMap) original).maps);
  }

  private static void define(TypeBuilder b) {
    b.doc(
        "A ChainMap groups multiple dicts (or other mappings) together\n"
            + "to create a single, updateable view.");
    b.methodN(
        "__init__(self, *maps)",
        "Initialize a ChainMap by setting *maps* to the given mappings.",
        bound -> {
          PyTuple given = (PyTuple) bound[1];
          ((PyChainMap) bound[0]).maps =
              given.size() == 0 ? PyList.of(new PyDict()) : PyList.of(given.items().clone());
          return NONE;
        });
    b.method(
        "__reduce__(self)",
        "Return state information for pickling.",
        self ->
            Reductions.recipe(self, PyTuple.of(((PyChainMap) self).maps.toArray()), null, null));
    b.getSet(
        "maps",
        "The mappings.",
        self -> ((PyChainMap) self).maps,
        (self, value) -> {
          ((PyChainMap) self).maps = Iteration.toList(value);
          return NONE;
        });
    b.getter(
        "parents",
        "New ChainMap from maps[1:].",
        self -> {
          Object[] all = ((PyChainMap) self).maps.toArray();
          Object[] rest = new Object[Math.max(0, all.length - 1)];
          System.arraycopy(all, all.length - rest.length, rest, 0, rest.length);
          return Calls.call(((PyChainMap) self).type(), rest);
        });
    b.methodN(
        "new_child(self, m=None, **kwargs)",
        "New ChainMap with a new map followed by all previous maps.",
        bound -> {
          Object first = bound[1] == NONE ? new PyDict() : bound[1];
          if (((PyDict) bound[2]).size() > 0) {
            Object ignored = Calls.method(first, "update", bound[2]);
          }
          PyChainMap self = (PyChainMap) bound[0];
          return Calls.call(self.type(), Calls.prepend(first, self.maps.toArray()));
        });
    defineReading(b);
    defineWriting(b);
  }

  private Object first() {
    return maps.get(0);
  }

  private PyDict merged() {
    PyDict all = new PyDict();
    for (int i = maps.size() - 1; i >= 0; i--) {
      Dicts.update(all, maps.get(i));
    }
    return all;
  }

  private Object get(Object key, Object otherwise) {
    for (Object map : maps.toArray()) {
      if (Items.contains(map, key)) {
        return Items.get(map, key);
      }
    }
    return otherwise;
  }

  private static void defineReading(TypeBuilder b) {
    b.method(
        "__getitem__(self, key)",
        "Return self[key].",
        (self, key) -> {
          Object value = ((PyChainMap) self).get(key, Unset.UNSET);
          if (value != Unset.UNSET) {
            return value;
          }
          Object result = Calls.special(self, "__missing__", key);
          if (result == null) {
            throw Errors.keyError(key);
          }
          return result;
        });
    b.method(
        "get(self, key, default=None)",
        "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.",
        (self, key, otherwise) -> ((PyChainMap) self).get(key, otherwise));
    b.method(
        "__contains__(self, key)",
        "Return key in self.",
        (self, key) -> ((PyChainMap) self).get(key, Unset.UNSET) != Unset.UNSET);
    b.method("__len__(self)", "Return len(self).", s -> (long) ((PyChainMap) s).merged().size());
    b.method(
        "__iter__(self)", "Implement iter(self).", s -> Iteration.iter(((PyChainMap) s).merged()));
    b.method(
        "__bool__(self)", "True if self else False", s -> ((PyChainMap) s).merged().size() > 0);
    for (String view : new String[] {"keys", "values", "items"}) {
      b.method(
          view + "(self)",
          "D." + view + "() -> a view of D's " + view,
          self -> Calls.method(((PyChainMap) self).merged(), view));
    }
    b.method(
        "__eq__(self, other)",
        "Return self==other.",
        (self, other) -> {
          Object plain =
              other instanceof PyChainMap c ? c.merged() : PyPayloadInstance.unwrap(other);
          return plain instanceof PyDict d
              ? (Object) Dicts.equal(((PyChainMap) self).merged(), d)
              : PySingleton.NOT_IMPLEMENTED;
        });
    b.constant("__hash__", NONE);
    for (String name : new String[] {"copy", "__copy__"}) {
      b.method(
          name + "(self)",
          "New ChainMap or subclass with a new copy of maps[0] and refs to maps[1:]",
          self -> {
            PyChainMap chain = (PyChainMap) self;
            Object[] all = chain.maps.toArray();
            all[0] = Calls.method(all[0], "copy");
            return Calls.call(chain.type(), all);
          });
    }
    b.method(
        "__repr__(self)",
        "Return repr(self).",
        self -> {
          PyChainMap chain = (PyChainMap) self;
          TextBuilder text = new TextBuilder().append(chain.type().name()).append("(");
          for (int i = 0; i < chain.maps.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(Text.repr(chain.maps.get(i)));
          }
          return text.append(")").build();
        });
  }

  private static RuntimeException notFirst(Object key) {
    return Errors.keyError(
        WideString.of("Key not found in the first mapping: " + Text.javaRepr(key)));
  }

  private static void defineWriting(TypeBuilder b) {
    b.method(
        "__setitem__(self, key, value)",
        "Set self[key] to value.",
        (self, key, value) -> {
          Items.set(((PyChainMap) self).first(), key, value);
          return NONE;
        });
    b.method(
        "__delitem__(self, key)",
        "Delete self[key].",
        (self, key) -> {
          if (!Items.contains(((PyChainMap) self).first(), key)) {
            throw notFirst(key);
          }
          Items.delete(((PyChainMap) self).first(), key);
          return NONE;
        });
    b.method(
        "pop(self, key, default=<unrepresentable>)",
        "Remove *key* from maps[0] and return its value.",
        (self, key, otherwise) -> {
          Object first = ((PyChainMap) self).first();
          if (Items.contains(first, key)) {
            return Calls.method(first, "pop", key);
          }
          if (otherwise == Unset.UNSET) {
            throw notFirst(key);
          }
          return otherwise;
        });
    b.method(
        "popitem(self)",
        "Remove and return an item pair from maps[0].",
        self -> {
          Object first = ((PyChainMap) self).first();
          if (Items.length(first) == 0) {
            throw Errors.keyError("No keys found in the first mapping.");
          }
          return Calls.method(first, "popitem");
        });
    b.method(
        "setdefault(self, key, default=None)",
        "D.setdefault(k[,d]) -> D.get(k,d), also set D[k]=d if k not in D",
        (self, key, otherwise) -> {
          Object value = ((PyChainMap) self).get(key, Unset.UNSET);
          if (value == Unset.UNSET) {
            Items.set(((PyChainMap) self).first(), key, otherwise);
            return otherwise;
          }
          return value;
        });
    b.methodN(
        "update(self, /, *args, **kwds)",
        "Updates the first mapping.",
        bound -> {
          PyDict changes = new PyDict();
          for (Object each : ((PyTuple) bound[1]).items()) {
            Dicts.update(changes, each);
          }
          changes.putAll((PyDict) bound[2]);
          PyIterator keys = Iteration.iterator(changes);
          for (Object key = keys.next(); key != null; key = keys.next()) {
            Items.set(((PyChainMap) bound[0]).first(), key, Items.get(changes, key));
          }
          return NONE;
        });
    b.method(
        "__or__(self, other)",
        "Return self|value.",
        (self, other) -> {
          if (!(other instanceof PyChainMap)
              && !(PyPayloadInstance.unwrap(other) instanceof PyDict)) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          PyChainMap chain = (PyChainMap) self;
          Object[] all = chain.maps.toArray();
          all[0] = Calls.method(all[0], "copy");
          Object ignored =
              Calls.method(all[0], "update", other instanceof PyChainMap c ? c.merged() : other);
          return Calls.call(chain.type(), all);
        });
    b.method(
        "__ror__(self, other)",
        "Return value|self.",
        (self, other) -> {
          if (!(PyPayloadInstance.unwrap(other) instanceof PyDict)) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          PyChainMap chain = (PyChainMap) self;
          Object joined = Calls.call1(BuiltinTypes.DICT, other);
          Object ignored = Calls.method(joined, "update", chain.merged());
          return Calls.call1(chain.type(), joined);
        });
    b.method(
        "__ior__(self, other)",
        "Return self|=value.",
        (self, other) -> {
          PyChainMap chain = (PyChainMap) self;
          Object ignored =
              Calls.method(
                  chain.first(), "update", other instanceof PyChainMap c ? c.merged() : other);
          return self;
        });
    b.method(
        "clear(self)",
        "Clear maps[0], leaving maps[1:] intact.",
        self -> {
          Object ignored = Calls.method(((PyChainMap) self).first(), "clear");
          return NONE;
        });
  }
}
