package org.pyconc.operations;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Module;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;
import org.pyconc.scope.CodeUnit;

/**
 * The mapping in which a class body keeps its names, as {@code __prepare__} made it; also that of
 * code that was given mappings of its own for local variables.
 *
 * @see <a href="https://docs.python.org/3.11/reference/executionmodel.html#resolution-of-names">
 *     Resolution of names</a>
 */
public final class ClassNamespace {
  private ClassNamespace() {}

  /** What a body finds in it before its first statement. */
  public static void begin(Object namespace, PyModule globals, CodeUnit code) {
    if (code.scope().hasAnnotations()) {
      Annotations.begin(namespace);
    }
    if (code.tree() instanceof Module) {
      return;
    }
    Object module = globals.own("__name__");
    if (module == null) {
      module = globals.builtins().own("__name__");
    }
    if (module != null) {
      Items.set(namespace, "__module__", module);
      Items.set(namespace, "__qualname__", code.qualifiedName());
      String doc = code.doc();
      if (doc != null) {
        Items.set(namespace, "__doc__", WideString.of(doc));
      }
    }
  }

  /** The value that it has for a name, or null. */
  public static @Nullable Object lookup(Object namespace, String name) {
    if (namespace instanceof PyDict dict && dict.type() == BuiltinTypes.DICT) {
      return dict.get(name);
    }
    try {
      return Items.get(namespace, name);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.KEY_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  /** A name: in the mapping, or a global variable or builtin. */
  public static Object load(Object namespace, GlobalSite site, PyModule globals) {
    Object found = lookup(namespace, site.name());
    return found != null ? found : site.load(globals);
  }

  /** A name: in the mapping, or the variable of an enclosing function. */
  public static Object loadFree(Object namespace, String name, Cell cell) {
    Object found = lookup(namespace, name);
    if (found == null) {
      found = cell.value;
    }
    if (found == null) {
      throw Errors.unboundFree(name);
    }
    return found;
  }

  /** Gives a name a value. */
  public static void store(Object value, Object namespace, String name) {
    Items.set(namespace, name, value);
  }

  /** {@code del name}. */
  public static void delete(Object namespace, String name) {
    try {
      Items.delete(namespace, name);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.KEY_ERROR)) {
        throw Errors.nameError(name);
      }
      throw e;
    }
  }

  /** The end of an {@code except} clause, the body of which may have deleted the name. */
  public static void unbind(Object namespace, String name) {
    Items.set(namespace, name, PySingleton.NONE);
    delete(namespace, name);
  }

  /** Notes the annotation of a name. */
  public static void annotate(Object namespace, String name, Object annotation) {
    Object dict = lookup(namespace, Annotations.NAME);
    if (dict == null) {
      throw Errors.nameError(Annotations.NAME);
    }
    Items.set(dict, name, annotation);
  }

  /** {@code from ... import *} with these names. */
  public static void addAll(Object namespace, PyDict found) {
    for (int i = found.next(0); i >= 0; i = found.next(i + 1)) {
      Items.set(namespace, found.keyAt(i), found.valueAt(i));
    }
  }
}
