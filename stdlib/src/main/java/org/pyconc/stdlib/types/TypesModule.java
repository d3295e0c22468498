package org.pyconc.stdlib.types;

import org.pyconc.builtins.Spread;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Classes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.InstanceDictionary;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.TaskState;

/**
 * Names of types that are not builtins, and making classes by a function.
 *
 * @see <a href="https://docs.python.org/3.11/library/types.html">types</a>
 */
public final class TypesModule implements NativeModule {
  /** {@code SimpleNamespace}. */
  public static final PyType SIMPLE_NAMESPACE =
      new PyType(
          "types.SimpleNamespace",
          BuiltinTypes.OBJECT,
          true,
          PyInstance::new,
          TypesModule::defineSimpleNamespace);

  @Override
  public String name() {
    return "types";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("FunctionType", BuiltinTypes.FUNCTION);
    b.constant("LambdaType", BuiltinTypes.FUNCTION);
    b.constant("MethodType", BuiltinTypes.METHOD);
    b.constant("BuiltinFunctionType", BuiltinTypes.BUILTIN_FUNCTION);
    b.constant("BuiltinMethodType", BuiltinTypes.BUILTIN_FUNCTION);
    b.constant("MethodWrapperType", BuiltinTypes.METHOD_WRAPPER);
    b.constant("WrapperDescriptorType", BuiltinTypes.WRAPPER_DESCRIPTOR);
    b.constant("ClassMethodDescriptorType", BuiltinTypes.CLASS_METHOD);
    b.constant("MethodDescriptorType", BuiltinTypes.METHOD_DESCRIPTOR);
    b.constant("GetSetDescriptorType", BuiltinTypes.GETSET_DESCRIPTOR);
    b.constant("MemberDescriptorType", BuiltinTypes.MEMBER_DESCRIPTOR);
    b.constant("GeneratorType", BuiltinTypes.GENERATOR);
    b.constant("CoroutineType", BuiltinTypes.COROUTINE);
    b.constant("AsyncGeneratorType", BuiltinTypes.ASYNC_GENERATOR);
    b.constant("ModuleType", BuiltinTypes.MODULE);
    b.constant("CodeType", BuiltinTypes.CODE);
    b.constant("CellType", BuiltinTypes.CELL);
    b.constant("TracebackType", BuiltinTypes.TRACEBACK);
    b.constant("FrameType", BuiltinTypes.FRAME);
    b.constant("MappingProxyType", BuiltinTypes.MAPPING_PROXY);
    b.constant("NoneType", BuiltinTypes.NONE_TYPE);
    b.constant("EllipsisType", BuiltinTypes.ELLIPSIS_TYPE);
    b.constant("NotImplementedType", BuiltinTypes.NOT_IMPLEMENTED_TYPE);
    b.constant("UnionType", BuiltinTypes.UNION);
    b.constant("GenericAlias", BuiltinTypes.GENERIC_ALIAS);
    b.type(SIMPLE_NAMESPACE);
    b.function(
        "coroutine(func)",
        "Convert regular generator function to a coroutine.",
        TypesModule::coroutine);
    b.function("__getattr__(name)", "", TypesModule::more);
    b.function(
        "new_class(name, bases=(), kwds=None, exec_body=None)",
        "Create a class object dynamically using the appropriate metaclass.",
        TypesModule::newClass);
  }

  private static Object coroutine(Object function) {
    if (!Calls.isCallable(function)) {
      throw Errors.typeError("types.coroutine() expects a callable");
    }
    if (!(function instanceof PyFunction f)
        || !f.code().isGenerator() && !f.code().isAsync()
        || f.code().isGenerator() && f.code().isAsync()) {
      return Calls.call1(moreOf("awaitable"), function);
    }
    if (f.code().isGenerator()) {
      f.setIterableCoroutine();
    }
    return function;
  }

  private static Object newClass(Object name, Object bases, Object keywords, Object body) {
    Spread s = Spread.of(PyTuple.EMPTY, keywords instanceof PyDict dict ? dict : new PyDict());
    Classes.Preparation p =
        Classes.prepare(Text.java(name), ((PyTuple) bases).items(), s.arguments(), s.keywords());
    if (body != PySingleton.NONE) {
      Calls.call1(body, p.namespace());
    }
    return Classes.finish(p, null);
  }

  private static Object moreOf(String name) {
    return Attributes.load(ModuleLoader.current().importModule("_types_more", true), name);
  }

  private static Object more(Object name) {
    switch (Text.java(name)) {
      case "DynamicClassAttribute", "_GeneratorWrapper", "prepare_class", "resolve_bases":
        return moreOf(Text.java(name));
      default:
        throw Errors.attributeError(
            "module 'types' has no attribute '" + Text.java(name) + "'", name, Text.java(name));
    }
  }

  private static void defineSimpleNamespace(TypeBuilder b) {
    b.doc("A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)");
    b.method(
        "__reduce__(self, /)",
        "Return state information for pickling",
        self ->
            PyTuple.of(
                PyType.of(self), PyTuple.EMPTY, new NamespaceDict((PyInstance) self).copy()));
    b.methodN(
        "__init__(self, /, *args, **kwargs)",
        "Initialize self.  See help(type(self)) for accurate signature.",
        bound -> {
          if (((PyTuple) bound[1]).size() > 0) {
            throw Errors.typeError("no positional arguments expected");
          }
          new NamespaceDict((PyInstance) bound[0]).putAll((PyDict) bound[2]);
          return PySingleton.NONE;
        });
    b.method("__repr__(self, /)", "Return repr(self).", TypesModule::repr);
    b.method(
        "__eq__(self, value, /)",
        "Return self==value.",
        (a, other) ->
            other instanceof PyInstance o && o.type().isSubtypeOf(SIMPLE_NAMESPACE)
                ? (Object)
                    Comparison.equal(
                        new NamespaceDict((PyInstance) a).copy(), new NamespaceDict(o).copy())
                : PySingleton.NOT_IMPLEMENTED);
    b.constant("__hash__", PySingleton.NONE);
    b.getSet("__dict__", "", a -> ((PyInstance) a).attributes(), InstanceDictionary::set);
  }

  private static Object repr(Object self) {
    PyInstance instance = (PyInstance) self;
    String name = instance.type() == SIMPLE_NAMESPACE ? "namespace" : instance.type().simpleName();
    if (!TaskState.current().reprStack().enter(instance)) {
      return name + "(...)";
    }
    try {
      StringBuilder out = new StringBuilder(name).append('(');
      String separator = "";
      for (String each : instance.ownNames()) {
        Object value = instance.own(each);
        out.append(separator).append(each).append('=');
        out.append(value == null ? "" : Text.javaRepr(value));
        separator = ", ";
      }
      return WideString.of(out.append(')').toString());
    } finally {
      TaskState.current().reprStack().leave();
    }
  }
}
