package org.pyconc.embedding;

import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyType;

/** An exception of the host, or of another language, in a program. */
final class HostError extends PyBaseException {
  private @Nullable Object thrown;

  HostError(PyType type) {
    super(type);
  }

  HostError(PyType type, Object thrown) {
    super(type);
    this.thrown = thrown;
  }

  /** The exception as the host knows it. */
  Object thrown() {
    Object known = thrown;
    if (known == null) {
      throw new IllegalStateException("not initialised");
    }
    return known;
  }

  boolean isInitialised() {
    return thrown != null;
  }

  void setThrown(Object exception) {
    thrown = exception;
  }
}
