package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Text;

/** The exceptions that have one or two attributes of their own. */
final class SimpleExceptionMethods {
  private SimpleExceptionMethods() {}

  private static final String INIT = "__init__(self, /, *args, **kwargs)";
  private static final String INIT_DOC =
      "Initialize self.  See help(type(self)) for accurate signature.";

  static void defineKeyError(TypeBuilder b) {
    b.doc("Mapping key not found.");
    b.method(
        "__str__(self, /)",
        "Return str(self).",
        a -> {
          PyTuple arguments = ((PyBaseException) a).arguments();
          return arguments.size() == 1 ? Text.repr(arguments.get(0)) : BaseExceptionMethods.str(a);
        });
  }

  static void defineStopIteration(TypeBuilder b) {
    b.doc("Signal the end from iterator.__next__().");
    b.methodN(
        INIT,
        INIT_DOC,
        bound -> {
          PyBaseException e = initialise(bound);
          BaseExceptionMethods.refuseKeywords(e, (PyDict) bound[2]);
          if (e.arguments().size() > 0) {
            e.setField(ExceptionFields.STOP_VALUE, e.arguments().get(0));
          }
          return PySingleton.NONE;
        });
    BaseExceptionMethods.field(b, "value", "generator return value", ExceptionFields.STOP_VALUE);
  }

  static void defineSystemExit(TypeBuilder b) {
    b.doc("Request to exit from the interpreter.");
    b.methodN(
        INIT,
        INIT_DOC,
        bound -> {
          PyBaseException e = initialise(bound);
          BaseExceptionMethods.refuseKeywords(e, (PyDict) bound[2]);
          PyTuple arguments = e.arguments();
          if (arguments.size() > 0) {
            e.setField(
                ExceptionFields.EXIT_CODE, arguments.size() == 1 ? arguments.get(0) : arguments);
          }
          return PySingleton.NONE;
        });
    BaseExceptionMethods.field(b, "code", "exception code", ExceptionFields.EXIT_CODE);
  }

  static void defineNameError(TypeBuilder b) {
    b.doc("Name not found globally.");
    b.methodN(
        INIT,
        INIT_DOC,
        bound -> {
          PyBaseException e = initialise(bound);
          PyDict keywords = (PyDict) bound[2];
          refuseOthers("NameError", keywords, "name", null);
          e.setField(ExceptionFields.NAME_ERROR_NAME, keywords.get("name"));
          return PySingleton.NONE;
        });
    BaseExceptionMethods.field(b, "name", "name", ExceptionFields.NAME_ERROR_NAME);
  }

  static void defineAttributeError(TypeBuilder b) {
    b.doc("Attribute not found.");
    b.methodN(
        INIT,
        INIT_DOC,
        bound -> {
          PyBaseException e = initialise(bound);
          PyDict keywords = (PyDict) bound[2];
          refuseOthers("AttributeError", keywords, "name", "obj");
          e.setField(ExceptionFields.ATTRIBUTE_ERROR_NAME, keywords.get("name"));
          e.setField(ExceptionFields.ATTRIBUTE_ERROR_OBJECT, keywords.get("obj"));
          return PySingleton.NONE;
        });
    BaseExceptionMethods.field(b, "name", "attribute name", ExceptionFields.ATTRIBUTE_ERROR_NAME);
    BaseExceptionMethods.field(b, "obj", "object", ExceptionFields.ATTRIBUTE_ERROR_OBJECT);
  }

  static void defineImportError(TypeBuilder b) {
    b.doc("Import can't find module, or can't find name in module.");
    b.methodN(
        INIT,
        INIT_DOC,
        bound -> {
          PyBaseException e = initialise(bound);
          PyDict keywords = (PyDict) bound[2];
          refuseOthers("ImportError", keywords, "name", "path");
          e.setField(ExceptionFields.IMPORT_NAME, keywords.get("name"));
          e.setField(ExceptionFields.IMPORT_PATH, keywords.get("path"));
          e.setField(
              ExceptionFields.IMPORT_MESSAGE,
              e.arguments().size() == 1 ? e.arguments().get(0) : null);
          return PySingleton.NONE;
        });
    b.method(
        "__str__(self, /)",
        "Return str(self).",
        a ->
            ((PyBaseException) a).field(ExceptionFields.IMPORT_MESSAGE) instanceof String s
                ? s
                : BaseExceptionMethods.str(a));
    b.method("__reduce__(self, /)", "", a -> reduceImportError((PyBaseException) a));
    BaseExceptionMethods.field(b, "msg", "exception message", ExceptionFields.IMPORT_MESSAGE);
    BaseExceptionMethods.field(b, "name", "module name", ExceptionFields.IMPORT_NAME);
    BaseExceptionMethods.field(b, "path", "module path", ExceptionFields.IMPORT_PATH);
  }

  /** Name and path are no arguments: they travel with the attributes. */
  private static Object reduceImportError(PyBaseException e) {
    PyDict state = new NamespaceDict(e).copy();
    Object name = e.field(ExceptionFields.IMPORT_NAME);
    if (name != null) {
      state.put("name", name);
    }
    Object path = e.field(ExceptionFields.IMPORT_PATH);
    if (path != null) {
      state.put("path", path);
    }
    return state.size() == 0
        ? PyTuple.of(e.type(), e.arguments())
        : PyTuple.of(e.type(), e.arguments(), state);
  }

  private static PyBaseException initialise(Object[] bound) {
    PyBaseException e = (PyBaseException) bound[0];
    e.setArguments((PyTuple) bound[1]);
    return e;
  }

  private static void refuseOthers(
      String function, PyDict keywords, String first, @Nullable String second) {
    int most = second == null ? 1 : 2;
    if (keywords.size() > most) {
      throw Errors.typeError(
          function
              + "() takes at most "
              + most
              + " keyword argument"
              + (most == 1 ? "" : "s")
              + " ("
              + keywords.size()
              + " given)");
    }
    for (int i = keywords.next(0); i >= 0; i = keywords.next(i + 1)) {
      Object key = keywords.keyAt(i);
      if (!key.equals(first) && !key.equals(second)) {
        throw Errors.typeError(
            "'" + Text.java(key) + "' is an invalid keyword argument for " + function + "()");
      }
    }
  }
}
