package org.pyconc.stdlib.abc;

import org.pyconc.runtime.ProcessState;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * How often a class has been registered with an abstract one in a process: who remembers what
 * {@code issubclass} said, as {@code functools.singledispatch} does, forgets it when the number
 * changes.
 */
final class Registrations implements Transferable {
  private long count;

  static Registrations ofProcess() {
    return ProcessState.current().moduleState(Registrations.class, Registrations::new);
  }

  long count() {
    return count;
  }

  @Override
  public Object copy(Copier copier) {
    Registrations copy = new Registrations();
    copy.count = count;
    return copy;
  }

  void add() {
    count++;
  }
}
