package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionFields;
import org.pyconc.errors.ExceptionGroups;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;

/**
 * The methods of {@code BaseExceptionGroup}.
 *
 * @see <a href="https://docs.python.org/3.11/library/exceptions.html#exception-groups">Exception
 *     groups</a>
 */
final class ExceptionGroupMethods {
  private ExceptionGroupMethods() {}

  static void define(TypeBuilder b) {
    b.doc("A combination of multiple unrelated exceptions.");
    b.staticMethod(
        "__new__(cls, /, *args, **kwargs)",
        "Create and return a new object.  See help(type) for accurate signature.",
        bound -> make((PyType) bound[0], (PyTuple) bound[1]));
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        bound -> {
          BaseExceptionMethods.refuseKeywords(bound[0], (PyDict) bound[2]);
          ((PyBaseException) bound[0]).setArguments((PyTuple) bound[1]);
          return PySingleton.NONE;
        });
    b.method("__str__(self, /)", "Return str(self).", ExceptionGroupMethods::str);
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
    b.method(
        "derive(self, exceptions, /)",
        "",
        (self, exceptions) ->
            Calls.call2(
                ExceptionTypes.BASE_EXCEPTION_GROUP,
                PySingleton.orNone(((PyBaseException) self).field(ExceptionFields.GROUP_MESSAGE)),
                exceptions));
    b.method(
        "split(self, matcher, /)",
        "",
        (self, matcher) -> {
          ExceptionGroups.Split s =
              ExceptionGroups.split((PyBaseException) self, ExceptionGroups.matcher(matcher));
          return PyTuple.of(PySingleton.orNone(s.match()), PySingleton.orNone(s.rest()));
        });
    b.method(
        "subgroup(self, matcher, /)",
        "",
        (self, matcher) ->
            PySingleton.orNone(
                ExceptionGroups.split((PyBaseException) self, ExceptionGroups.matcher(matcher))
                    .match()));
    b.getter(
        "message",
        "exception message",
        a -> PySingleton.orNone(((PyBaseException) a).field(ExceptionFields.GROUP_MESSAGE)));
    b.getter(
        "exceptions",
        "nested exceptions",
        a -> PySingleton.orNone(((PyBaseException) a).field(ExceptionFields.GROUP_EXCEPTIONS)));
  }

  private static Object make(PyType requested, PyTuple arguments) {
    if (arguments.size() != 2) {
      throw Errors.typeError(
          "BaseExceptionGroup.__new__() takes exactly 2 arguments ("
              + arguments.size()
              + " given)");
    }
    Object message = arguments.get(0);
    if (!Text.isText(PyPayloadInstance.unwrap(message))) {
      throw Errors.typeError(
          "BaseExceptionGroup.__new__() argument 1 must be str, not " + PyType.of(message).name());
    }
    Object given = PyPayloadInstance.unwrap(arguments.get(1));
    if (!(given instanceof PyList || given instanceof PyTuple)
        && (given instanceof PyDict || PyType.of(given).lookup("__getitem__") == null)) {
      throw Errors.typeError("second argument (exceptions) must be a sequence");
    }
    Object[] members = Iteration.toArray(given);
    if (members.length == 0) {
      throw Errors.valueError("second argument (exceptions) must be a non-empty sequence");
    }
    PyType type = typeFor(requested, members);
    PyBaseException group = BaseExceptionMethods.make(type, arguments);
    group.setField(ExceptionFields.GROUP_MESSAGE, message);
    group.setField(ExceptionFields.GROUP_EXCEPTIONS, PyTuple.of(members));
    return group;
  }

  private static PyType typeFor(PyType requested, Object[] members) {
    boolean hasBase = false;
    for (int i = 0; i < members.length; i++) {
      if (!(members[i] instanceof PyBaseException e)) {
        throw Errors.valueError(
            "Item " + i + " of second argument (exceptions) is not an exception");
      }
      hasBase |= !e.type().isSubtypeOf(ExceptionTypes.EXCEPTION);
    }
    if (requested == ExceptionTypes.BASE_EXCEPTION_GROUP) {
      return hasBase ? requested : ExceptionTypes.EXCEPTION_GROUP;
    }
    if (hasBase && requested.isSubtypeOf(ExceptionTypes.EXCEPTION)) {
      throw Errors.typeError(
          requested == ExceptionTypes.EXCEPTION_GROUP
              ? "Cannot nest BaseExceptions in an ExceptionGroup"
              : "Cannot nest BaseExceptions in '" + requested.name() + "'");
    }
    return requested;
  }

  private static Object str(Object self) {
    PyBaseException e = (PyBaseException) self;
    Object members = e.field(ExceptionFields.GROUP_EXCEPTIONS);
    int count = members instanceof PyTuple t ? t.size() : 0;
    Object message = e.field(ExceptionFields.GROUP_MESSAGE);
    return WideString.of(
        (message == null ? "None" : Text.javaStr(message))
            + " ("
            + count
            + " sub-exception"
            + (count == 1 ? ")" : "s)"));
  }
}
