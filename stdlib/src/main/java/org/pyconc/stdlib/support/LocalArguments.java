package org.pyconc.stdlib.support;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.operations.Attributes;
import org.pyconc.transfer.Copier;

/**
 * What a local was made with. Its {@code __init__} is called with that again for each thread, or
 * greenlet, that uses it.
 *
 * @param positional as {@code __new__} was given them
 * @param keywords null for none
 */
public record LocalArguments(PyTuple positional, @Nullable PyDict keywords) {
  public static final LocalArguments NONE = new LocalArguments(PyTuple.EMPTY, null);

  /** Calls {@code __init__} for the one that uses the local for the first time. */
  public void initialise(PyInstance local) {
    Object init = local.type().traits().init();
    if (init != null) {
      CallWith.call(
          Attributes.bind(init, local, local.type()), positional.items().clone(), keywords);
    }
  }

  /** The same for a copy of the local. */
  public LocalArguments copy(Copier copier) {
    return new LocalArguments(
        (PyTuple) copier.copy(positional), (PyDict) copier.copyOrNull(keywords));
  }
}
