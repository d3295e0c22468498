package org.pyconc.stdlib.pickle;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Literals;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;

/**
 * {@code pickle.Unpickler}.
 *
 * @see <a href="https://docs.python.org/3.11/library/pickle.html#pickle.Unpickler">Unpickler</a>
 */
final class UnpicklerObject extends PyInstance implements PickleReader.Hooks {
  static final PyType TYPE =
      new PyType(
          "_pickle.Unpickler",
          BuiltinTypes.OBJECT,
          true,
          UnpicklerObject::new,
          UnpicklerObject::define);

  private final PickleReader.UnpickleMemo memo = new PickleReader.UnpickleMemo();
  private @Nullable PickleInput in;
  private PickleReader.Options options = new PickleReader.Options("ASCII", "strict", null);
  private boolean fixImports = true;

  private UnpicklerObject(PyType type) {
    super(type);
  }

  private static UnpicklerObject of(Object self) {
    return (UnpicklerObject) self;
  }

  private static void define(TypeBuilder b) {
    b.doc("This takes a binary file for reading a pickle data stream.");
    b.methodN(
        "__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict',"
            + " buffers=())",
        "Initialize self.",
        a -> {
          of(a[0]).in = new PickleInput(a[1]);
          of(a[0]).fixImports = Truth.isTrue(a[2]);
          of(a[0]).options = options(a[3], a[4], a[5]);
          return PySingleton.NONE;
        });
    b.method("load(self, /)", "Load a pickle.", self -> of(self).load());
    b.method(
        "find_class(self, module_name, global_name, /)",
        "Return an object from a specified module.",
        (self, module, name) ->
            find(
                Text.javaArgument(module, "find_class", "module_name"),
                Text.javaArgument(name, "find_class", "global_name"),
                PickleWriter.HIGHEST_PROTOCOL,
                of(self).fixImports));
  }

  /** How strs of Python 2 and data outside of the pickle are read. */
  static PickleReader.Options options(Object encoding, Object errors, Object buffers) {
    boolean isGiven =
        buffers != PySingleton.NONE && !(buffers instanceof PyTuple t && t.size() == 0);
    return new PickleReader.Options(
        Text.javaArgument(encoding, "Unpickler", "encoding"),
        Text.javaArgument(errors, "Unpickler", "errors"),
        isGiven ? Iteration.iter(buffers) : null);
  }

  private Object load() {
    PickleInput from = in;
    if (from == null) {
      throw PickleErrors.unpickling(
          "Unpickler.__init__() was not called by " + type().name() + ".__init__()");
    }
    return new PickleReader(from, this, options, memo).load();
  }

  @Override
  public Object findClass(String module, String name, int protocol) {
    if (type().lookup("find_class") instanceof NativeMethod && own("find_class") == null) {
      return find(module, name, protocol, fixImports);
    }
    return Calls.call2(
        Attributes.load(this, "find_class"), WideString.of(module), WideString.of(name));
  }

  @Override
  public Object persistentLoad(Object id) {
    Object hook = Attributes.findQuietly(this, "persistent_load");
    return hook == null ? Plain.noPersistentLoad() : Calls.call1(hook, id);
  }

  /** What {@code pickle.load} and {@code pickle.loads} do. */
  record Plain(boolean fixImports) implements PickleReader.Hooks {
    @Override
    public Object findClass(String module, String name, int protocol) {
      return find(module, name, protocol, fixImports);
    }

    @Override
    public Object persistentLoad(Object id) {
      return noPersistentLoad();
    }

    private static Object noPersistentLoad() {
      throw PickleErrors.unpickling(
          "A load persistent id instruction was encountered,\n"
              + "but no persistent_load function was specified.");
    }
  }

  private static Object find(String module, String name, int protocol, boolean fixImports) {
    OldNames.Name wanted =
        protocol < 3 && fixImports ? OldNames.toNew(module, name) : new OldNames.Name(module, name);
    Object found = ModuleLoader.current().importModule(wanted.module(), true);
    Object value =
        protocol >= 4
            ? GlobalNames.find(found, wanted.name())
            : Attributes.findQuietly(found, wanted.name());
    if (value == null) {
      throw Errors.of(
          ExceptionTypes.ATTRIBUTE_ERROR,
          "Can't get attribute " + Literals.ofText(wanted.name()) + " on " + Text.javaRepr(found));
    }
    return value;
  }
}
