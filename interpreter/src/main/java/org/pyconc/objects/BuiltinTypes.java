package org.pyconc.objects;

import org.pyconc.builtins.TypeDefinitions;

/**
 * The builtin types. What they can do is defined in {@code builtins} and added when a type is first
 * looked at.
 */
public final class BuiltinTypes {
  private BuiltinTypes() {}

  public static final PyType OBJECT =
      new PyType("object", null, true, PyInstance::new, b -> TypeDefinitions.define("object", b));
  public static final PyType TYPE = value("type", true);

  public static final PyType INT = value("int", true);
  public static final PyType BOOL =
      PyType.ofValues("bool", INT, false, b -> TypeDefinitions.define("bool", b));
  public static final PyType FLOAT = value("float", true);
  public static final PyType COMPLEX = value("complex", true);
  public static final PyType STR = value("str", true);
  public static final PyType BYTES = value("bytes", true);
  public static final PyType BYTEARRAY = value("bytearray", true);
  public static final PyType MEMORYVIEW = value("memoryview", false);

  public static final PyType LIST = value("list", true);
  public static final PyType TUPLE = value("tuple", true);
  public static final PyType DICT = value("dict", true);
  public static final PyType SET = value("set", true);
  public static final PyType FROZENSET = value("frozenset", true);
  public static final PyType RANGE = value("range", false);
  public static final PyType SLICE = value("slice", false);

  public static final PyType DICT_KEYS = value("dict_keys", false);
  public static final PyType DICT_VALUES = value("dict_values", false);
  public static final PyType DICT_ITEMS = value("dict_items", false);
  public static final PyType MAPPING_PROXY = value("mappingproxy", false);

  public static final PyType GENERIC_ALIAS = value("types.GenericAlias", true);

  /** What goes through an object that has only {@code __getitem__}. */
  public static final PyType ITERATOR = iterator("iterator");

  public static final PyType CALLABLE_ITERATOR = iterator("callable_iterator");
  public static final PyType LIST_ITERATOR = iterator("list_iterator");
  public static final PyType LIST_REVERSE_ITERATOR = iterator("list_reverseiterator");
  public static final PyType TUPLE_ITERATOR = iterator("tuple_iterator");
  public static final PyType STR_ASCII_ITERATOR = iterator("str_ascii_iterator");
  public static final PyType STR_ITERATOR = iterator("str_iterator");
  public static final PyType BYTES_ITERATOR = iterator("bytes_iterator");
  public static final PyType BYTEARRAY_ITERATOR = iterator("bytearray_iterator");
  public static final PyType RANGE_ITERATOR = iterator("range_iterator");
  public static final PyType LONG_RANGE_ITERATOR = iterator("longrange_iterator");
  public static final PyType SET_ITERATOR = iterator("set_iterator");
  public static final PyType DICT_KEY_ITERATOR = iterator("dict_keyiterator");
  public static final PyType DICT_VALUE_ITERATOR = iterator("dict_valueiterator");
  public static final PyType DICT_ITEM_ITERATOR = iterator("dict_itemiterator");
  public static final PyType DICT_REVERSE_KEY_ITERATOR = iterator("dict_reversekeyiterator");
  public static final PyType DICT_REVERSE_VALUE_ITERATOR = iterator("dict_reversevalueiterator");
  public static final PyType DICT_REVERSE_ITEM_ITERATOR = iterator("dict_reverseitemiterator");
  public static final PyType ODICT_ITERATOR = iterator("odict_iterator");
  public static final PyType ENUMERATE = openIterator("enumerate");
  public static final PyType ZIP = openIterator("zip");
  public static final PyType MAP = openIterator("map");
  public static final PyType FILTER = openIterator("filter");
  public static final PyType REVERSED = openIterator("reversed");

  public static final PyType GENERATOR = value("generator", false);
  public static final PyType COROUTINE = value("coroutine", false);
  public static final PyType COROUTINE_WRAPPER = value("coroutine_wrapper", false);
  public static final PyType ASYNC_GENERATOR = value("async_generator", false);
  public static final PyType ASYNC_GENERATOR_ASEND = value("async_generator_asend", false);
  public static final PyType ANEXT_AWAITABLE = value("anext_awaitable", false);
  public static final PyType ASYNC_GENERATOR_ATHROW = value("async_generator_athrow", false);

  public static final PyType FUNCTION = value("function", false);
  public static final PyType METHOD = value("method", false);
  public static final PyType BUILTIN_FUNCTION = value("builtin_function_or_method", false);
  public static final PyType METHOD_DESCRIPTOR = value("method_descriptor", false);
  public static final PyType WRAPPER_DESCRIPTOR = value("wrapper_descriptor", false);
  public static final PyType METHOD_WRAPPER = value("method-wrapper", false);
  public static final PyType GETSET_DESCRIPTOR = value("getset_descriptor", false);
  public static final PyType MEMBER_DESCRIPTOR = value("member_descriptor", false);
  public static final PyType UNION =
      PyType.ofValues(
          "types.UnionType", OBJECT, false, b -> TypeDefinitions.define("UnionType", b));
  public static final PyType CODE = value("code", false);
  public static final PyType CELL = value("cell", false);
  public static final PyType TRACEBACK = value("traceback", false);
  public static final PyType FRAME = value("frame", false);

  /** Instances are modules themselves, so programs may subclass it only through its layout. */
  public static final PyType MODULE = value("module", true);

  public static final PyType SUPER = value("super", true);

  public static final PyType PROPERTY =
      instances(
          "property",
          t ->
              new PyProperty(
                  t, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE));
  public static final PyType STATIC_METHOD =
      instances("staticmethod", t -> new PyStaticMethod(t, PySingleton.NONE));
  public static final PyType CLASS_METHOD =
      instances("classmethod", t -> new PyClassMethod(t, PySingleton.NONE));

  public static final PyType NONE_TYPE = value("NoneType", false);
  public static final PyType ELLIPSIS_TYPE = value("ellipsis", false);
  public static final PyType NOT_IMPLEMENTED_TYPE = value("NotImplementedType", false);

  /** A class of iterators of a module: it has what all iterators have, and more. */
  public static PyType iterator(String name, boolean isSubclassable, PyType.Definition more) {
    return new PyType(
        name,
        OBJECT,
        isSubclassable,
        null,
        b -> {
          TypeDefinitions.define("iteration", b);
          more.define(b);
        });
  }

  private static PyType value(String name, boolean isSubclassable) {
    return PyType.ofValues(name, OBJECT, isSubclassable, b -> TypeDefinitions.define(name, b));
  }

  private static PyType iterator(String name) {
    return iterator(name, false);
  }

  private static PyType openIterator(String name) {
    return iterator(name, true);
  }

  private static PyType iterator(String name, boolean isSubclassable) {
    return PyType.ofValues(
        name,
        OBJECT,
        isSubclassable,
        b -> {
          TypeDefinitions.define("iteration", b);
          TypeDefinitions.define(name, b);
        });
  }

  private static PyType instances(String name, PyType.Allocator allocator) {
    return new PyType(name, OBJECT, true, allocator, b -> TypeDefinitions.define(name, b));
  }
}
