package org.pyconc.stdlib.collections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pyconc.errors.Errors;
import org.pyconc.grammar.Keywords;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.GetSet;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;
import org.pyconc.objects.Unset;
import org.pyconc.operations.ArgumentBinder;
import org.pyconc.operations.Classes;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.CallStack;

/**
 * The function namedtuple, which makes classes.
 *
 * @see <a href="https://docs.python.org/3.11/library/collections.html#collections.namedtuple">
 *     namedtuple</a>
 */
final class NamedTuples {
  private static final Set<String> KEYWORDS = Set.copyOf(Keywords.HARD);

  private NamedTuples() {}

  static void define(ModuleBuilder b) {
    b.functionN(
        "namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)",
        "Returns a new subclass of tuple with named fields.",
        bound -> {
          String name = Text.javaStr(bound[0]);
          String[] fields = fields(bound[1]);
          if (Truth.isTrue(bound[2])) {
            rename(fields);
          }
          check(name, fields);
          Object[] defaults =
              bound[3] == PySingleton.NONE ? PyObject.NO_ARGUMENTS : Iteration.toArray(bound[3]);
          if (defaults.length > fields.length) {
            throw Errors.typeError("Got more default values than field names");
          }
          return create(name, fields, defaults, bound[4]);
        });
  }

