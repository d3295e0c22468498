package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.Unset;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Text;
import org.pyconc.operations.TypeChecks;
import org.pyconc.runtime.ProcessState;

/** The builtin functions that have to do with objects, classes and attributes. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static void define(ModuleBuilder b) {
    b.function(
        "isinstance(obj, class_or_tuple, /)",
        "Return whether an object is an instance of a class or of a subclass thereof.",
        (value, info) -> TypeChecks.isInstance(value, info));
    b.function(
        "issubclass(cls, class_or_tuple, /)",
        "Return whether 'cls' is derived from another class or is the same class.",
        (cls, info) -> TypeChecks.isSubclass(cls, info));
    b.function(
        "getattr(object, name, default=<unrepresentable>, /)",
        "Get a named attribute from an object; getattr(x, 'y') is equivalent to x.y.",
        ObjectFunctions::getAttribute);
    b.function(
        "setattr(obj, name, value, /)",
        "Sets the named attribute on the given object to the specified value.",
        (object, name, value) -> {
          Attributes.store(object, Attributes.name(name), value);
          return PySingleton.NONE;
        });
    b.function(
        "delattr(obj, name, /)",
        "Deletes the named attribute from the given object.",
        (object, name) -> {
          Attributes.delete(object, Attributes.name(name));
          return PySingleton.NONE;
        });
    b.function(
        "hasattr(obj, name, /)",
        "Return whether the object has an attribute with the given name.",
        (object, name) -> Attributes.has(object, Attributes.name(name)));
    b.constant(
        "breakpoint",
        NativeFunction.ofRaw(
            "breakpoint(*args, **kws)",
            "Calls sys.breakpointhook(*args, **kws).",
            (arguments, keywords) -> {
              Object hook = ProcessState.current().sysAttribute("breakpointhook");
              if (hook == null) {
                throw Errors.runtimeError("lost sys.breakpointhook");
              }
              return Calls.call(hook, arguments, keywords);
            }));
    b.function(
        "callable(obj, /)",
        "Return whether the object is callable (i.e., some kind of function).",
        a -> Calls.isCallable(a));
    b.function(
        "vars(object=<unrepresentable>, /)",
        "Show vars.\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to"
            + " object.__dict__.",
        ObjectFunctions::variables);
    b.function(
        "dir(object=<unrepresentable>, /)",
        "Show attributes of an object.",
        a -> Directory.of(a == Unset.UNSET ? mainModule() : a));
    b.constant("exit", new Quitter("exit"));
    b.constant("quit", new Quitter("quit"));
    b.function("id(obj, /)", "Return the identity of an object.", a -> Text.id(a));
    b.function(
        "repr(obj, /)",
        "Return the canonical string representation of the object.",
        a -> Text.repr(a));
  }

  private static Object getAttribute(Object object, Object name, Object fallback) {
    String attribute = Attributes.name(name);
    if (fallback == Unset.UNSET) {
      return Attributes.load(object, attribute);
    }
    Object found = Attributes.findQuietly(object, attribute);
    return found == null ? fallback : found;
  }

  private static Object variables(Object object) {
    Object found =
        Attributes.findQuietly(object == Unset.UNSET ? mainModule() : object, "__dict__");
    if (found == null) {
      throw Errors.typeError("vars() argument must have __dict__ attribute");
    }
    return found;
  }

  /** What stands for the caller's variables where the caller is not known. */
  private static Object mainModule() {
    ProcessState state = ProcessState.current();
    Object main = state.modules().get("__main__");
    return main == null ? state.builtins() : main;
  }
}
