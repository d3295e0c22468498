package org.pyconc.runtime;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;

/** Random bytes of the operating system, fit for keys. */
public final class Entropy {
  /** Read directly: in a JVM that has just begun, looking for a provider takes 7 ms. */
  private static final String DEVICE = "/dev/urandom";

  private Entropy() {}

  /** So many bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    try (InputStream device = new FileInputStream(DEVICE)) {
      if (device.readNBytes(bytes, 0, count) == count) {
        return bytes;
      }
    } catch (IOException noSuchDevice) {
      // another kind of system
    }
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
