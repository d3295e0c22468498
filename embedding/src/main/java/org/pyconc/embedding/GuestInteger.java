package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.math.BigInteger;

/** An integer beyond 64 bits, or of a subclass of int: a number for the host. */
@ExportLibrary(InteropLibrary.class)
final class GuestInteger extends GuestObject {
  private final BigInteger number;

  GuestInteger(Heap heap, Object value, BigInteger number) {
    super(heap, value);
    this.number = number;
  }

  @ExportMessage
  boolean isNumber() {
    return true;
  }

  @ExportMessage
  boolean fitsInBigInteger() {
    return true;
  }

  @ExportMessage
  BigInteger asBigInteger() {
    return number;
  }

  @ExportMessage
  boolean fitsInByte() {
    return number.bitLength() < Byte.SIZE;
  }

  @ExportMessage
  byte asByte() throws UnsupportedMessageException {
    if (!fitsInByte()) {
      throw UnsupportedMessageException.create();
    }
    return number.byteValue();
  }

  @ExportMessage
  boolean fitsInShort() {
    return number.bitLength() < Short.SIZE;
  }

  @ExportMessage
  short asShort() throws UnsupportedMessageException {
    if (!fitsInShort()) {
      throw UnsupportedMessageException.create();
    }
    return number.shortValue();
  }

  @ExportMessage
  boolean fitsInInt() {
    return number.bitLength() < Integer.SIZE;
  }

  @ExportMessage
  int asInt() throws UnsupportedMessageException {
    if (!fitsInInt()) {
      throw UnsupportedMessageException.create();
    }
    return number.intValue();
  }

  @ExportMessage
  boolean fitsInLong() {
    return number.bitLength() < Long.SIZE;
  }

  @ExportMessage
  long asLong() throws UnsupportedMessageException {
    if (!fitsInLong()) {
      throw UnsupportedMessageException.create();
    }
    return number.longValue();
  }

  @ExportMessage
  boolean fitsInFloat() {
    return isExact(number.floatValue());
  }

  @ExportMessage
  float asFloat() throws UnsupportedMessageException {
    if (!fitsInFloat()) {
      throw UnsupportedMessageException.create();
    }
    return number.floatValue();
  }

  @ExportMessage
  boolean fitsInDouble() {
    return isExact(number.doubleValue());
  }

  @ExportMessage
  double asDouble() throws UnsupportedMessageException {
    if (!fitsInDouble()) {
      throw UnsupportedMessageException.create();
    }
    return number.doubleValue();
  }

  private boolean isExact(double rounded) {
    return !Double.isInfinite(rounded)
        && new java.math.BigDecimal(rounded).toBigInteger().equals(number);
  }
}
