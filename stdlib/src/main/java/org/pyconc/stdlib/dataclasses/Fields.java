package org.pyconc.stdlib.dataclasses;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyMappingProxy;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.TaskState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** The fields of a data class: instances of {@code Field} in {@code __dataclass_fields__}. */
final class Fields {
  private Fields() {}

  static final String ATTRIBUTE = "__dataclass_fields__";

  /** What kind of field: kept in {@code _field_type}. */
  static final String ORDINARY = "_FIELD";

  static final String CLASS_VARIABLE = "_FIELD_CLASSVAR";
  static final String INIT_VARIABLE = "_FIELD_INITVAR";

  static final PyType FIELD =
      new PyType("dataclasses.Field", BuiltinTypes.OBJECT, false, PyInstance::new, Fields::define);

  private static final PyType MISSING_TYPE = marker("dataclasses._MISSING_TYPE");
  private static final PyType KEYWORD_ONLY_TYPE = marker("dataclasses._KW_ONLY_TYPE");

  private static final String[] SHOWN = {
    "name",
    "type",
    "default",
    "default_factory",
    "init",
    "repr",
    "hash",
    "compare",
    "metadata",
    "kw_only"
  };

  private static final PyType FACTORY_TYPE =
      new PyType(
          "dataclasses._HAS_DEFAULT_FACTORY_CLASS",
          BuiltinTypes.OBJECT,
          false,
          PyInstance::new,
          b -> b.method("__repr__(self, /)", "", self -> "<factory>"));

  /** What stands for a value that a factory makes. */
  static Object factoryMark() {
    return new PyInstance(FACTORY_TYPE);
  }

  private static final Object MISSING = new Marker(MISSING_TYPE);
  private static final Object KEYWORD_ONLY = new Marker(KEYWORD_ONLY_TYPE);

  /** A value that is known by its identity. It never changes, so all processes share it. */
  private static final class Marker extends PyObject implements Transferable {
    private final PyType type;

    Marker(PyType type) {
      this.type = type;
    }

    @Override
    public PyType type() {
      return type;
    }

    @Override
    public Object copy(Copier copier) {
      return this;
    }
  }

  private static PyType marker(String name) {
    return new PyType(
        name,
        BuiltinTypes.OBJECT,
        false,
        null,
        b -> b.method("__repr__(self, /)", "", Text::defaultRepr));
  }

  /** The value of {@code MISSING}. */
  static Object missing() {
    return MISSING;
  }

  /** The value of {@code KW_ONLY}. */
  static Object keywordOnly() {
    return KEYWORD_ONLY;
  }

  static boolean isMissing(Object value) {
    return value == MISSING;
  }

  static boolean isKeywordOnly(Object value) {
    return value == KEYWORD_ONLY;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> {
          if (!TaskState.current().reprStack().enter(a)) {
            return "...";
          }
          try {
            return WideString.of(shown((PyInstance) a));
          } finally {
            TaskState.current().reprStack().leave();
          }
        });
    b.method(
        "__set_name__(self, owner, name, /)",
        "Tells a default value that wants to know where it is.",
        (self, owner, name) -> {
          Object value = get((PyInstance) self, "default");
          Object method = PyType.of(value).lookup("__set_name__");
          if (method != null) {
            Calls.call2(Attributes.bind(method, value, PyType.of(value)), owner, name);
          }
          return PySingleton.NONE;
        });
  }

  private static String shown(PyInstance field) {
    StringBuilder out = new StringBuilder("Field(");
    for (String name : SHOWN) {
      out.append(name).append('=').append(Text.javaRepr(get(field, name))).append(',');
    }
    boolean isKnown = get(field, "_field_type") instanceof String;
    return out.append("_field_type=").append(isKnown ? kind(field) : "None").append(')').toString();
  }

  /** A field from the arguments of {@code field()}. */
  static PyInstance make(
      Object defaultValue,
      Object factory,
      Object init,
      Object repr,
      Object hash,
      Object compare,
      Object metadata,
      Object keywordOnly) {
    PyInstance field = new PyInstance(FIELD);
    field.setOwn("name", PySingleton.NONE);
    field.setOwn("type", PySingleton.NONE);
    field.setOwn("default", defaultValue);
    field.setOwn("default_factory", factory);
    field.setOwn("init", init);
    field.setOwn("repr", repr);
    field.setOwn("hash", hash);
    field.setOwn("compare", compare);
    field.setOwn(
        "metadata", new PyMappingProxy(metadata == PySingleton.NONE ? new PyDict() : metadata));
    field.setOwn("kw_only", keywordOnly);
    field.setOwn("_field_type", PySingleton.NONE);
    return field;
  }

  static Object get(PyInstance field, String attribute) {
    Object value = field.own(attribute);
    return value == null ? PySingleton.NONE : value;
  }

  static String name(PyInstance field) {
    return Text.java(get(field, "name"));
  }

  static String kind(PyInstance field) {
    return get(field, "_field_type") instanceof String s ? s : ORDINARY;
  }

  static boolean is(PyInstance field, String attribute) {
    return Truth.isTrue(get(field, attribute));
  }

  static boolean hasDefault(PyInstance field) {
    return !isMissing(get(field, "default"));
  }

  static boolean hasFactory(PyInstance field) {
    return !isMissing(get(field, "default_factory"));
  }

  /** The fields of all kinds of a data class, or null if the class is none. */
  static @Nullable List<PyInstance> all(PyType type) {
    return type.lookup(ATTRIBUTE) instanceof PyDict dict ? values(dict) : null;
  }

  static List<PyInstance> values(PyDict dict) {
    List<PyInstance> fields = new ArrayList<>();
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      if (dict.valueAt(i) instanceof PyInstance field) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** The fields that instances have. */
  static List<PyInstance> ordinary(PyType type) {
    List<PyInstance> fields = all(type);
    if (fields == null) {
      return List.of();
    }
    fields.removeIf(f -> !kind(f).equals(ORDINARY));
    return fields;
  }
}
