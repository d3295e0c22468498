package org.pyconc.stdlib.support;

import java.util.Arrays;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * Tuples whose items have names, as {@code os.stat_result} and {@code time.struct_time} are.
 * Programs cannot derive classes from theirs.
 */
public final class StructSequence {
  private StructSequence() {}

  /**
   * A class of such tuples.
   *
   * @param qualifiedName with its module
   * @param fields the names of the items
   */
  public static PyType type(String qualifiedName, String doc, String... fields) {
    return new PyType(
        qualifiedName, BuiltinTypes.TUPLE, false, null, b -> define(b, qualifiedName, doc, fields));
  }

  /** Like {@link #type}, for the one value that there is: programs cannot make another one. */
  public static PyType single(String qualifiedName, String doc, String... fields) {
    return new PyType(
        qualifiedName,
        BuiltinTypes.TUPLE,
        false,
        null,
        b -> {
          define(b, qualifiedName, doc, fields);
          b.staticMethod(
              "__new__(cls, /, *args, **kwargs)",
              "Create and return a new object.",
              bound -> {
                throw Errors.typeError("cannot create '" + qualifiedName + "' instances");
              });
        });
  }

  /**
   * A class as {@code collections.namedtuple} makes it: its instances name themselves without the
   * module, and programs can derive classes from it.
   */
  public static PyType named(String qualifiedName, String doc, String... fields) {
    String name = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    return new PyType(
        qualifiedName,
        BuiltinTypes.TUPLE,
        true,
        null,
        b -> {
          define(b, name, doc, fields);
          b.constant("_fields", PyTuple.of((Object[]) fields));
          b.staticMethod(
              "__new__(_cls, /, " + String.join(", ", fields) + ")",
              "Create new instance of " + name,
              a -> make((PyType) a[0], Arrays.copyOfRange(a, 1, a.length)));
          b.method(
              "_asdict(self, /)",
              "Return a new dict which maps field names to their values.",
              self -> {
                PyTuple values = (PyTuple) PyPayloadInstance.unwrap(self);
                PyDict dict = new PyDict();
                for (int i = 0; i < fields.length; i++) {
                  dict.put(fields[i], values.get(i));
                }
                return dict;
              });
          b.method(
              "__reduce__(self, /)",
              "",
              self -> PyTuple.of(PyType.of(self), PyPayloadInstance.unwrap(self)));
        });
  }

  /**
   * An instance.
   *
   * @param values as many as the class has fields, or more: those have no names
   */
  public static PyPayloadInstance make(PyType type, Object... values) {
    return new PyPayloadInstance(type, PyTuple.of(values));
  }

  private static void define(TypeBuilder b, String qualifiedName, String doc, String[] fields) {
    b.doc(doc);
    for (int i = 0; i < fields.length; i++) {
      int index = i;
      b.getter(fields[i], "", self -> ((PyTuple) PyPayloadInstance.unwrap(self)).get(index));
    }
    b.constant("n_fields", (long) fields.length);
    b.constant("n_sequence_fields", (long) fields.length);
    b.constant("n_unnamed_fields", 0L);
    b.constant("__match_args__", PyTuple.of((Object[]) fields));
    PyType type = b.type();
    b.staticMethod(
        "__new__(cls, sequence, dict=None)",
        "",
        a -> {
          Object[] values = Iteration.toArray(a[1]);
          if (values.length < fields.length) {
            throw Errors.typeError(
                qualifiedName
                    + "() takes a "
                    + fields.length
                    + "-sequence ("
                    + values.length
                    + "-sequence given)");
          }
          return make(type, Arrays.copyOf(values, fields.length));
        });
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self -> {
          PyTuple values = (PyTuple) PyPayloadInstance.unwrap(self);
          StringBuilder text = new StringBuilder(qualifiedName).append('(');
          for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : ", ").append(fields[i]).append('=');
            text.append(Text.javaRepr(values.get(i)));
          }
          return WideString.of(text.append(')').toString());
        });
    b.method(
        "__reduce__(self, /)",
        "",
        self -> PyTuple.of(type, PyTuple.of(PyPayloadInstance.unwrap(self))));
  }
}
