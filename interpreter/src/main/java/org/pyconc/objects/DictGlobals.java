package org.pyconc.objects;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.operations.Items;

/**
 * Global variables that a program keeps in a dict of its own, as {@code exec(source, dict)} does.
 * It has no names of its own in its shape, so that nothing is cached for it.
 */
public final class DictGlobals extends PyModule {
  private final PyDict dict;
  private final @Nullable Object mapping;
  private final PyModule standardBuiltins;

  /**
   * @param given a dict or an instance of a subclass, whose own way to find items is used
   * @param builtins where names are looked up unless the dict has {@code __builtins__}
   */
  public DictGlobals(Object given, PyModule builtins) {
    super(new Shape(), builtins);
    this.dict = (PyDict) PyPayloadInstance.unwrap(given);
    this.mapping = PyType.of(given) == BuiltinTypes.DICT ? null : given;
    this.standardBuiltins = builtins;
  }

  @Override
  public PyModule builtins() {
    Object own = dict.get("__builtins__");
    if (own == null || own == standardBuiltins) {
      return standardBuiltins;
    }
    if (own instanceof PyModule m) {
      return m;
    }
    if (PyPayloadInstance.unwrap(own) instanceof PyDict d) {
      return d instanceof NamespaceDict n && n.namespace() == standardBuiltins
          ? standardBuiltins
          : new DictGlobals(d, standardBuiltins);
    }
    return standardBuiltins;
  }

  @Override
  public PyDict dictionary() {
    return dict;
  }

  @Override
  public @Nullable Object own(String name) {
    Object special = mapping;
    if (special == null) {
      return dict.get(name);
    }
    try {
      return Items.get(special, name);
    } catch (PyException e) {
      if (e.value().type().isSubtypeOf(ExceptionTypes.KEY_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public void setOwn(String name, Object value) {
    dict.put(name, value);
  }

  @Override
  public boolean deleteOwn(String name) {
    return dict.remove(name) != null;
  }
}
