package org.pyconc.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PySingleton;

/** Writes the instructions of one unit's code: what all its parts need. */
final class Emitter {
  private static final int MOST_LINES = 65_535;

  final CodeBuilder code;
  final UnitConstants constants;
  private final int place;
  private final Map<Span, Integer> places;
  private final BitSet callLocals = new BitSet();
  private int lastPlace = -1;

  private @Nullable List<Integer> passing;

  /**
   * @param place the local variable that says where in the source the code is
   */
  Emitter(CodeBuilder code, UnitConstants constants, int place) {
    this(code, constants, place, new LinkedHashMap<>());
  }

  private Emitter(CodeBuilder code, UnitConstants constants, int place, Map<Span, Integer> places) {
    this.code = code;
    this.constants = constants;
    this.place = place;
    this.places = places;
  }

  /** Writes the code of another method of the same unit: both count the same places. */
  Emitter forPart(CodeBuilder other, int placeLocal) {
    return new Emitter(other, constants, placeLocal, places);
  }

  // ---- places ----------------------------------------------------------------------------------

  /** What follows may raise an exception at that place. */
  void at(Span span) {
    int next = places.size();
    Integer known = places.putIfAbsent(span, next);
    int index = known == null ? next : known;
    if (index != lastPlace) {
      code.loadConstant(index);
      code.istore(place);
      if (index < MOST_LINES) {
        code.lineNumber(index + 1);
      }
      lastPlace = index;
    }
  }

  /** All places, by the numbers that the local variable takes. */
  Span[] places() {
    return places.keySet().toArray(new Span[0]);
  }

  /** Binds a label, where code may come from elsewhere. */
  void bind(Label label) {
    code.labelBinding(label);
    lastPlace = -1;
  }

  Label newLabel() {
    return code.newLabel();
  }

  // ---- calls -----------------------------------------------------------------------------------

  private static MethodTypeDesc type(Class<?> result, Class<?>... parameters) {
    ClassDesc[] types = new ClassDesc[parameters.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = UnitConstants.desc(parameters[i]);
    }
    return MethodTypeDesc.of(UnitConstants.desc(result), types);
  }

  /** Calls a static method. */
  void call(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    code.invokestatic(UnitConstants.desc(owner), name, type(result, parameters));
  }

  /** Calls a method of a class. */
  void callVirtual(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    code.invokevirtual(UnitConstants.desc(owner), name, type(result, parameters));
  }

  /** Calls a method of an interface. */
  void callInterface(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    code.invokeinterface(UnitConstants.desc(owner), name, type(result, parameters));
  }

  /** Makes an object; its arguments must be loaded between this and {@link #init}. */
  void allocate(Class<?> type) {
    code.new_(UnitConstants.desc(type));
    code.dup();
  }

  void init(Class<?> owner, Class<?>... parameters) {
    code.invokespecial(UnitConstants.desc(owner), "<init>", type(void.class, parameters));
  }

  // ---- values ----------------------------------------------------------------------------------

  void none() {
    singleton("NONE");
  }

  void singleton(String name) {
    ClassDesc type = UnitConstants.desc(PySingleton.class);
    code.getstatic(type, name, type);
  }

  /** Loads a value of the language that is the same in all processes. */
  void constant(Object value) {
    if (value instanceof PySingleton s) {
      singleton(
          s == PySingleton.NONE
              ? "NONE"
              : s == PySingleton.ELLIPSIS ? "ELLIPSIS" : "NOT_IMPLEMENTED");
    } else if (value instanceof Boolean b) {
      ClassDesc type = UnitConstants.desc(Boolean.class);
      code.getstatic(type, b ? "TRUE" : "FALSE", type);
    } else if (value instanceof String s && s.length() < 1000) {
      code.loadConstant(s);
    } else {
      constants.load(code, value, Object.class);
    }
  }

  /** Loads an object that belongs to the code. */
  void own(Object value, Class<?> type) {
    constants.load(code, constants.add(value, type));
  }

  /** Turns a truth on the stack into a Boolean. */
  void box() {
    call(Boolean.class, "valueOf", Boolean.class, boolean.class);
  }

  /** A new array; to be filled with {@link #element}. */
  void array(int length, Class<?> type) {
    code.loadConstant(length);
    code.anewarray(UnitConstants.desc(type));
  }

  /** Stores one element of the array on the stack, which stays there. */
  void element(int index, Runnable value) {
    code.dup();
    code.loadConstant(index);
    value.run();
    code.aastore();
  }

  /** A local for an object that lives as long as the method runs. */
  int newVariable() {
    return code.allocateLocal(TypeKind.REFERENCE);
  }

  int newLocal() {
    int local = newVariable();
    List<Integer> noted = passing;
    if (noted != null) {
      noted.add(local);
    }
    return local;
  }

  /** From here on notes new locals for objects, which are of no use after {@link #forget}. */
  void note() {
    passing = new ArrayList<>(4);
  }

  /**
   * Clears the locals that were noted: as long as code runs in the JVM's interpreter, they would
   * keep objects alive that the program has no way to any more.
   */
  void forget() {
    List<Integer> noted = passing;
    passing = null;
    if (noted != null) {
      for (int local : noted) {
        code.aconst_null();
        code.astore(local);
      }
    }
  }

  /** A local for something that a call is made with: not needed any more after the call. */
  int callLocal() {
    int local = newLocal();
    callLocals.set(local);
    return local;
  }

  /** Lets go of what calls were made with: the JVM would keep it alive. */
  void clearCallLocals() {
    for (int i = callLocals.nextSetBit(0); i >= 0; i = callLocals.nextSetBit(i + 1)) {
      code.aconst_null();
      code.astore(i);
    }
  }

  // ---- numbers of the JVM -----------------------------------------------------------------------

  int newLocal(NumberKind kind) {
    return code.allocateLocal(kind == NumberKind.LONG ? TypeKind.LONG : TypeKind.DOUBLE);
  }

  void zero(NumberKind kind) {
    if (kind == NumberKind.LONG) {
      code.lconst_0();
    } else {
      code.dconst_0();
    }
  }

  /** Loads the number in an object of that kind, or jumps. */
  void unbox(NumberKind kind, int local, Label other) {
    ClassDesc box = UnitConstants.desc(kind.box());
    code.aload(local);
    code.instanceOf(box);
    code.ifeq(other);
    code.aload(local);
    code.checkcast(box);
    callVirtual(kind.box(), kind.unboxing(), kind.primitive());
  }

  /** Turns the number on the stack into a long of the same bits. */
  void toBits(NumberKind kind) {
    if (kind == NumberKind.DOUBLE) {
      call(Double.class, "doubleToRawLongBits", long.class, double.class);
    }
  }

  /** The other way. */
  void fromBits(NumberKind kind) {
    if (kind == NumberKind.DOUBLE) {
      call(Double.class, "longBitsToDouble", double.class, long.class);
    }
  }

  void load(NumberKind kind, int local) {
    if (kind == NumberKind.LONG) {
      code.lload(local);
    } else {
      code.dload(local);
    }
  }

  void store(NumberKind kind, int local) {
    if (kind == NumberKind.LONG) {
      code.lstore(local);
    } else {
      code.dstore(local);
    }
  }

  /** Makes an object of the number on the stack. */
  void box(NumberKind kind) {
    call(kind.box(), "valueOf", kind.box(), kind.primitive());
  }

  void getStatic(Class<?> owner, String name, Class<?> type) {
    code.getstatic(UnitConstants.desc(owner), name, UnitConstants.desc(type));
  }
}
