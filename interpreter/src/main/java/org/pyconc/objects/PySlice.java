package org.pyconc.objects;

/** A slice object; what was left out is None. */
public final class PySlice extends PyObject {
  private final Object start;
  private final Object stop;
  private final Object step;

  public PySlice(Object start, Object stop, Object step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  public Object start() {
    return start;
  }

  public Object stop() {
    return stop;
  }

  public Object step() {
    return step;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.SLICE;
  }
}
