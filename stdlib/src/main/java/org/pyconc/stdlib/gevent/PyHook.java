package org.pyconc.stdlib.gevent;

import java.util.List;
import org.pyconc.objects.PyType;

/**
 * A watcher of the loop itself: calls a function in each round, before the loop waits ({@code
 * prepare}) or after ({@code check}). One for forks ({@code fork}) is never called: a child process
 * has a loop of its own.
 */
final class PyHook extends PyWatcher {
  private final List<PyHook> registered;

  PyHook(PyType type, EventLoop loop, List<PyHook> registered, boolean ref) {
    super(type, loop, ref);
    this.registered = registered;
  }

  @Override
  void start() {
    if (activate()) {
      registered.add(this);
    }
  }

  @Override
  void stop() {
    forgetCallback();
    if (deactivate()) {
      registered.remove(this);
    }
  }

  /** In the loop: its moment has come. */
  void arrived() {
    Call call = call();
    if (call != null) {
      run(call);
    }
  }
}
