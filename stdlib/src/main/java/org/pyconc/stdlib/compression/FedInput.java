package org.pyconc.stdlib.compression;

import java.io.InputStream;
import java.util.Arrays;
import org.pyconc.kernel.CoroutineScope;

/** The bytes that a decoder has been given so far; reading more suspends the decoder. */
final class FedInput extends InputStream {
  private byte[] bytes = {};
  private int at;
  private boolean isWaiting;

  /** Adds bytes behind those that are there. */
  void feed(byte[] more) {
    byte[] all = new byte[bytes.length - at + more.length];
    System.arraycopy(bytes, at, all, 0, bytes.length - at);
    System.arraycopy(more, 0, all, bytes.length - at, more.length);
    bytes = all;
    at = 0;
  }

  /** Whether the decoder is suspended because it needs more. */
  boolean isWaiting() {
    return isWaiting;
  }

  /** What has not been read. */
  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /** The next byte, which stays the next one. */
  int peek() {
    awaitByte();
    return bytes[at] & 0xff;
  }

  private void awaitByte() {
    while (at == bytes.length) {
      isWaiting = true;
      CoroutineScope.GENERATOR.suspend();
    }
    isWaiting = false;
  }

  @Override
  public int read() {
    awaitByte();
    return bytes[at++] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) {
    if (length == 0) {
      return 0;
    }
    awaitByte();
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, from, count);
    at += count;
    return count;
  }
}
