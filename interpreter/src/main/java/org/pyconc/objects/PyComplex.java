package org.pyconc.objects;

/** A complex number. */
public final class PyComplex extends PyObject {
  private final double real;
  private final double imaginary;

  public PyComplex(double real, double imaginary) {
    this.real = real;
    this.imaginary = imaginary;
  }

  public double real() {
    return real;
  }

  public double imaginary() {
    return imaginary;
  }

  @Override
  public PyType type() {
    return BuiltinTypes.COMPLEX;
  }
}
