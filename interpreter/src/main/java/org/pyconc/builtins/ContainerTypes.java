package org.pyconc.builtins;

import org.pyconc.objects.TypeBuilder;

/** The definitions of the containers, ranges, slices and iterators. */
final class ContainerTypes {
  private ContainerTypes() {}

  /** Defines the type if it belongs here. */
  static boolean define(String name, TypeBuilder b) {
    switch (name) {
      case "list" -> ListMethods.define(b);
      case "tuple" -> TupleMethods.define(b);
      case "dict" -> DictMethods.define(b);
      case "set" -> SetMethods.defineSet(b);
      case "frozenset" -> SetMethods.defineFrozenSet(b);
      case "range" -> RangeMethods.define(b);
      case "slice" -> SliceMethods.define(b);
      case "dict_keys", "dict_values", "dict_items" -> DictViewMethods.define(name, b);
      case "mappingproxy" -> MappingProxyMethods.define(b);
      case "types.GenericAlias" -> GenericAliasMethods.define(b);
      case "iteration" -> IteratorMethods.defineIterator(b);
      case "enumerate" -> IteratorMethods.defineEnumerate(b);
      case "zip" -> IteratorMethods.defineZip(b);
      case "map" -> IteratorMethods.defineMap(b);
      case "filter" -> IteratorMethods.defineFilter(b);
      case "reversed" -> IteratorMethods.defineReversed(b);
      case "iterator",
          "list_iterator",
          "list_reverseiterator",
          "tuple_iterator",
          "str_ascii_iterator",
          "str_iterator",
          "bytes_iterator",
          "bytearray_iterator",
          "range_iterator",
          "longrange_iterator" -> {
        IteratorMethods.defineLengthHint(b);
        IteratorMethods.defineSetState(b);
      }
      case "set_iterator",
          "dict_keyiterator",
          "dict_valueiterator",
          "dict_itemiterator",
          "dict_reversekeyiterator",
          "dict_reversevalueiterator",
          "dict_reverseitemiterator" ->
          IteratorMethods.defineLengthHint(b);
      default -> {
        return false;
      }
    }
    return true;
  }
}
