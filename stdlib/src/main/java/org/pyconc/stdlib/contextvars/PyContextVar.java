package org.pyconc.stdlib.contextvars;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * A variable with a value of its own in every context.
 *
 * @see <a href="https://docs.python.org/3.11/library/contextvars.html#contextvars.ContextVar">
 *     contextvars.ContextVar</a>
 */
final class PyContextVar extends PyInstance implements Transferable {
  static final PyType TYPE =
      new PyType("_contextvars.ContextVar", BuiltinTypes.OBJECT, false, null, PyContextVar::define);

  private final Object name;
  private @Nullable Object defaultValue;

  /** Whether it belongs to a native module: all processes have the same. */
  private final boolean isNative;

  private PyContextVar(Object name, @Nullable Object defaultValue) {
    super(TYPE);
    this.name = name;
    this.defaultValue = defaultValue;
    this.isNative = false;
  }

  /** The variable of a native module. */
  PyContextVar(String name) {
    super(TYPE);
    this.name = name;
    this.isNative = true;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__getstate__(self, /)",
        "Helper for pickle.",
        self -> {
          throw Errors.typeError("cannot pickle '_contextvars.ContextVar' object");
        });
    b.rawStaticMethod(
        "__new__(*args, **kwargs)", "Create and return a new object.", PyContextVar::make);
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> new PyGenericAlias(bound[0], PyTuple.of(bound[1])));
    b.getSet(
        "name",
        "",
        v -> ((PyContextVar) v).name,
        (v, value) -> {
          throw Errors.of(ExceptionTypes.ATTRIBUTE_ERROR, "readonly attribute");
        });
    b.methodN(
        "get(self, default=<unrepresentable>, /)",
        "Return a value for the context variable for the current context.\n\n"
            + "If there is no value for the variable in the current context, the method will:\n"
            + " * return the value of the default argument of the method, if provided; or\n"
            + " * return the default value for the context variable, if it was created\n"
            + "   with one; or\n"
            + " * raise a LookupError.",
        bound -> ((PyContextVar) bound[0]).get(bound[1]));
    b.method(
        "set(self, value, /)",
        "Call to set a new value for the context variable in the current context.\n\n"
            + "The required value argument is the new value for the context variable.\n\n"
            + "Returns a Token object that can be used to restore the variable to its previous\n"
            + "value via the `ContextVar.reset()` method.",
        (v, value) -> ((PyContextVar) v).set(value));
    b.method(
        "reset(self, token, /)",
        "Reset the context variable.\n\n"
            + "The variable is reset to the value it had before the `ContextVar.set()` that\n"
            + "created the token was used.",
        (v, token) -> ((PyContextVar) v).reset(token));
    b.method("__repr__(self, /)", "Return repr(self).", v -> ((PyContextVar) v).repr());
  }

  private static Object make(Object[] arguments, String[] keywords) {
    int positional = arguments.length - keywords.length - 1;
    if (positional > 1) {
      throw Errors.typeError(
          "ContextVar() takes at most 1 positional argument (" + positional + " given)");
    }
    if (positional < 1) {
      throw Errors.typeError("ContextVar() takes exactly 1 positional argument (0 given)");
    }
    Object value = null;
    for (int i = 0; i < keywords.length; i++) {
      if (!keywords[i].equals("default")) {
        throw Errors.typeError(
            "'" + keywords[i] + "' is an invalid keyword argument for ContextVar()");
      }
      value = arguments[1 + positional + i];
    }
    Object name = PyPayloadInstance.unwrap(arguments[1]);
    if (!Text.isText(name)) {
      throw Errors.typeError("context variable name must be a str");
    }
    return new PyContextVar(name, value);
  }

  private Object get(Object given) {
    PyContext context = PyContext.currentOrNull();
    Object value = context == null ? null : context.value(this);
    if (value != null) {
      return value;
    }
    if (given != Unset.UNSET) {
      return given;
    }
    if (defaultValue != null) {
      return defaultValue;
    }
    throw Errors.of(ExceptionTypes.LOOKUP_ERROR, new Object[] {this});
  }

  private Object set(Object value) {
    PyContext context = PyContext.current();
    PyToken token = new PyToken(context, this, context.value(this));
    context.set(this, value);
    return token;
  }

  private Object reset(Object value) {
    if (!(value instanceof PyToken token)) {
      throw Errors.typeError("expected an instance of Token, got " + Text.javaRepr(value));
    }
    token.use(this);
    return PySingleton.NONE;
  }

  private Object repr() {
    String ofDefault = defaultValue == null ? "" : " default=" + Text.javaRepr(defaultValue);
    return WideString.of(
        "<ContextVar name=" + Text.javaRepr(name) + ofDefault + " at " + Text.address(this) + ">");
  }

  @Override
  public Object copy(Copier copier) {
    if (isNative) {
      return this;
    }
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'_contextvars.ContextVar' object");
    }
    PyContextVar copy = new PyContextVar(name, null);
    copier.register(this, copy);
    copy.defaultValue = copier.copyOrNull(defaultValue);
    return copy;
  }
}
