package org.pyconc.compiler;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyComplex;
import org.pyconc.objects.WideString;
import org.pyconc.operations.AttributeSite;
import org.pyconc.operations.GlobalSite;
import org.pyconc.operations.KeywordSite;
import org.pyconc.operations.SuperSite;
import org.pyconc.scope.CodePlace;
import org.pyconc.scope.CodeUnit;

/**
 * The bytes for the objects that generated classes refer to: values of the language, and empty
 * inline caches by the names that they are for.
 */
final class ConstantCodec {
  private static final int UNIT = 0;
  private static final int SPANS = 1;
  private static final int INTS = 2;
  private static final int PLACE = 3;
  private static final int STRINGS = 4;
  private static final int ATTRIBUTE = 5;
  private static final int GLOBAL = 6;
  private static final int SUPER = 7;
  private static final int KEYWORDS = 8;
  private static final int LONG = 9;
  private static final int DOUBLE = 10;
  private static final int BIG = 11;
  private static final int TEXT = 12;
  private static final int WIDE_TEXT = 13;
  private static final int BYTES = 14;
  private static final int COMPLEX = 15;

  private ConstantCodec() {}

  /**
   * Writes an object.
   *
   * @param module to which the units belong
   * @throws IllegalArgumentException if it is of an unknown kind
   */
  static void write(DataOutputStream out, Object value, CodeUnit module) throws IOException {
    switch (value) {
      case CodeUnit u -> {
        out.writeByte(UNIT);
        out.writeInt(number(module, u));
      }
      case Span[] spans -> {
        out.writeByte(SPANS);
        out.writeInt(spans.length);
        for (Span each : spans) {
          writeSpan(out, each);
        }
      }
      case int[] numbers -> {
        out.writeByte(INTS);
        out.writeInt(numbers.length);
        for (int each : numbers) {
          out.writeInt(each);
        }
      }
      case CodePlace p -> {
        out.writeByte(PLACE);
        out.writeInt(number(module, p.code()));
        writeSpan(out, p.span());
      }
      case String[] strings -> {
        out.writeByte(STRINGS);
        writeStrings(out, strings);
      }
      case AttributeSite s -> {
        out.writeByte(ATTRIBUTE);
        writeText(out, s.name());
      }
      case GlobalSite s -> {
        out.writeByte(GLOBAL);
        writeText(out, s.name());
      }
      case SuperSite s -> {
        out.writeByte(SUPER);
        writeText(out, s.name());
      }
      case KeywordSite s -> {
        out.writeByte(KEYWORDS);
        writeStrings(out, s.keywords());
      }
      case Long n -> {
        out.writeByte(LONG);
        out.writeLong(n);
      }
      case Double d -> {
        out.writeByte(DOUBLE);
        out.writeLong(Double.doubleToRawLongBits(d));
      }
      case BigInteger n -> {
        out.writeByte(BIG);
        writeBytes(out, n.toByteArray());
      }
      case String s -> {
        out.writeByte(TEXT);
        writeText(out, s);
      }
      case WideString s -> {
        out.writeByte(WIDE_TEXT);
        int[] points = s.codePoints();
        out.writeInt(points.length);
        for (int each : points) {
          out.writeInt(each);
        }
      }
      case PyBytes b -> {
        out.writeByte(BYTES);
        writeBytes(out, b.array());
      }
      case PyComplex c -> {
        out.writeByte(COMPLEX);
        out.writeDouble(c.real());
        out.writeDouble(c.imaginary());
      }
      default -> throw new IllegalArgumentException("a constant: " + value.getClass());
    }
  }

  /**
   * Reads an object.
   *
   * @throws IOException if there is none
   */
  static Object read(DataInputStream in, CodeUnit module) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case UNIT -> unit(in, module);
      case SPANS -> {
        Span[] spans = new Span[readLength(in)];
        for (int i = 0; i < spans.length; i++) {
          spans[i] = readSpan(in);
        }
        yield spans;
      }
      case INTS -> readInts(in);
      case PLACE -> {
        CodeUnit unit = unit(in, module);
        yield new CodePlace(unit, readSpan(in));
      }
      case STRINGS -> readStrings(in);
      case ATTRIBUTE -> new AttributeSite(readText(in));
      case GLOBAL -> new GlobalSite(readText(in));
      case SUPER -> new SuperSite(readText(in));
      case KEYWORDS -> new KeywordSite(readStrings(in));
      case LONG -> in.readLong();
      case DOUBLE -> Double.longBitsToDouble(in.readLong());
      case BIG -> new BigInteger(readBytes(in));
      case TEXT -> readText(in);
      case WIDE_TEXT -> WideString.of(readInts(in));
      case BYTES -> new PyBytes(readBytes(in));
      case COMPLEX -> {
        double real = in.readDouble();
        yield new PyComplex(real, in.readDouble());
      }
      default -> throw new IOException("no kind of constant: " + kind);
    };
  }

  private static int number(CodeUnit module, CodeUnit unit) {
    if (module.find(unit.number()) != unit) {
      throw new IllegalArgumentException("a unit of another module: " + unit.qualifiedName());
    }
    return unit.number();
  }

  private static CodeUnit unit(DataInputStream in, CodeUnit module) throws IOException {
    int number = in.readInt();
    CodeUnit unit = module.find(number);
    if (unit == null) {
      throw new IOException("no unit: " + number);
    }
    return unit;
  }

  private static void writeSpan(DataOutputStream out, Span span) throws IOException {
    out.writeInt(span.line());
    out.writeInt(span.column());
    out.writeInt(span.endLine());
    out.writeInt(span.endColumn());
  }

  private static Span readSpan(DataInputStream in) throws IOException {
    int line = in.readInt();
    int column = in.readInt();
    int endLine = in.readInt();
    return new Span(line, column, endLine, in.readInt());
  }

  private static int[] readInts(DataInputStream in) throws IOException {
    int[] numbers = new int[readLength(in)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }

  private static void writeStrings(DataOutputStream out, String[] strings) throws IOException {
    out.writeInt(strings.length);
    for (String each : strings) {
      writeText(out, each);
    }
  }

  private static String[] readStrings(DataInputStream in) throws IOException {
    String[] strings = new String[readLength(in)];
    for (int i = 0; i < strings.length; i++) {
      strings[i] = readText(in);
    }
    return strings;
  }

  /** No {@code writeUTF}: texts may be long. */
  private static void writeText(DataOutputStream out, String text) throws IOException {
    writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(readLength(in));
  }

  /** How many entries follow: no more than there are bytes. */
  static int readLength(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("no length: " + length);
    }
    return length;
  }
}
