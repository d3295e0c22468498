package org.pyconc.compiler;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects that a generated class refers to: constants, inline caches, code units. They become
 * static final fields, which HotSpot treats as constants.
 */
final class UnitConstants {
  /** What the generated class is called where it refers to itself. */
  static final ClassDesc SELF = ClassDesc.of("org.pyconc.compiler.Unit");

  /** As many as one method can fill; only the first so many can be final. */
  private static final int MOST = 4000;

  private static final ClassDesc LOOKUP = ClassDesc.of("java.lang.invoke.MethodHandles$Lookup");
  private static final ClassDesc HANDLES = MethodHandles.class.describeConstable().orElseThrow();
  private static final ClassDesc ARRAY = ConstantDescs.CD_Object.arrayType();

  private record Key(Class<?> type, Object value) {}

  private record Entry(Class<?> type, Object value) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();

  /** Loads a constant that equals others of its class by value. */
  void load(CodeBuilder code, Object value, Class<?> type) {
    Integer index = known.get(new Key(value.getClass(), value));
    if (index == null) {
      index = add(value, type);
      known.put(new Key(value.getClass(), value), index);
    }
    load(code, index);
  }

  /** Adds an object of which there is only this one; its number. */
  int add(Object value, Class<?> type) {
    entries.add(new Entry(type, value));
    return entries.size() - 1;
  }

  /** Replaces an object whose value is known only in the end. */
  void set(int index, Object value) {
    entries.set(index, new Entry(entries.get(index).type(), value));
  }

  /** Loads the object with that number. */
  void load(CodeBuilder code, int index) {
    code.getstatic(SELF, "c" + index, desc(entries.get(index).type()));
  }

  static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  /** The values to hand to the class when it is defined. */
  Object[] values() {
    Object[] values = new Object[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = entries.get(i).value();
    }
    return values;
  }

  /** Adds the fields and the code that fills them. */
  void define(ClassBuilder builder) {
    for (int i = 0; i < entries.size(); i++) {
      int ifFinal = i < MOST ? ClassFile.ACC_FINAL : 0;
      builder.withField(
          "c" + i,
          desc(entries.get(i).type()),
          ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE | ifFinal);
    }
    for (int from = 0; from == 0 || from < entries.size(); from += MOST) {
      fill(builder, from);
    }
  }

  /** Writes the code that fills the fields from that one on. */
  private void fill(ClassBuilder builder, int from) {
    int end = Math.min(from + MOST, entries.size());
    builder.withMethodBody(
        from == 0 ? ConstantDescs.CLASS_INIT_NAME : "fill" + from,
        ConstantDescs.MTD_void,
        ClassFile.ACC_STATIC,
        code -> {
          for (int next = MOST; from == 0 && next < entries.size(); next += MOST) {
            code.invokestatic(SELF, "fill" + next, ConstantDescs.MTD_void);
          }
          code.invokestatic(HANDLES, "lookup", MethodTypeDesc.of(LOOKUP));
          code.loadConstant("_");
          code.loadConstant(ARRAY);
          code.invokestatic(
              HANDLES,
              "classData",
              MethodTypeDesc.of(
                  ConstantDescs.CD_Object,
                  LOOKUP,
                  ConstantDescs.CD_String,
                  ConstantDescs.CD_Class));
          code.checkcast(ARRAY);
          code.astore(0);
          for (int i = from; i < end; i++) {
            ClassDesc type = desc(entries.get(i).type());
            code.aload(0);
            code.loadConstant(i);
            code.aaload();
            code.checkcast(type);
            code.putstatic(SELF, "c" + i, type);
          }
          code.return_();
        });
  }
}
