package org.pyconc.stdlib.future;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;

/**
 * The features that {@code from __future__ import} can name.
 *
 * @see <a href="https://docs.python.org/3.11/library/__future__.html">__future__</a>
 */
public final class FutureModule implements NativeModule {
  private static final PyType FEATURE =
      new PyType(
          "__future__._Feature", BuiltinTypes.OBJECT, true, PyInstance::new, FutureModule::feature);

  @Override
  public String name() {
    return "__future__";
  }

  @Override
  public void define(ModuleBuilder b) {
    PyList names = new PyList();
    b.constant("all_feature_names", names);
    add(b, names, "nested_scopes", since(2, 1, "beta", 1), since(2, 2, "alpha", 0), 0x10);
    add(b, names, "generators", since(2, 2, "alpha", 1), since(2, 3, "final", 0), 0);
    add(b, names, "division", since(2, 2, "alpha", 2), since(3, 0, "alpha", 0), 0x20000);
    add(b, names, "absolute_import", since(2, 5, "alpha", 1), since(3, 0, "alpha", 0), 0x40000);
    add(b, names, "with_statement", since(2, 5, "alpha", 1), since(2, 6, "alpha", 0), 0x80000);
    add(b, names, "print_function", since(2, 6, "alpha", 2), since(3, 0, "alpha", 0), 0x100000);
    add(b, names, "unicode_literals", since(2, 6, "alpha", 2), since(3, 0, "alpha", 0), 0x200000);
    add(b, names, "barry_as_FLUFL", since(3, 1, "alpha", 2), since(4, 0, "alpha", 0), 0x400000);
    add(b, names, "generator_stop", since(3, 5, "beta", 1), since(3, 7, "alpha", 0), 0x800000);
    add(b, names, "annotations", since(3, 7, "beta", 1), PySingleton.NONE, 0x1000000);
  }

  private static Object since(long major, long minor, String level, long serial) {
    return PyTuple.of(major, minor, 0L, level, serial);
  }

  private static void add(
      ModuleBuilder b, PyList names, String name, Object optional, Object mandatory, long flag) {
    PyInstance feature = new PyInstance(FEATURE);
    feature.setOwn("optional", optional);
    feature.setOwn("mandatory", mandatory);
    feature.setOwn("compiler_flag", flag);
    names.append(name);
    b.constant(name, feature);
  }

  private static void feature(TypeBuilder b) {
    b.method("getOptionalRelease(self)", "", self -> own(self, "optional"));
    b.method("getMandatoryRelease(self)", "", self -> own(self, "mandatory"));
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self ->
            WideString.of(
                "_Feature"
                    + Text.javaRepr(
                        PyTuple.of(
                            own(self, "optional"),
                            own(self, "mandatory"),
                            own(self, "compiler_flag")))));
  }

  private static Object own(Object self, String name) {
    Object value = ((PyInstance) self).own(name);
    return value == null ? PySingleton.NONE : value;
  }
}
