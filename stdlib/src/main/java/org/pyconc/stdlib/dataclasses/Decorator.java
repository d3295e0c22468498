package org.pyconc.stdlib.dataclasses;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.SlotDescriptor;
import org.pyconc.operations.Text;
import org.pyconc.stdlib.abc.AbstractClasses;

/** What {@code @dataclass} does to a class. */
final class Decorator {
  private Decorator() {}

  /** The options of {@code dataclass()}. */
  record Options(
      boolean init,
      boolean repr,
      boolean eq,
      boolean order,
      boolean unsafeHash,
      boolean frozen,
      boolean matchArgs,
      boolean keywordOnly,
      boolean slots,
      boolean weakrefSlot) {}

  private static final String[] ORDER = {"__lt__", "__le__", "__gt__", "__ge__"};

  static PyType apply(PyType decorated, Options options) {
    if (options.order() && !options.eq()) {
      throw Errors.valueError("eq must be true if order is true");
    }
    if (options.weakrefSlot() && !options.slots()) {
      throw Errors.typeError("weakref_slot is True but slots is False");
    }
    PyDict fields = new PyDict();
    inherit(decorated, fields, options);
    collect(decorated, fields, options);
    decorated.setOwn(Fields.ATTRIBUTE, fields);
    PyType type = options.slots() ? Slots.added(decorated, options) : decorated;
    Object hash = type.own("__hash__");
    boolean hasHash = hash != null && !(hash == PySingleton.NONE && type.own("__eq__") != null);
    if (options.init() && type.own("__init__") == null) {
      DataclassMethod init = DataclassMethod.of(type, "__init__");
      init.signature();
      type.setOwn("__init__", init);
    }
    if (options.repr()) {
      add(type, "__repr__");
    }
    if (options.eq()) {
      add(type, "__eq__");
    }
    if (options.order()) {
      for (String name : ORDER) {
        if (!add(type, name)) {
          throw Errors.typeError(
              "Cannot overwrite attribute "
                  + name
                  + " in class "
                  + type.name()
                  + ". Consider using functools.total_ordering");
        }
      }
    }
    if (options.frozen()) {
      freeze(type, "__setattr__");
      freeze(type, "__delattr__");
    }
    addHash(type, options, hasHash);
    if (type.own("__doc__") == PySingleton.NONE) {
      type.setOwn("__doc__", WideString.of(type.name() + signatureText(type)));
    }
    if (options.matchArgs() && type.own("__match_args__") == null) {
      List<PyInstance> positional = DataclassMethod.parameters(type);
      positional.removeIf(f -> Fields.is(f, "kw_only"));
      Object[] names = new Object[positional.size()];
      for (int i = 0; i < names.length; i++) {
        names[i] = Fields.get(positional.get(i), "name");
      }
      type.setOwn("__match_args__", PyTuple.of(names));
    }
    if (type.own("__abstractmethods__") != null) {
      AbstractClasses.markAbstracts(type);
    }
    return type;
  }

  private static boolean add(PyType type, String name) {
    if (type.own(name) != null) {
      return false;
    }
    type.setOwn(name, DataclassMethod.of(type, name));
    return true;
  }

  private static void freeze(PyType type, String name) {
    if (!add(type, name)) {
      throw Errors.typeError("Cannot overwrite attribute " + name + " in class " + type.name());
    }
  }

  private static void addHash(PyType type, Options options, boolean hasHash) {
    if (options.unsafeHash()) {
      if (hasHash) {
        throw Errors.typeError("Cannot overwrite attribute __hash__ in class " + type.name());
      }
      type.setOwn("__hash__", DataclassMethod.of(type, "__hash__"));
    } else if (options.eq() && !hasHash) {
      type.setOwn(
          "__hash__", options.frozen() ? DataclassMethod.of(type, "__hash__") : PySingleton.NONE);
    }
  }

  private static void inherit(PyType type, PyDict fields, Options options) {
    boolean hasBase = false;
    boolean hasFrozenBase = false;
    PyType[] order = type.mro();
    for (int i = order.length - 1; i > 0; i--) {
      if (!order[i].isNative() && order[i].own(Fields.ATTRIBUTE) instanceof PyDict inherited) {
        hasBase = true;
        fields.putAll(inherited);
        hasFrozenBase |= order[i].own("__setattr__") instanceof DataclassMethod;
      }
    }
    if (hasBase && hasFrozenBase && !options.frozen()) {
      throw Errors.typeError("cannot inherit non-frozen dataclass from a frozen one");
    }
    if (hasBase && !hasFrozenBase && options.frozen()) {
      throw Errors.typeError("cannot inherit frozen dataclass from a non-frozen one");
    }
  }

