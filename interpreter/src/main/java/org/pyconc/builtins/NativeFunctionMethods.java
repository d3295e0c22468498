package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.GetSet;
import org.pyconc.objects.Native;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Hashing;
import org.pyconc.operations.SlotDescriptor;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;

/** The methods of builtin functions, of methods of builtin types, and of their attributes. */
final class NativeFunctionMethods {
  private NativeFunctionMethods() {}

  static void defineFunction(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", NativeFunctionMethods::repr);
    FunctionMethods.defineCall(b);
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (a, other) ->
            a == other
                    || (a instanceof BoundNative x && other instanceof BoundNative y
                        ? x.self() == y.self() && x.function() == y.function()
                        : false)
                ? (Object) true
                : PySingleton.NOT_IMPLEMENTED);
    b.method(
        "__hash__(self, /)",
        "Return hash(self).",
        a ->
            a instanceof BoundNative n
                ? Hashing.identity(n.self()) * 31 + Hashing.identity(n.function())
                : Hashing.identity(a));
    b.getter("__name__", "", a -> code(a).name());
    b.getter("__qualname__", "", NativeFunctionMethods::qualifiedName);
    b.getter("__doc__", "", a -> WideString.of(code(a).doc()));
    b.getter("__self__", "", NativeFunctionMethods::self);
    b.getter(
        "__module__",
        "",
        a ->
            a instanceof NativeFunction f && f.moduleName() instanceof String s
                ? s
                : PySingleton.NONE);
    b.getter("__text_signature__", "", a -> textSignature(code(a), a instanceof BoundNative));
  }

  static void defineMethodDescriptor(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> {
          NativeMethod m = (NativeMethod) a;
          return (m.isWrapper() ? "<slot wrapper '" : "<method '")
              + m.name()
              + "' of '"
              + m.owner().fullName()
              + "' objects>";
        });
    FunctionMethods.defineCall(b);
    FunctionMethods.defineGet(b);
    b.getter("__name__", "", a -> ((NativeMethod) a).name());
    b.getter(
        "__qualname__",
        "",
        a -> ((NativeMethod) a).owner().qualifiedName() + "." + ((NativeMethod) a).name());
    b.getter("__objclass__", "", a -> ((NativeMethod) a).owner());
    b.getter("__doc__", "", a -> WideString.of(((NativeMethod) a).code().doc()));
    b.getter("__text_signature__", "", a -> textSignature(((NativeMethod) a).code(), true));
  }

  static void defineGetSet(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> {
          GetSet g = (GetSet) a;
          return "<attribute '" + g.name() + "' of '" + g.owner().fullName() + "' objects>";
        });
    defineAccess(b);
    b.getter("__name__", "", a -> ((GetSet) a).name());
    b.getter(
        "__qualname__", "", a -> ((GetSet) a).owner().qualifiedName() + "." + ((GetSet) a).name());
    b.getter("__objclass__", "", a -> ((GetSet) a).owner());
    b.getSet(
        "__doc__",
        "",
        a -> ((GetSet) a).doc().isEmpty() ? PySingleton.NONE : ((GetSet) a).doc(),
        (a, value) -> {
          if (!((GetSet) a).hasOwnDoc() || value == Unset.UNSET) {
            throw Errors.attributeError(
                "attribute '__doc__' of 'getset_descriptor' objects is not writable", a, "__doc__");
          }
          ((GetSet) a).setDoc(value == PySingleton.NONE ? "" : Text.java(value));
          return PySingleton.NONE;
        });
  }

  static void defineMember(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> {
          SlotDescriptor s = (SlotDescriptor) a;
          return "<member '" + s.name() + "' of '" + s.owner().name() + "' objects>";
        });
    defineAccess(b);
    b.getter("__name__", "", a -> ((SlotDescriptor) a).name());
    b.getter("__objclass__", "", a -> ((SlotDescriptor) a).owner());
    b.getter("__doc__", "", a -> PySingleton.NONE);
  }

  private static void defineAccess(TypeBuilder b) {
    FunctionMethods.defineGet(b);
    b.method(
        "__set__(self, instance, value, /)",
        "Set an attribute of instance to value.",
        (self, instance, value) -> {
          Attributes.set(self, instance, name(self), value);
          return PySingleton.NONE;
        });
    b.method(
        "__delete__(self, instance, /)",
        "Delete an attribute of instance.",
        (self, instance) -> {
          Attributes.set(self, instance, name(self), Unset.UNSET);
          return PySingleton.NONE;
        });
  }

  private static String name(Object descriptor) {
    return descriptor instanceof GetSet g ? g.name() : ((SlotDescriptor) descriptor).name();
  }

  /** What a method is bound to; for a function its module, if it is loaded. */
  private static Object self(Object function) {
    if (function instanceof BoundNative b) {
      return b.self();
    }
    String name = ((NativeFunction) function).moduleName();
    if (name == null) {
      return PySingleton.NONE;
    }
    ProcessState state = ProcessState.current();
    Object module = name.equals("builtins") ? state.builtins() : state.modules().get(name);
    return module == null ? PySingleton.NONE : module;
  }

  private static Native code(Object function) {
    return function instanceof BoundNative b ? b.code() : ((NativeFunction) function).code();
  }

  private static Object repr(Object self) {
    if (!(self instanceof BoundNative b)) {
      return "<built-in function " + code(self).name() + ">";
    }
    String name = b.code().name();
    String owner = PyType.of(b.self()).fullName();
    if (b.self() instanceof PyModule) {
      return "<built-in function " + name + ">";
    }
    return b.function() instanceof NativeMethod m && m.isWrapper()
        ? "<method-wrapper '"
            + name
            + "' of "
            + owner
            + " object at "
            + Text.address(b.self())
            + ">"
        : "<built-in method "
            + name
            + " of "
            + owner
            + " object at "
            + Text.address(b.self())
            + ">";
  }

  private static Object qualifiedName(Object self) {
    String name = code(self).name();
    if (!(self instanceof BoundNative b)) {
      return name;
    }
    PyType owner = b.self() instanceof PyType t ? t : PyType.of(b.self());
    return owner.qualifiedName() + "." + name;
  }

  /**
   * @param hasReceiver whether the first parameter is the receiver, which is marked by a dollar
   */
  private static Object textSignature(Native code, boolean hasReceiver) {
    String text = code.text();
    int start = text.indexOf('(');
    return hasReceiver ? "($" + text.substring(start + 1) : text.substring(start);
  }
}
