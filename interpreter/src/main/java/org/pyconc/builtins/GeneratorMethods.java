package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.CoroutineWrapper;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;

/**
 * The methods of generators and coroutines.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/expressions.html#generator-iterator-methods">
 *     Generator-iterator methods</a>
 */
final class GeneratorMethods {
  private GeneratorMethods() {}

  static void defineGenerator(TypeBuilder b) {
    b.method("__iter__(self, /)", "Implement iter(self).", self -> self);
    b.method(
        "__next__(self, /)",
        "Implement next(self).",
        self -> ((PyGenerator) self).send(PySingleton.NONE));
    defineCommon(b, "gi", "generator");
  }

  static void defineCoroutine(TypeBuilder b) {
    b.method(
        "__await__(self, /)",
        "Return an iterator to be used in await expression.",
        self -> new CoroutineWrapper((PyGenerator) self));
    b.getter("cr_origin", "", self -> PySingleton.orNone(((PyGenerator) self).origin()));
    defineCommon(b, "cr", "coroutine");
  }

  private static String sendDoc(String kind) {
    String word = kind.equals("generator") ? "yielded" : "iterated";
    return "send(arg) -> send 'arg' into "
        + kind
        + ",\nreturn next "
        + word
        + " value or raise StopIteration.";
  }

  private static String throwDoc(String kind) {
    String rest = kind.equals("generator") ? "tb]])" : "traceback]])";
    String word = kind.equals("generator") ? "yielded" : "iterated";
    return "throw(value)\nthrow(type[,value[,"
        + rest
        + "\n\nRaise exception in "
        + kind
        + ", return next "
        + word
        + " value or raise\nStopIteration.";
  }

  private static String closeDoc(String kind) {
    return "close() -> raise GeneratorExit inside " + kind + ".";
  }

  private static void defineCommon(TypeBuilder b, String prefix, String kind) {
    b.rawStaticMethod(
        "__new__(*args, **kwargs)",
        "Create and return a new object.",
        (arguments, keywords) -> {
          throw Errors.typeError("cannot create '" + b.type().name() + "' instances");
        });
    b.method("__repr__(self, /)", "Return repr(self).", GeneratorMethods::repr);
    b.method(
        "send(self, arg, /)", sendDoc(kind), (self, value) -> ((PyGenerator) self).send(value));
    b.methodN(
        "throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)",
        throwDoc(kind),
        bound -> throwInto((PyGenerator) bound[0], bound[1], bound[2], bound[3]));
    b.method(
        "close(self, /)",
        closeDoc(kind),
        self -> {
          ((PyGenerator) self).close();
          return PySingleton.NONE;
        });
    b.getSet(
        "__name__",
        "name of the " + kind,
        self -> WideString.of(((PyGenerator) self).name()),
        (self, v) -> {
          ((PyGenerator) self).setName(string(v, "__name__"));
          return PySingleton.NONE;
        });
    b.getSet(
        "__qualname__",
        "qualified name of the " + kind,
        self -> WideString.of(((PyGenerator) self).qualifiedName()),
        (self, v) -> {
          ((PyGenerator) self).setQualifiedName(string(v, "__qualname__"));
          return PySingleton.NONE;
        });
    b.getter(
        prefix + "_running", "", self -> ((PyGenerator) self).state() == PyGenerator.State.RUNNING);
    b.getter(
        prefix + "_suspended",
        "",
        self -> ((PyGenerator) self).state() == PyGenerator.State.SUSPENDED);
    b.getter(prefix + "_code", "", self -> ((PyGenerator) self).function().shownCode());
    b.getter(prefix + "_frame", "", GeneratorMethods::frame);
    b.getter(
        prefix.equals("gi") ? "gi_yieldfrom" : "cr_await",
        prefix.equals("gi")
            ? "object being iterated by yield from, or None"
            : "object being awaited on, or None",
        self -> PySingleton.orNone(((PyGenerator) self).delegate()));
  }

  static void defineWrapper(TypeBuilder b) {
    b.doc("A wrapper object implementing __await__ for coroutines.");
    b.method("__iter__(self, /)", "Implement iter(self).", self -> self);
    b.method(
        "__next__(self, /)",
        "Implement next(self).",
        self -> ((CoroutineWrapper) self).coroutine().send(PySingleton.NONE));
    b.method(
        "send(self, arg, /)",
        sendDoc("coroutine"),
        (self, value) -> ((CoroutineWrapper) self).coroutine().send(value));
    b.methodN(
        "throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)",
        throwDoc("coroutine"),
        bound ->
            throwInto(((CoroutineWrapper) bound[0]).coroutine(), bound[1], bound[2], bound[3]));
    b.method(
        "close(self, /)",
        closeDoc("coroutine"),
        self -> {
          ((CoroutineWrapper) self).coroutine().close();
          return PySingleton.NONE;
        });
  }

  private static Object repr(Object self) {
    PyGenerator g = (PyGenerator) self;
    return WideString.of(
        "<" + g.type().name() + " object " + g.qualifiedName() + " at " + Text.address(g) + ">");
  }

  static String string(Object value, String attribute) {
    if (Text.isText(PyPayloadInstance.unwrap(value))) {
      return Text.java(value);
    }
    throw Errors.typeError(attribute + " must be set to a string object");
  }

  private static Object frame(Object self) {
    PyFrame frame = ((PyGenerator) self).frame();
    return frame == null ? PySingleton.NONE : frame;
  }

  private static Object throwInto(PyGenerator generator, Object type, Object value, Object tb) {
    return generator.throwInto(thrown(type, value, tb));
  }

  /** {@link #exception}, as it is thrown. */
  static PyException thrown(Object type, Object value, Object tb) {
    PyException made = new PyException(exception(type, value, tb));
    return tb != Unset.UNSET
        ? made.thrownAs(type, value, tb)
        : value != Unset.UNSET ? made.thrownAs(type, value) : made.thrownAs(type);
  }

  /** The exception that {@code throw(type, value, traceback)} means. */
  static PyBaseException exception(Object type, Object value, Object traceback) {
    boolean hasTraceback = traceback != Unset.UNSET && traceback != PySingleton.NONE;
    if (hasTraceback && !(traceback instanceof PyTraceback)) {
      throw Errors.typeError("throw() third argument must be a traceback object");
    }
    boolean hasValue = value != Unset.UNSET && value != PySingleton.NONE;
    PyBaseException exception;
    if (type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
      try {
        exception = Raising.instance(t, hasValue ? value : PySingleton.NONE);
      } catch (PyException e) {
        return e.value(); // what making it raises is thrown instead
      }
      exception.setTraceback(hasTraceback ? (PyTraceback) traceback : null);
    } else if (type instanceof PyBaseException e) {
      if (hasValue) {
        throw Errors.typeError("instance exception may not have a separate value");
      }
      exception = e;
      if (hasTraceback) {
        exception.setTraceback((PyTraceback) traceback);
      }
    } else {
      throw Errors.typeError(
          "exceptions must be classes or instances deriving from BaseException, not "
              + PyType.of(type).name());
    }
    return exception;
  }
}