  private static void collect(PyType type, PyDict fields, Options options) {
    PyDict annotations = type.own("__annotations__") instanceof PyDict dict ? dict : new PyDict();
    boolean keywordOnly = options.keywordOnly();
    boolean marked = false;
    for (int i = annotations.next(0); i >= 0; i = annotations.next(i + 1)) {
      String name = Text.java(annotations.keyAt(i));
      Object annotation = annotations.valueAt(i);
      if (Annotations.isKeywordOnly(type, annotation)) {
        if (marked) {
          throw Errors.typeError(
              Text.javaRepr(name) + " is KW_ONLY, but KW_ONLY has already been specified");
        }
        marked = true;
        keywordOnly = true;
        continue;
      }
      fields.put(annotations.keyAt(i), field(type, name, annotation, keywordOnly));
    }
    for (String name : type.ownAttributeNames()) {
      Object value = type.own(name);
      if (value != null && PyType.of(value) == Fields.FIELD) {
        throw Errors.typeError("'" + name + "' is a field but has no type annotation");
      }
    }
  }

  private static PyInstance field(
      PyType type, String name, Object annotation, boolean keywordOnly) {
    Object value = Attributes.findQuietly(type, name);
    PyInstance field;
    if (value instanceof PyInstance given && given.type() == Fields.FIELD) {
      field = given;
    } else {
      Object missing = Fields.missing();
      field =
          Fields.make(
              value == null || value instanceof SlotDescriptor ? missing : value,
              missing,
              true,
              true,
              PySingleton.NONE,
              true,
              PySingleton.NONE,
              missing);
    }
    field.setOwn("name", WideString.of(name));
    field.setOwn("type", annotation);
    boolean isClassVariable = Annotations.isClassVariable(type, annotation);
    field.setOwn(
        "_field_type",
        isClassVariable
            ? Fields.CLASS_VARIABLE
            : Annotations.isInitVariable(type, annotation)
                ? Fields.INIT_VARIABLE
                : Fields.ORDINARY);
    if (Fields.isMissing(Fields.get(field, "kw_only"))) {
      if (!isClassVariable) {
        field.setOwn("kw_only", keywordOnly);
      }
    } else if (isClassVariable) {
      throw Errors.typeError("field " + name + " is a ClassVar but specifies kw_only");
    }
    checkDefault(field);
    setClassAttribute(type, name, value, field);
    return field;
  }

  private static void setClassAttribute(
      PyType type, String name, @Nullable Object value, PyInstance field) {
    if (value == field) {
      if (Fields.hasDefault(field)) {
        type.setOwn(name, Fields.get(field, "default"));
      } else {
        type.deleteOwn(name);
      }
    }
  }

  private static void checkDefault(PyInstance field) {
    boolean isOrdinary = Fields.kind(field).equals(Fields.ORDINARY);
    if (!isOrdinary && Fields.hasFactory(field)) {
      throw Errors.typeError("field " + Fields.name(field) + " cannot have a default factory");
    }
    Object value = Fields.get(field, "default");
    if (isOrdinary
        && Fields.hasDefault(field)
        && PyType.of(value).lookup("__hash__") == PySingleton.NONE) {
      throw Errors.valueError(
          "mutable default "
              + PyType.of(value)
              + " for field "
              + Fields.name(field)
              + " is not allowed: use default_factory");
    }
  }

  /** For the documentation string: {@code (x: int, y: int = 0)}. */
  private static String shown(Object annotation) {
    if (annotation instanceof PyType t) {
      return t.moduleName().equals("typing") ? t.qualifiedName() : t.fullName();
    }
    String text = Text.javaRepr(annotation);
    return "typing".equals(Attributes.findQuietly(annotation, "__module__"))
        ? text.replace("typing.", "")
        : text;
  }

  private static String signatureText(PyType type) {
    StringBuilder out = new StringBuilder("(");
    boolean hasStar = false;
    List<PyInstance> parameters = DataclassMethod.parameters(type);
    for (boolean keywordOnly : new boolean[] {false, true}) {
      for (PyInstance field : parameters) {
        if (Fields.is(field, "kw_only") != keywordOnly) {
          continue;
        }
        out.append(out.length() > 1 ? ", " : "");
        if (keywordOnly && !hasStar) {
          out.append("*, ");
          hasStar = true;
        }
        Object annotation = Fields.get(field, "type");
        out.append(Fields.name(field)).append(": ");
        out.append(shown(annotation));
        if (Fields.hasDefault(field)) {
          out.append(" = ").append(Text.javaRepr(Fields.get(field, "default")));
        } else if (Fields.hasFactory(field)) {
          out.append(" = <factory>");
        }
      }
    }
    return out.append(')').toString();
  }
}
