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
  private static final int FORMAT = 0x50594302;

  private final CodeUnit module;
  private final byte[] bytes;

  /** The numbers of the units that have a class, the least first. */
  private final int[] numbers;

  /** Where the classes of these begin. */
  private final int[] places;

  private Precompiled(CodeUnit module, byte[] bytes, int[] numbers, int[] places) {
    this.module = module;
    this.bytes = bytes;
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
      return new Precompiled(module, bytes, numbers, places);
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
    if (place < 0 || place > bytes.length) {
      return null;
    }
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, place, bytes.length - place));
    try {
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
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    ByteArrayOutputStream classes = new ByteArrayOutputStream();
    try (DataOutputStream head = new DataOutputStream(table);
        DataOutputStream out = new DataOutputStream(classes)) {
      int count = 0;
      for (CodeUnit unit : units) {
        UnitClass made = compile(unit);
        if (made == null) {
          continue;
        }
        count++;
        head.writeInt(unit.number());
        head.writeInt(out.size());
        ConstantCodec.writeBytes(out, made.bytes());
        out.writeInt(made.constants().length);
        for (Object constant : made.constants()) {
          ConstantCodec.write(out, constant, module);
        }
      }
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      try (DataOutputStream all = new DataOutputStream(whole)) {
        all.writeInt(FORMAT);
        all.writeLong(module.source().checksum());
        all.writeInt(count);
        table.writeTo(all);
        classes.writeTo(all);
      }
      return whole.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing is written outside of memory
    }
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