  private static String[] fields(Object names) {
    List<String> fields = new ArrayList<>();
    if (Text.isText(PyPayloadInstance.unwrap(names))) {
      for (String part : Text.java(names).replace(',', ' ').split("\\s+")) {
        if (!part.isEmpty()) {
          fields.add(part);
        }
      }
    } else {
      for (Object each : Iteration.toArray(names)) {
        fields.add(Text.javaStr(each));
      }
    }
    return fields.toArray(new String[0]);
  }

  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || !(Character.isLetter(name.charAt(0)) || name.charAt(0) == '_')) {
      return false;
    }
    return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  private static void rename(String[] fields) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < fields.length; i++) {
      String field = fields[i];
      if (!isIdentifier(field)
          || KEYWORDS.contains(field)
          || field.startsWith("_")
          || !seen.add(field)) {
        fields[i] = "_" + i;
      }
    }
  }

  private static void check(String name, String[] fields) {
    checkName(name);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < fields.length; i++) {
      String field = fields[i];
      checkName(field);
      if (field.startsWith("_") && !field.equals("_" + i)) {
        throw Errors.valueError("Field names cannot start with an underscore: '" + field + "'");
      }
      if (!seen.add(field)) {
        throw Errors.valueError("Encountered duplicate field name: '" + field + "'");
      }
    }
  }

  private static void checkName(String name) {
    if (!isIdentifier(name)) {
      throw Errors.valueError(
          "Type names and field names must be valid identifiers: '" + name + "'");
    }
    if (KEYWORDS.contains(name)) {
      throw Errors.valueError("Type names and field names cannot be a keyword: '" + name + "'");
    }
  }

  private static PyType create(String name, String[] fields, Object[] defaults, Object module) {
    PyDict namespace = new PyDict();
    Object[] fieldObjects = new Object[fields.length];
    System.arraycopy(fields, 0, fieldObjects, 0, fields.length);
    PyTuple fieldTuple = PyTuple.of(fieldObjects);
    PyDict defaultDict = new PyDict();
    int required = fields.length - defaults.length;
    for (int i = 0; i < defaults.length; i++) {
      defaultDict.put(fields[required + i], defaults[i]);
    }
    namespace.put("__doc__", name + "(" + String.join(", ", fields) + ")");
    namespace.put("__slots__", PyTuple.EMPTY);
    namespace.put("_fields", fieldTuple);
    namespace.put("_field_defaults", defaultDict);
    namespace.put("__match_args__", fieldTuple);
    namespace.put("__module__", module == PySingleton.NONE ? CallStack.moduleName() : module);
    namespace.put("__new__", new PyStaticMethod(constructor(name, fields, required)));
    namespace.put(
        "_make",
        new PyClassMethod(
            NativeFunction.of(
                null,
                "_make(cls, iterable)",
                "Make a new " + name + " object from a sequence or iterable",
                (cls, iterable) -> make((PyType) cls, iterable, fields.length))));
    namespace.put(
        "_replace",
        method(
            "_replace(self, /, **kwds)",
            "Return a new " + name + " object replacing specified fields with new values",
            bound -> replace(bound[0], (PyDict) bound[1], fields)));
    namespace.put(
        "_asdict",
        method(
            "_asdict(self)",
            "Return a new dict which maps field names to their values.",
            bound -> asDict(items(bound[0]), fields)));
    namespace.put(
        "__repr__",
        method(
            "__repr__(self)",
            "Return a nicely formatted representation string",
            bound -> repr(bound[0], fields)));
    namespace.put(
        "__getnewargs__",
        method(
            "__getnewargs__(self)",
            "Return self as a plain tuple.  Used by copy and pickle.",
            bound -> PyPayloadInstance.unwrap(bound[0])));
    for (int i = 0; i < fields.length; i++) {
      namespace.put(fields[i], field(fields[i], i));
    }
    return Classes.create(
        BuiltinTypes.TYPE,
        name,
        PyTuple.of(BuiltinTypes.TUPLE),
        namespace,
        PyObject.NO_ARGUMENTS,
        PyObject.NO_KEYWORDS);
  }

  private static NativeMethod method(String signature, String doc, Native.FN body) {
    return NativeMethod.of(BuiltinTypes.TUPLE, signature, doc, body);
  }

  private static Object[] items(Object self) {
    return ((PyTuple) PyPayloadInstance.unwrap(self)).items();
  }

  private static GetSet field(String name, int index) {
    return new GetSet(
            BuiltinTypes.TUPLE,
            name,
            "Alias for field number " + index,
            self -> {
              Object[] items = items(self);
              if (index >= items.length) {
                throw Errors.indexError("tuple index out of range");
              }
              return items[index];
            },
            (self, value) -> {
              throw Errors.attributeError(
                  value == Unset.UNSET ? "can't delete attribute" : "can't set attribute",
                  self,
                  name);
            })
        .withOwnDoc();
  }

  private static Object make(PyType cls, Object iterable, int count) {
    PyTuple items = PyTuple.of(Iteration.toArray(iterable));
    if (items.size() != count) {
      throw Errors.typeError("Expected " + count + " arguments, got " + items.size());
    }
    return new PyPayloadInstance(cls, items);
  }

  private static Object replace(Object self, PyDict changes, String[] fields) {
    Object[] items = items(self).clone();
    for (int i = 0; i < fields.length; i++) {
      Object value = changes.remove(fields[i]);
      items[i] = value == null ? items[i] : value;
    }
    if (changes.size() > 0) {
      throw Errors.valueError(
          "Got unexpected field names: " + Text.javaRepr(Iteration.toList(changes)));
    }
    return make(PyType.of(self), PyTuple.of(items), fields.length);
  }

  private static PyDict asDict(Object[] items, String[] fields) {
    PyDict dict = new PyDict();
    for (int i = 0; i < fields.length && i < items.length; i++) {
      dict.put(fields[i], items[i]);
    }
    return dict;
  }

  private static Object repr(Object self, String[] fields) {
    TextBuilder text = new TextBuilder().append(PyType.of(self).simpleName()).append("(");
    Object[] items = items(self);
    for (int i = 0; i < fields.length && i < items.length; i++) {
      text.append(i == 0 ? "" : ", ").append(fields[i]).append("=").append(Text.repr(items[i]));
    }
    return text.append(")").build();
  }

  private static NativeFunction constructor(String name, String[] fields, int required) {
    String[] parameters = new String[fields.length + 1];
    parameters[0] = "_cls";
    System.arraycopy(fields, 0, parameters, 1, fields.length);
    Object[] defaults = new Object[fields.length - required];
    Arrays.fill(defaults, Unset.UNSET);
    Signature signature =
        new Signature(
            name + ".__new__",
            parameters,
            0,
            parameters.length,
            0,
            false,
            false,
            defaults,
            PyObject.NO_ARGUMENTS);
    return NativeFunction.ofN(
        null,
        "__new__(_cls, /, *args, **kwargs)",
        "Create new instance of " + name,
        given -> {
          Object[] bound = bind(signature, given[0], (PyTuple) given[1], (PyDict) given[2]);
          Object[] items = new Object[fields.length];
          for (int i = 0; i < items.length; i++) {
            Object value = bound[i + 1];
            items[i] = value == Unset.UNSET ? defaultValue((PyType) bound[0], fields[i]) : value;
          }
          return new PyPayloadInstance((PyType) bound[0], PyTuple.of(items));
        });
  }

  /** Binds arguments as for a function of the program, whose words messages have. */
  private static Object[] bind(Signature signature, Object cls, PyTuple args, PyDict kwargs) {
    int positional = args.size() + 1;
    Object[] arguments = new Object[positional + kwargs.size()];
    arguments[0] = cls;
    System.arraycopy(args.items(), 0, arguments, 1, args.size());
    String[] keywords = new String[kwargs.size()];
    int count = 0;
    for (int i = kwargs.next(0); i >= 0; i = kwargs.next(i + 1)) {
      keywords[count] = Text.java(kwargs.keyAt(i));
      arguments[positional + count++] = kwargs.valueAt(i);
    }
    return ArgumentBinder.bind(
        signature,
        signature.name(),
        signature.defaults(),
        signature.keywordDefaults(),
        arguments,
        keywords);
  }

  /** The class has the default values, so that each process has its own. */
  private static Object defaultValue(PyType cls, String field) {
    Object value = cls.lookup("_field_defaults") instanceof PyDict d ? d.get(field) : null;
    if (value == null) {
      throw Errors.typeError("no default value for field '" + field + "'");
    }
    return value;
  }
}
