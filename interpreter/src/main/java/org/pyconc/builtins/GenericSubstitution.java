package org.pyconc.builtins;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.PyUnion;
import org.pyconc.operations.Arithmetic;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.BinaryOp;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;

/** Puts types in the place of the type variables of {@code list[T]}. */
final class GenericSubstitution {
  private GenericSubstitution() {}

  /** The type variables in an alias, each once, in the order in which they first stand there. */
  static PyTuple parameters(PyGenericAlias alias) {
    return parameters(alias.arguments());
  }

  /** The type variables in the arguments of an alias or the members of a union. */
  static PyTuple parameters(PyTuple parts) {
    List<Object> found = new ArrayList<>();
    for (Object argument : parts.items()) {
      if (isVariable(argument)) {
        add(found, argument);
      } else if (parametersOf(argument) instanceof PyTuple inner) {
        for (Object each : inner.items()) {
          add(found, each);
        }
      }
    }
    return PyTuple.of(found.toArray());
  }

  private static void add(List<Object> found, Object variable) {
    for (Object each : found) {
      if (each == variable) {
        return;
      }
    }
    found.add(variable);
  }

  private static boolean isVariable(Object argument) {
    return PyType.of(argument).fullName().equals("typing.TypeVar");
  }

  /** The type variables of another alias among the arguments, or None. */
  private static Object parametersOf(Object argument) {
    if (argument instanceof PyType) {
      return PySingleton.NONE;
    }
    Object found = Attributes.findQuietly(argument, "__parameters__");
    return found == null ? PySingleton.NONE : found;
  }

  /** {@code alias[key]}. */
  static Object of(PyGenericAlias alias, Object key) {
    return new PyGenericAlias(
        alias.origin(), PyTuple.of(substituted(alias, alias.arguments(), key)), alias.isStarred());
  }

  /** {@code union[key]}. */
  static Object of(PyUnion union, Object key) {
    Object[] members = substituted(union, union.arguments(), key);
    Object joined = members[0];
    for (int i = 1; i < members.length; i++) {
      joined = Arithmetic.binary(BinaryOp.OR, joined, members[i]);
    }
    return joined;
  }

  private static Object[] substituted(Object alias, PyTuple parts, Object key) {
    PyTuple parameters = parameters(parts);
    if (parameters.size() == 0) {
      throw Errors.typeError(Text.javaRepr(alias) + " is not a generic class");
    }
    PyTuple values = unpacked(key instanceof PyTuple t ? t : PyTuple.of(key));
    if (values.size() != parameters.size()) {
      throw Errors.typeError(
          (values.size() > parameters.size() ? "Too many" : "Too few")
              + " arguments for "
              + Text.javaRepr(alias)
              + "; actual "
              + values.size()
              + ", expected "
              + parameters.size());
    }
    Object[] arguments = parts.items().clone();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = replaced(arguments[i], parameters, values);
    }
    return arguments;
  }

  /** Members of {@code *tuple[int, str]} stand for themselves; of {@code *tuple[int, ...]} not. */
  private static PyTuple unpacked(PyTuple keys) {
    List<Object> all = new ArrayList<>();
    for (Object key : keys.items()) {
      Object members =
          key instanceof PyType
              ? null
              : Attributes.findQuietly(key, "__typing_unpacked_tuple_args__");
      if (members instanceof PyTuple t
          && (t.size() == 0 || t.get(t.size() - 1) != PySingleton.ELLIPSIS)) {
        all.addAll(List.of(t.items()));
      } else {
        all.add(key);
      }
    }
    return PyTuple.of(all.toArray());
  }

  private static Object replaced(Object argument, PyTuple parameters, PyTuple values) {
    if (isVariable(argument)) {
      Object value = value(argument, parameters, values);
      return value == PySingleton.NONE ? BuiltinTypes.NONE_TYPE : value;
    }
    if (!(parametersOf(argument) instanceof PyTuple inner) || inner.size() == 0) {
      return argument;
    }
    Object[] its = new Object[inner.size()];
    for (int i = 0; i < its.length; i++) {
      its[i] = value(inner.get(i), parameters, values);
    }
    return Items.get(argument, PyTuple.of(its));
  }

  private static Object value(Object variable, PyTuple parameters, PyTuple values) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) == variable) {
        return values.get(i);
      }
    }
    return variable;
  }
}
