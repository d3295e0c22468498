package org.pyconc.stdlib.contextvars;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * What setting a context variable returns, to undo it.
 *
 * @see <a href="https://docs.python.org/3.11/library/contextvars.html#contextvars.Token">
 *     contextvars.Token</a>
 */
final class PyToken extends PyInstance implements Transferable {
  private static final PyType MISSING_TYPE =
      new PyType(
          "Token.MISSING",
          BuiltinTypes.OBJECT,
          false,
          null,
          b -> b.method("__repr__(self, /)", "Return repr(self).", self -> "<Token.MISSING>"));

  private static final PyObject MISSING = new Missing();

  static final PyType TYPE =
      new PyType("_contextvars.Token", BuiltinTypes.OBJECT, false, null, PyToken::define);

  private static final class Missing extends PyObject implements Transferable {
    @Override
    public PyType type() {
      return MISSING_TYPE;
    }

    @Override
    public Object copy(Copier copier) {
      return this;
    }
  }

  private final PyContext context;
  private final PyContextVar variable;
  private final @Nullable Object before;
  private boolean isUsed;

  PyToken(PyContext context, PyContextVar variable, @Nullable Object before) {
    super(TYPE);
    this.context = context;
    this.variable = variable;
    this.before = before;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "__getstate__(self, /)",
        "Helper for pickle.",
        self -> {
          throw Errors.typeError("cannot pickle '_contextvars.Token' object");
        });
    b.rawStaticMethod(
        "__new__(*args, **kwargs)",
        "Create and return a new object.",
        (arguments, keywords) -> {
          throw Errors.runtimeError("Tokens can only be created by ContextVars");
        });
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> new PyGenericAlias(bound[0], PyTuple.of(bound[1])));
    b.constant("MISSING", MISSING);
    b.getter("var", "", t -> ((PyToken) t).variable);
    b.getter("old_value", "", t -> ((PyToken) t).oldValue());
    b.method("__repr__(self, /)", "Return repr(self).", t -> ((PyToken) t).repr());
    b.constant("__hash__", PySingleton.NONE);
  }

  private Object oldValue() {
    return before == null ? MISSING : before;
  }

  /** Undoes the setting of that variable. */
  void use(PyContextVar ofWhich) {
    if (isUsed) {
      throw Errors.runtimeError(Text.javaRepr(this) + " has already been used once");
    }
    if (variable != ofWhich) {
      throw Errors.valueError(Text.javaRepr(this) + " was created by a different ContextVar");
    }
    if (context != PyContext.current()) {
      throw Errors.valueError(Text.javaRepr(this) + " was created in a different Context");
    }
    isUsed = true;
    context.set(variable, before);
  }

  private Object repr() {
    return WideString.of(
        "<Token"
            + (isUsed ? " used" : "")
            + " var="
            + Text.javaRepr(variable)
            + " at "
            + Text.address(this)
            + ">");
  }

  @Override
  public Object copy(Copier copier) {
    if (!copier.isFork()) {
      throw Copier.refuse(this, "'_contextvars.Token' object");
    }
    PyToken copy =
        new PyToken(
            (PyContext) copier.copy(context),
            (PyContextVar) copier.copy(variable),
            copier.copyOrNull(before));
    copy.isUsed = isUsed;
    return copy;
  }
}
