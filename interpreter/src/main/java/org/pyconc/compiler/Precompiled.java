package org.pyconc.compiler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.grammar.tree.TreeReader;
import org.pyconc.scope.CodeUnit;

/**
 * The classes of a module, made before the program runs: a cold JVM needs milliseconds to make one.
 * They count for the text from which they were made; bytes that are of another one, or damaged, are
 * passed over.
 */
final class Precompiled {
  private static final int FORMAT = 0x50594303;

  private final CodeUnit module;
  private final byte[] bytes;

  /** Where the bytes begin that packed classes take over. */
  private final int dictionary;

  /** The numbers of the units that have a class, the least first. */
  private final int[] numbers;

  /** Where the classes of these begin. */
  private final int[] places;

  private Precompiled(CodeUnit module, byte[] bytes, int dictionary, int[] numbers, int[] places) {
    this.module = module;
    this.bytes = bytes;
    this.dictionary = dictionary;
    this.numbers = numbers;
    this.places = places;
  }

  /**
   * What {@link #write} made, or null if it does not fit the module.
   *
   * @param checksum of the module's text, or {@link TreeReader#FITS}
   */
  static @Nullable Precompiled of(CodeUnit module, byte[] bytes, long checksum) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      int format = in.readInt();
      long made = in.readLong();
      if (format != FORMAT || checksum != TreeReader.FITS && checksum != made) {
        return null;
      }
      int count = ConstantCodec.readLength(in);
      int first = 4 + 8 + 4 + 8 * count;
      int[] numbers = new int[count];
      int[] places = new int[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = in.readInt();
        places[i] = first + in.readInt();
      }
      return new Precompiled(module, bytes, first, numbers, places);
    } catch (IOException damaged) {
      return null;
    }
  }

  /** The class of a unit, or null if it is not there. */
  @Nullable UnitClass find(CodeUnit unit) {
    int index = Arrays.binarySearch(numbers, unit.number());
    if (index < 0 || module.find(unit.number()) != unit) {
      return null;
    }
    int place = places[index];
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(PackedClasses.unpack(bytes, dictionary, place)))) {
      byte[] code = ConstantCodec.readBytes(in);
      Object[] constants = new Object[ConstantCodec.readLength(in)];
      for (int i = 0; i < constants.length; i++) {
        constants[i] = ConstantCodec.read(in, module);
      }
      return new UnitClass(unit, code, constants, (Span[]) constants[UnitCompiler.PLACES]);
    } catch (IOException | RuntimeException damaged) {
      return null;
    }
  }

  /**
   * The classes of a module's functions, and of the other units in it that have loops.
   *
   * @throws IllegalArgumentException if one refers to something that cannot be written
   */
  static byte[] write(CodeUnit module) {
    List<CodeUnit> units = unitsOf(module);
    List<byte[]> classes = new ArrayList<>();
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    try (DataOutputStream head = new DataOutputStream(table)) {
      List<Integer> numbers = new ArrayList<>();
      for (CodeUnit unit : units) {
        UnitClass made = compile(unit);
        if (made != null) {
          numbers.add(unit.number());
          classes.add(bytes(made, module));
        }
      }
      PackedClasses packed = PackedClasses.of(classes);
      head.writeInt(FORMAT);
      head.writeLong(module.source().checksum());
      head.writeInt(numbers.size());
      for (int i = 0; i < numbers.size(); i++) {
        head.writeInt(numbers.get(i));
        head.writeInt(packed.place(i));
      }
      head.write(packed.bytes());
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing is written outside of memory
    }
    return table.toByteArray();
  }

  private static byte[] bytes(UnitClass made, CodeUnit module) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      ConstantCodec.writeBytes(out, made.bytes());
      out.writeInt(made.constants().length);
      for (Object constant : made.constants()) {
        ConstantCodec.write(out, constant, module);
      }
    }
    return bytes.toByteArray();
  }

  private static @Nullable UnitClass compile(CodeUnit unit) {
    if (!TieredExecutor.isFunction(unit) && !TieredExecutor.isWorthIt(unit)) {
      return null;
    }
    try {
      return UnitCompiler.compile(unit, UnitCompiler.LARGEST_METHOD);
    } catch (CannotCompile leftToTheInterpreter) {
      return null;
    }
  }

  private static List<CodeUnit> unitsOf(CodeUnit module) {
    List<CodeUnit> units = new ArrayList<>();
    add(module, units);
    return units;
  }

  private static void add(CodeUnit unit, List<CodeUnit> units) {
    units.add(unit);
    for (CodeUnit child : unit.children()) {
      add(child, units);
    }
  }
}
