package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;

/**
 * A method of a native class, called with its receiver first. The receiver is checked, and an
 * instance of a program's subclass of a builtin type is replaced by the value inside.
 */
public final class NativeMethod extends PyObject {
  private final PyType owner;
  private final Native code;
  private final boolean unwraps;

  /** The Java class of all objects of the owner and no others, once such an object was seen. */
  private @Nullable Class<?> exact;

  NativeMethod(PyType owner, Native code) {
    this(owner, code, owner.allocator() == null);
  }

  /**
   * @param unwraps whether the body gets the value inside an instance of a program's subclass
   */
  NativeMethod(PyType owner, Native code, boolean unwraps) {
    this.owner = owner;
    this.code = code;
    this.unwraps = unwraps;
  }

  /**
   * A method for a class made at run time, which processes copy: it takes any instance of {@code
   * owner}, a native class above it, and gets it as it is.
   */
  public static NativeMethod of(PyType owner, String signature, String doc, Native.FN body) {
    return new NativeMethod(owner, new Native(signature, doc, body), false);
  }

  /** The class it is a method of. */
  public PyType owner() {
    return owner;
  }

  /** Signature, documentation and body. */
  public Native code() {
    return code;
  }

  public String name() {
    return code.name();
  }

  /** Whether that object can be passed to the body as it is. Small, so that HotSpot inlines it. */
  public boolean takes(Object self) {
    return self.getClass() == exact
        || (self instanceof PyInstance i ? i.type() == owner : takesOther(self));
  }

  private boolean takesOther(Object self) {
    if (self instanceof PySet set) {
      return set.type() == owner; // of two types
    }
    if (PyType.of(self) != owner) {
      return false;
    }
    if (self instanceof String
        || self instanceof PyList
        || self.getClass() == PyDict.class
        || self instanceof PyTuple
        || self instanceof PyBytes) {
      exact = self.getClass();
    }
    return true;
  }

  /** Whether it stands for an operator or other syntax. */
  public boolean isWrapper() {
    String name = code.name();
    return name.startsWith("__")
        && switch (name) {
          case "__format__",
              "__dir__",
              "__sizeof__",
              "__reduce__",
              "__reduce_ex__",
              "__getstate__",
              "__setstate__",
              "__getnewargs__",
              "__length_hint__",
              "__reversed__",
              "__round__",
              "__trunc__",
              "__floor__",
              "__ceil__",
              "__complex__",
              "__bytes__",
              "__copy__",
              "__deepcopy__",
              "__missing__",
              "__enter__",
              "__exit__",
              "__subclasses__",
              "__instancecheck__",
              "__subclasscheck__",
              "__prepare__" ->
              false;
          case "__getitem__" -> owner != BuiltinTypes.LIST && owner != BuiltinTypes.DICT;
          case "__contains__" ->
              owner != BuiltinTypes.DICT
                  && owner != BuiltinTypes.SET
                  && owner != BuiltinTypes.FROZENSET;
          default -> true;
        };
  }

  @Override
  public PyType type() {
    return isWrapper() ? BuiltinTypes.WRAPPER_DESCRIPTOR : BuiltinTypes.METHOD_DESCRIPTOR;
  }

  private Object receiver(Object self) {
    PyType type = PyType.of(self);
    if (type == owner) {
      return self;
    }
    // a standard stream gets another type, of the same name, when files are first used
    if (!type.isSubtypeOf(owner)
        && !(type.isNative() && type.fullName().equals(owner.fullName()))) {
      if (isWrapper()) {
        throw Errors.typeError(
            "descriptor '"
                + name()
                + "' requires a '"
                + owner.fullName()
                + "' object but received a '"
                + type.name()
                + "'");
      }
      throw Errors.typeError(
          "descriptor '"
              + name()
              + "' for '"
              + owner.fullName()
              + "' objects doesn't apply to a '"
              + type.name()
              + "' object");
    }
    return unwraps ? PyPayloadInstance.unwrap(self) : self;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    if (arguments.length == keywords.length) {
      throw Errors.typeError(
          isWrapper()
              ? "descriptor '" + name() + "' of '" + owner.name() + "' object needs an argument"
              : "unbound method " + owner.simpleName() + "." + name() + "() needs an argument");
    }
    Object[] checked = arguments.clone();
    checked[0] = receiver(arguments[0]);
    return code.call(this, checked, keywords);
  }

  @Override
  public Object call1(Object self) {
    return code.call1(this, receiver(self));
  }

  @Override
  public Object call2(Object self, Object b) {
    return code.call2(this, receiver(self), b);
  }

  @Override
  public Object call3(Object self, Object b, Object c) {
    return code.call3(this, receiver(self), b, c);
  }

  @Override
  public Object call4(Object self, Object b, Object c, Object d) {
    return code.call4(this, receiver(self), b, c, d);
  }
}
