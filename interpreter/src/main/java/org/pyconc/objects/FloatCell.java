package org.pyconc.objects;

/**
 * Stands in a slot of an instance for an attribute that is a float and is changed in place, so that
 * a change makes no new object. It belongs to its slot: whoever reads the attribute gets a float.
 */
public final class FloatCell {
  /** The attribute's value. */
  public double value;

  public FloatCell(double value) {
    this.value = value;
  }

  /** What a slot's content means: itself, or the float in a cell. */
  public static Object read(Object content) {
    return content instanceof FloatCell cell ? (Object) cell.value : content;
  }
}
