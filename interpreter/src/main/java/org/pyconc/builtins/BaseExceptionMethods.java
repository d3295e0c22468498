package org.pyconc.builtins;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.Native;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * The methods of {@code BaseException}.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/exceptions.html#BaseException">BaseException</a>
 */
final class BaseExceptionMethods {
  private BaseExceptionMethods() {}

  static void define(TypeBuilder b) {
    b.doc("Common base class for all exceptions");
    b.rawStaticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        (arguments, keywords) -> {
          if (arguments.length == keywords.length) {
            throw Errors.typeError("BaseException.__new__(): not enough arguments");
          }
          return make(arguments[0], rest(arguments, keywords));
        });
    b.rawMethod(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        (arguments, keywords) -> {
          if (keywords.length > 0) {
            throw keywordsRefused(arguments[0]);
          }
          ((PyBaseException) arguments[0]).setArguments(rest(arguments, keywords));
          return PySingleton.NONE;
        });
    b.method("__str__(self, /)", "Return str(self).", BaseExceptionMethods::str);
    b.method("__repr__(self, /)", "Return repr(self).", BaseExceptionMethods::repr);
    b.method(
        "with_traceback(self, tb, /)",
        "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.",
        (self, tb) -> {
          setTraceback(self, tb);
          return self;
        });
    b.method(
        "add_note(self, note, /)",
        "Exception.add_note(note) --\n    add a note to the exception",
        BaseExceptionMethods::addNote);
    b.method(
        "__reduce__(self, /)",
        "",
        a -> reduce((PyBaseException) a, ((PyBaseException) a).arguments()));
    b.method("__setstate__(self, state, /)", "", BaseExceptionMethods::setState);
    defineAttributes(b);
  }

  private static void defineAttributes(TypeBuilder b) {
    b.getSet(
        "args",
        "",
        a -> ((PyBaseException) a).arguments(),
        (a, v) -> {
          refuseDeletion(v, "args");
          ((PyBaseException) a).setArguments(PyTuple.of(Iteration.toArray(v)));
          return PySingleton.NONE;
        });
    b.getSet(
        "__traceback__",
        "",
        a -> PySingleton.orNone(((PyBaseException) a).traceback()),
        BaseExceptionMethods::setTraceback);
    b.getSet(
        "__context__",
        "exception context",
        a -> PySingleton.orNone(((PyBaseException) a).context()),
        (a, v) -> {
          ((PyBaseException) a).setContext(exceptionOrNone(v, "context"));
          return PySingleton.NONE;
        });
    b.getSet(
        "__cause__",
        "exception cause",
        a -> PySingleton.orNone(((PyBaseException) a).cause()),
        (a, v) -> {
          ((PyBaseException) a).setCause(exceptionOrNone(v, "cause"));
          return PySingleton.NONE;
        });
    b.getSet(
        "__suppress_context__",
        "",
        a -> ((PyBaseException) a).suppressContext(),
        (a, v) -> {
          refuseDeletion(v, "__suppress_context__");
          ((PyBaseException) a).setSuppressContext(Truth.isTrue(v));
          return PySingleton.NONE;
        });
    b.getSet("__dict__", "", a -> ((PyInstance) a).attributes(), InstanceDictionary::set);
  }

  /** The positional arguments behind the first. */
  private static PyTuple rest(Object[] arguments, String[] keywords) {
    return PyTuple.of(Arrays.copyOfRange(arguments, 1, arguments.length - keywords.length));
  }

  private static RuntimeException keywordsRefused(Object self) {
    return Errors.typeError(PyType.of(self).name() + "() takes no keyword arguments");
  }

  /** {@code BaseException.__new__}. */
  static PyBaseException make(Object type, PyTuple arguments) {
    if (!(type instanceof PyType t)) {
      throw Errors.typeError(
          "BaseException.__new__(X): X is not a type object (" + PyType.of(type).name() + ")");
    }
    if (!t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)
        || !(Calls.allocate(t) instanceof PyBaseException e)) {
      throw Errors.typeError(
          "BaseException.__new__("
              + t.name()
              + "): "
              + t.name()
              + " is not a subtype of BaseException");
    }
    e.setArguments(arguments);
    return e;
  }

  static void refuseKeywords(Object self, PyDict keywords) {
    if (keywords.size() > 0) {
      throw keywordsRefused(self);
    }
  }

  static void refuseDeletion(Object value, String attribute) {
    if (value == Unset.UNSET) {
      throw Errors.typeError(attribute + " may not be deleted");
    }
  }

  /** An attribute that the types below BaseException keep in a field; None while unset. */
  static void field(TypeBuilder b, String name, String doc, int index) {
    Native.F2 setter =
        (a, v) -> {
          ((PyBaseException) a).setField(index, v == Unset.UNSET ? null : v);
          return PySingleton.NONE;
        };
    b.getSet(name, doc, a -> PySingleton.orNone(((PyBaseException) a).field(index)), setter);
  }

  static Object str(Object self) {
    PyTuple arguments = ((PyBaseException) self).arguments();
    return switch (arguments.size()) {
      case 0 -> "";
      case 1 -> Text.str(arguments.get(0));
      default -> Text.str(arguments);
    };
  }

  private static Object repr(Object self) {
    PyTuple arguments = ((PyBaseException) self).arguments();
    String name = PyType.of(self).simpleName();
    return WideString.of(
        arguments.size() == 1
            ? name + "(" + Text.javaRepr(arguments.get(0)) + ")"
            : name + Text.javaRepr(arguments));
  }

  private static Object setTraceback(Object self, Object value) {
    refuseDeletion(value, "__traceback__");
    if (value == PySingleton.NONE) {
      ((PyBaseException) self).setTraceback(null);
    } else if (value instanceof PyTraceback t) {
      ((PyBaseException) self).setTraceback(t);
    } else {
      throw Errors.typeError("__traceback__ must be a traceback or None");
    }
    return PySingleton.NONE;
  }

  private static @Nullable PyBaseException exceptionOrNone(Object value, String what) {
    if (value == Unset.UNSET) {
      throw Errors.typeError("__" + what + "__ may not be deleted");
    }
    if (value == PySingleton.NONE) {
      return null;
    }
    if (value instanceof PyBaseException e) {
      return e;
    }
    throw Errors.typeError("exception " + what + " must be None or derive from BaseException");
  }

  private static Object addNote(Object self, Object note) {
    if (!Text.isText(PyPayloadInstance.unwrap(note))) {
      throw Errors.typeError("note must be a str, not '" + PyType.of(note).name() + "'");
    }
    Object notes = Attributes.findQuietly(self, "__notes__");
    if (notes == null) {
      notes = new PyList();
      Attributes.store(self, "__notes__", notes);
    }
    if (!(PyPayloadInstance.unwrap(notes) instanceof PyList list)) {
      throw Errors.typeError("Cannot add note: __notes__ is not a list");
    }
    list.append(note);
    return PySingleton.NONE;
  }

  /** What {@code __reduce__} gives: how to make an equal exception. */
  static Object reduce(PyBaseException e, PyTuple arguments) {
    return e.ownNames().length == 0
        ? PyTuple.of(e.type(), arguments)
        : PyTuple.of(e.type(), arguments, new NamespaceDict(e).copy());
  }

  private static Object setState(Object self, Object state) {
    if (state != PySingleton.NONE) {
      if (!(PyPayloadInstance.unwrap(state) instanceof PyDict dict)) {
        throw Errors.typeError("state is not a dictionary");
      }
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        Attributes.store(self, Attributes.name(dict.keyAt(i)), dict.valueAt(i));
      }
    }
    return PySingleton.NONE;
  }
}
