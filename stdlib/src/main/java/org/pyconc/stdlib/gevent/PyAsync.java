package org.pyconc.stdlib.gevent;

/** A watcher that another thread can wake. */
final class PyAsync extends PyWatcher {
  PyAsync(EventLoop loop, boolean ref) {
    super(GeventTypes.ASYNC, loop, ref);
  }

  @Override
  void start() {
    activate();
  }

  @Override
  void stop() {
    forgetCallback();
    deactivate();
  }

  /** Has the callback called in the loop. Any thread. */
  void send() {
    loop.mailbox.post(this::arrived);
  }

  private void arrived() {
    Call call = call();
    if (call != null) {
      run(call);
    }
  }
}
