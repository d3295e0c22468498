package org.pyconc.compiler;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The classes of a module, each packed for itself, so that a program unpacks only those that it
 * needs. They resemble each other: what the beginnings of some contain, all may take over. So they
 * need a fifth more than packed together.
 */
final class PackedClasses {
  /** From how many classes the bytes to take over are, and how many of each. */
  private static final int SAMPLES = 8;

  private static final int SAMPLE = 4000;

  /** By how much packing can make bytes fewer. */
  private static final int MOST = 1100;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private PackedClasses() {}

  /** Packs classes. */
  static PackedClasses of(List<byte[]> classes) throws IOException {
    PackedClasses packed = new PackedClasses();
    byte[] dictionary = dictionary(classes);
    try (DataOutputStream out = new DataOutputStream(packed.bytes)) {
      ConstantCodec.writeBytes(out, dictionary);
      for (byte[] each : classes) {
        packed.places.add(out.size());
        out.writeInt(each.length);
        ConstantCodec.writeBytes(out, deflated(each, dictionary));
      }
    }
    return packed;
  }

  /** What is to be written. */
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Where in these bytes a class begins. */
  int place(int index) {
    return places.get(index);
  }

  /** The beginnings of the largest, the largest last: what is near is found in fewer bits. */
  private static byte[] dictionary(List<byte[]> classes) {
    List<byte[]> largest = new ArrayList<>(classes);
    largest.sort(Comparator.comparingInt(each -> each.length));
    ByteArrayOutputStream chosen = new ByteArrayOutputStream();
    for (byte[] each : largest.subList(Math.max(0, largest.size() - SAMPLES), largest.size())) {
      chosen.write(each, 0, Math.min(SAMPLE, each.length));
    }
    return chosen.toByteArray();
  }

  private static byte[] deflated(byte[] whole, byte[] dictionary) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(dictionary);
      deflater.setInput(whole);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[SAMPLE];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Unpacks a class.
   *
   * @param from where the packed bytes begin
   * @param place where a class begins
   * @throws IOException if there is none
   */
  static byte[] unpack(byte[] bytes, int from, int place) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    Inflater inflater = new Inflater(true);
    try {
      int length = all.getInt(place);
      int packed = all.getInt(place + Integer.BYTES);
      if (length < 0 || packed < 0 || length / MOST > packed) {
        throw new IOException("no length: " + length);
      }
      inflater.setDictionary(bytes, from + Integer.BYTES, all.getInt(from));
      inflater.setInput(bytes, place + 2 * Integer.BYTES, packed);
      byte[] whole = new byte[length];
      if (inflater.inflate(whole) != length) {
        throw new IOException("no class");
      }
      return whole;
    } catch (DataFormatException | IndexOutOfBoundsException damaged) {
      throw new IOException(damaged);
    } finally {
      inflater.end();
    }
  }
}
