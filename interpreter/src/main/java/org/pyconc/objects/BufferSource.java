package org.pyconc.objects;

/** A native object whose content are bytes that memoryviews can show. */
public interface BufferSource {
  /** The bytes themselves, valid up to {@link #bufferSize} and until the object changes. */
  byte[] buffer();

  int bufferSize();

  /** What the bytes are, as one character of module {@code struct}. */
  String itemFormat();

  /** How many bytes an item has. */
  int itemSize();

  /** Whether views must not write. */
  boolean isReadOnly();
}
