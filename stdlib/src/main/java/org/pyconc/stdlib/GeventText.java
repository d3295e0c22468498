package org.pyconc.stdlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.LibrarySource;

/** The modules of the package gevent that are written in the language. */
final class GeventText {
  private GeventText() {}

  static @Nullable LibrarySource find(String name) {
    return switch (name) {
      case "gevent" -> LibraryText.packageOf(name);
      case "gevent._linkable",
          "gevent._waiter",
          "gevent.baseserver",
          "gevent.core",
          "gevent.event",
          "gevent.exceptions",
          "gevent.greenlet",
          "gevent.hub",
          "gevent.local",
          "gevent.lock",
          "gevent.monkey",
          "gevent.os",
          "gevent.pool",
          "gevent.queue",
          "gevent.select",
          "gevent.server",
          "gevent.socket",
          "gevent.subprocess",
          "gevent.thread",
          "gevent.threading",
          "gevent.threadpool",
          "gevent.time",
          "gevent.timeout" ->
          LibraryText.module(name);
      default -> LibraryText.find(name);
    };
  }
}
