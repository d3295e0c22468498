package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMappingProxy;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;

/**
 * The type mappingproxy.
 *
 * @see <a href="https://docs.python.org/3.11/library/types.html#types.MappingProxyType">
 *     types.MappingProxyType</a>
 */
final class MappingProxyMethods {
  private MappingProxyMethods() {}

  static void define(TypeBuilder b) {
    b.doc("Read-only proxy of a mapping.");
    b.staticMethod(
        "__new__(cls, mapping)",
        "Create and return a new object.",
        bound -> {
          Arguments.subclass(BuiltinTypes.MAPPING_PROXY, "mappingproxy", bound[0]);
          Object mapping = bound[1];
          if (mapping instanceof PyList
              || mapping instanceof PyTuple
              || PyType.of(mapping).lookup("__getitem__") == null) {
            throw Errors.typeError(
                "mappingproxy() argument must be a mapping, not " + PyType.of(mapping).name());
          }
          return new PyMappingProxy(mapping);
        });
    b.method("__len__(self, /)", "Return len(self).", self -> (long) Items.length(mapping(self)));
    b.method("__iter__(self, /)", "Implement iter(self).", self -> Iteration.iter(mapping(self)));
    b.method(
        "__reversed__(self, /)",
        "D.__reversed__() -> reverse iterator",
        self -> Calls.method(mapping(self), "__reversed__"));
    b.method(
        "__getitem__(self, key, /)",
        "Return self[key].",
        (self, key) -> Items.get(mapping(self), key));
    b.method(
        "__contains__(self, key, /)",
        "Return key in self.",
        (self, key) -> Items.contains(mapping(self), key));
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self ->
            new TextBuilder()
                .append("mappingproxy(")
                .append(Text.repr(mapping(self)))
                .append(")")
                .build());
    b.method("__str__(self, /)", "Return str(self).", self -> Text.str(mapping(self)));
    b.constant("__hash__", PySingleton.NONE);
    for (Comparison.Operator op : Comparison.Operator.values()) {
      b.method(
          op.method() + "(self, value, /)",
          "Return self" + op.symbol() + "value.",
          (self, other) -> Comparison.compare(op, mapping(self), other));
    }
    b.method("__or__(self, value, /)", "Return self|value.", (self, other) -> or(self, other));
    b.method("__ror__(self, value, /)", "Return value|self.", (self, other) -> or(other, self));
    b.method(
        "get(self, key, default=None, /)",
        "Return the value for key if key is in the mapping, else default.",
        (self, key, otherwise) -> Calls.method(mapping(self), "get", key, otherwise));
    for (String name : new String[] {"keys", "values", "items", "copy"}) {
      b.method(name + "(self, /)", "D." + name + "()", self -> Calls.method(mapping(self), name));
    }
  }

  private static Object mapping(Object value) {
    return value instanceof PyMappingProxy p ? p.mapping() : value;
  }

  private static Object or(Object a, Object b) {
    return Arithmetic.binary(BinaryOp.OR, mapping(a), mapping(b));
  }
}
