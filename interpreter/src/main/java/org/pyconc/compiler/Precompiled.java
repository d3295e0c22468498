package org.pyconc.compiler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int FORMAT = 0x50594301;

  private final byte[] bytes;
  private final List<CodeUnit> units;
  private final Map<CodeUnit, Integer> numbers;

  /** Where the class of a unit begins, by the unit's number. */
  private final Map<Integer, Integer> places;

  private Precompiled(byte[] bytes, List<CodeUnit> units, Map<Integer, Integer> places) {
    this.bytes = bytes;
    this.units = units;
    this.numbers = numbered(units);
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
      int count = in.readInt();
      int first = 4 + 8 + 4 + 8 * count;
      Map<Integer, Integer> places = new HashMap<>();
      for (int i = 0; i < count; i++) {
        int number = in.readInt();
        places.put(number, first + in.readInt());
      }
      return new Precompiled(bytes, unitsOf(module), places);
    } catch (IOException damaged) {
      return null;
    }
  }

  /** The class of a unit, or null if it is not there. */
  @Nullable UnitClass find(CodeUnit unit) {
    Integer number = numbers.get(unit);
    Integer place = number == null ? null : places.get(number);
    if (place == null || place < 0 || place > bytes.length) {
      return null;
    }
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, place, bytes.length - place));
    try {
      byte[] code = ConstantCodec.readBytes(in);
      Object[] constants = new Object[ConstantCodec.readLength(in)];
      for (int i = 0; i < constants.length; i++) {
        constants[i] = ConstantCodec.read(in, units);
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
    Map<CodeUnit, Integer> numbers = numbered(units);
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    ByteArrayOutputStream classes = new ByteArrayOutputStream();
    try (DataOutputStream head = new DataOutputStream(table);
        DataOutputStream out = new DataOutputStream(classes)) {
      int count = 0;
      for (int i = 0; i < units.size(); i++) {
        UnitClass made = compile(units.get(i));
        if (made == null) {
          continue;
        }
        count++;
        head.writeInt(i);
        head.writeInt(out.size());
        ConstantCodec.writeBytes(out, made.bytes());
        out.writeInt(made.constants().length);
        for (Object constant : made.constants()) {
          ConstantCodec.write(out, constant, numbers);
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

  private static Map<CodeUnit, Integer> numbered(List<CodeUnit> units) {
    Map<CodeUnit, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      numbers.put(units.get(i), i);
    }
    return numbers;
  }
}
