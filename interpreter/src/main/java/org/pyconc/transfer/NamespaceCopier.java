package org.pyconc.transfer;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.DictGlobals;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyType;
import org.pyconc.runtime.ProcessState;

/**
 * Copies what functions need of their modules: the global variables that their code can name. A
 * variable whose value cannot be copied stays unset in the copy.
 */
abstract class NamespaceCopier extends Copier {
  /** A global variable to copy. */
  private record Variable(PyModule from, PyModule to, String name) {}

  /** A function or class that its module is to have under its name. */
  private record Binding(PyModule to, String name, Object copy) {}

  final ProcessState source;

  /** Not among the other copies: modules stay when the value of a variable is given up. */
  private final IdentityTable modules = new IdentityTable();

  private final ArrayDeque<Variable> variables = new ArrayDeque<>();
  private final ArrayDeque<Binding> bindings = new ArrayDeque<>();

  private boolean isOptional;

  NamespaceCopier(ProcessState source) {
    this.source = source;
  }

  /** A module to put variables in. */
  abstract PyModule makeModule(PyModule original);

  /** The builtins behind the modules of the receiver. */
  abstract PyModule builtins();

  @Override
  final PyModule copyGlobals(PyModule original) {
    Object known = modules.get(original);
    if (known != null) {
      return (PyModule) known;
    }
    if (original == builtins()) {
      return original;
    }
    PyModule copy =
        original instanceof DictGlobals
            ? new DictGlobals(new PyDict(), builtins())
            : makeModule(original);
    modules.put(original, copy);
    moduleMade(original, copy);
    return copy;
  }

  /** Called once for every module, when it can be found among the copies. */
  void moduleMade(PyModule original, PyModule copy) {}

  /** Copies a variable unless the copy has one of that name already. */
  final void addVariable(PyModule from, PyModule to, String name) {
    if (!to.isBound(name) && from.own(name) != null) {
      variables.add(new Variable(from, to, name));
    }
  }

  final void addVariables(PyModule from, PyModule to) {
    for (String name : from.ownNames()) {
      addVariable(from, to, name);
    }
  }

  /** Copies the variables that were asked for, and those that are then needed. */
  final void finishVariables() {
    bind();
    for (Variable v = variables.poll(); v != null; v = variables.poll()) {
      Variable each = v;
      Object value = each.from.own(each.name);
      if (value != null && !each.to.isBound(each.name)) {
        copyIfPossible(value, copy -> each.to.setOwn(each.name, copy));
      }
    }
  }

  /** Copies a value that may be left out; everything must be filled. */
  final void copyIfPossible(Object value, Consumer<Object> taken) {
    int mark = mark();
    isOptional = true;
    try {
      Object copy = copy(value);
      finish();
      taken.accept(copy);
      bind();
    } catch (CannotCopy refused) {
      giveUp(mark);
    } catch (PyException refused) { // by its own __reduce__ or __getstate__
      if (!refused.value().type().isSubtypeOf(ExceptionTypes.EXCEPTION)) {
        throw refused;
      }
      giveUp(mark);
    } finally {
      isOptional = false;
    }
  }

  /** Whether what is being copied may be left out. */
  final boolean isOptional() {
    return isOptional;
  }

  private void giveUp(int mark) {
    backTo(mark);
    bindings.clear();
  }

  private void bind() {
    for (Binding b = bindings.poll(); b != null; b = bindings.poll()) {
      if (b.to.own(b.name) == null) {
        b.to.setOwn(b.name, b.copy);
      }
    }
  }

  @Override
  void functionCopied(PyFunction original, PyFunction copy) {
    PyModule from = original.globals();
    PyModule to = copy.globals();
    if (from == to) {
      return;
    }
    for (String name : original.code().scope().globals()) {
      if (from.own(name) != null) {
        addVariable(from, to, name);
      } else {
        unknownNamed(name, from, to);
      }
    }
    bindInModule(from, to, original.name(), original, copy);
  }

  /** Code that was copied names something that is no global variable. */
  void unknownNamed(String name, PyModule from, PyModule to) {}

  /** What its module has under its name is to be found there by the receiver too. */
  private void bindInModule(PyModule from, PyModule to, String name, Object original, Object copy) {
    if (from.own(name) == original) {
      bindings.add(new Binding(to, name, copy));
    }
  }

  @Override
  void classCopied(PyType original, PyType copy) {
    PyModule from = moduleOf(original);
    if (from != null) {
      PyModule to = copyGlobals(from);
      if (from != to) {
        bindInModule(from, to, original.name(), original, copy);
      }
    }
  }

  /** The module that a class belongs to, where classes are copied from. */
  @Nullable PyModule moduleOf(PyType type) {
    return source.modules().get(type.moduleName()) instanceof PyModule m ? m : null;
  }
}
