package org.pyconc.compiler;

import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.operations.ClassNamespace;
import org.pyconc.operations.Deletion;
import org.pyconc.operations.GlobalSite;
import org.pyconc.operations.TextAccumulator;
import org.pyconc.runtime.Forgotten;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable;
import org.pyconc.scope.ScopeTable.Access;

/**
 * The variables of a unit: local ones are locals of the JVM, which a generator saves in its frame
 * where it is suspended. Knows which are surely bound at the current point, so that they need no
 * check.
 */
final class Variables {
  /**
   * A local variable that holds a number nearly always: {@code number} is its value while {@code
   * object} is null, otherwise {@code object}.
   */
  record Unboxed(NumberKind kind, int number, int object) {}

  /**
   * A value that outlives an expression.
   *
   * @param kind null for an object
   */
  record Temporary(int local, @Nullable NumberKind kind) {}

  private final Emitter e;
  private final ScopeTable scope;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, Integer> indices = new LinkedHashMap<>();
  private final Map<String, NumberKind> kinds;
  private final Map<String, Unboxed> unboxed = new HashMap<>();
  private final int function;
  private final @Nullable Frame frame;
  private final int globals;
  private final boolean isPart;
  private int namespace = -1;
  private int classCell = -1;

  /** Which variables surely have a value, by their places in the scope. */
  private BitSet bound = new BitSet();

  private final Set<String> neverSure = new HashSet<>();
  private final Set<String> accumulators;

  /**
   * @param function the local variable with the running function
   * @param frame the generator's, or null in a function
   * @param globals the local variable with the module
   * @param kinds the variables that are to be kept as numbers of the JVM
   * @param accumulators the variables that may hold a {@link TextAccumulator}
   */
  Variables(
      Emitter e,
      CodeUnit unit,
      int function,
      @Nullable Frame frame,
      int globals,
      Map<String, NumberKind> kinds,
      Set<String> accumulators) {
    this.accumulators = accumulators;
    this.e = e;
    this.kinds = kinds;
    this.scope = unit.scope();
    this.function = function;
    this.frame = frame;
    this.globals = globals;
    this.isPart = false;
    List<String> names = scope.locals();
    for (int i = 0; i < names.size(); i++) {
      ordinals.put(names.get(i), i);
    }
  }

  /** The variables in a part of the unit, which shares those that it uses. */
  private Variables(Variables whole, Emitter e, int function, int globals) {
    this.accumulators = whole.accumulators;
    this.e = e;
    this.kinds = whole.kinds;
    this.scope = whole.scope;
    this.function = function;
    this.frame = null;
    this.globals = globals;
    this.isPart = true;
    ordinals.putAll(whole.ordinals);
    neverSure.addAll(whole.neverSure);
    bound = whole.snapshot();
  }

  /**
   * The variables as a part of the unit sees them, which is written into another method.
   *
   * @param function the local variable with the running function
   * @param globals the local variable with the module
   */
  Variables forPart(Emitter other, int function, int globals) {
    return new Variables(this, other, function, globals);
  }

  /** The variables of the unit that a part has used up to here. */
  List<String> shared() {
    return List.copyOf(indices.keySet());
  }

  /** Chooses the locals of a variable that a part uses. */
  private int share(String name) {
    if (!isPart || !ordinals.containsKey(name)) {
      throw new CannotCompile("variable " + name);
    }
    int local = e.newVariable();
    indices.put(name, local);
    NumberKind kind = kinds.get(name);
    if (kind != null) {
      newUnboxed(name, kind, local);
    }
    return local;
  }

  /** Sets up all variables; parameters are in these locals of the JVM. */
  void begin(int parameters, int[] parameterLocals) {
    List<String> names = scope.locals();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean isParameter = i < parameters;
      boolean isCell = scope.access(name) == Access.CELL;
      NumberKind kind = kinds.get(name);
      int local = isParameter && !isCell ? parameterLocals[i] : e.newLocal();
      indices.put(name, local);
      if (kind != null) {
        beginUnboxed(name, kind, local, isParameter);
      } else if (isCell) {
        newCell(isParameter ? parameterLocals[i] : -1);
        e.code.astore(local);
      } else if (!isParameter) {
        e.code.aconst_null();
        e.code.astore(local);
      }
      if (isParameter) {
        bound.set(i);
      }
    }
  }

  private void newCell(int value) {
    e.allocate(Cell.class);
    if (value >= 0) {
      e.code.aload(value);
      e.init(Cell.class, Object.class);
    } else {
      e.init(Cell.class);
    }
  }

  private void beginUnboxed(String name, NumberKind kind, int object, boolean isParameter) {
    Unboxed variable = newUnboxed(name, kind, object);
    e.zero(kind);
    e.store(kind, variable.number);
    if (isParameter) {
      e.code.aload(object);
      writeUnboxed(variable);
    } else {
      e.getStatic(Support.class, "UNBOUND", Object.class);
      e.code.astore(object);
    }
  }

  private Unboxed newUnboxed(String name, NumberKind kind, int object) {
    Unboxed variable = new Unboxed(kind, e.newLocal(kind), object);
    unboxed.put(name, variable);
    return variable;
  }

  // ---- generators -------------------------------------------------------------------------------

  /** Chooses the locals of all variables of a generator and tells its frame about them. */
  void declare(int parameters) {
    Frame f = Objects.requireNonNull(frame);
    List<String> names = scope.locals();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int object = e.newLocal();
      indices.put(name, object);
      f.add(object, null);
      NumberKind kind = kinds.get(name);
      if (kind != null) {
        f.add(newUnboxed(name, kind, object).number, kind);
        f.change(object);
      } else if (scope.access(name) == Access.CELL) {
        f.change(object);
      }
      if (i < parameters) {
        bound.set(i);
      }
    }
  }

  /** The first step of a generator, when its parameters are in their locals. */
  void beginGenerator(int parameters) {
    List<String> names = scope.locals();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int local = index(name);
      Unboxed number = unboxed.get(name);
      if (number != null && i < parameters) {
        e.code.aload(local);
        writeUnboxed(number);
      } else if (number != null) {
        e.getStatic(Support.class, "UNBOUND", Object.class);
        e.code.astore(local);
      } else if (scope.access(name) == Access.CELL) {
        newCell(i < parameters ? local : -1);
        e.code.astore(local);
      }
    }
  }

  /** Where the variables are kept while a generator is suspended; null in a function. */
  @Nullable Frame frame() {
    return frame;
  }

  /** The variable if it is kept as a number of the JVM, or null. */
  @Nullable Unboxed unboxed(String name) {
    if (isPart && kinds.containsKey(name)) {
      int _ = index(name);
    }
    return unboxed.get(name);
  }

  /** The local of the JVM that holds a variable as an object, or -1 if it is no plain local one. */
  int plainLocal(String name) {
    return scope.access(name) != Access.LOCAL
            || kinds.containsKey(name)
            || accumulators.contains(name)
            || !ordinals.containsKey(name)
        ? -1
        : index(name);
  }

  /** The local of the JVM that holds a local variable unless it is held as a number. */
  int objectLocal(String name) {
    return index(name);
  }

  /** Whether a local variable surely has a value here. */
  boolean isSure(String name) {
    Integer ordinal = ordinals.get(name);
    return ordinal != null && bound.get(ordinal) && !neverSure.contains(name);
  }

  /** The variable, kept as a number, has just been given a value. */
  void markBound(String name) {
    bound.set(ordinal(name));
  }

  private int ordinal(String name) {
    return Objects.requireNonNull(ordinals.get(name));
  }

  /** Stores the value on the stack: as a number if it is one of the variable's kind. */
  private void writeUnboxed(Unboxed v) {
    var other = e.newLabel();
    var end = e.newLabel();
    ClassDesc box = UnitConstants.desc(v.kind.box());
    e.code.dup();
    e.code.instanceOf(box);
    e.code.ifeq(other);
    e.code.checkcast(box);
    e.callVirtual(v.kind.box(), v.kind.unboxing(), v.kind.primitive());
    e.store(v.kind, v.number);
    e.code.aconst_null();
    e.code.astore(v.object);
    e.code.goto_(end);
    e.code.labelBinding(other);
    e.code.astore(v.object);
    e.code.labelBinding(end);
  }

  private void readUnboxed(Unboxed v) {
    e.load(v.kind, v.number);
    e.code.aload(v.object);
    e.call(Support.class, "box", Object.class, v.kind.primitive(), Object.class);
  }

  /** The variable may become unbound again: every use is checked. */
  void neverSure(String name) {
    neverSure.add(name);
  }

  // ---- what is surely bound
  // ----------------------------------------------------------------------

  BitSet snapshot() {
    return (BitSet) bound.clone();
  }

  void restore(BitSet snapshot) {
    bound = (BitSet) snapshot.clone();
  }

  /** Two ways meet: sure is what is sure on both; null for a way that does not get here. */
  void meet(@Nullable BitSet a, @Nullable BitSet b) {
    if (a == null) {
      bound = b == null ? bound : (BitSet) b.clone();
    } else {
      bound = (BitSet) a.clone();
      if (b != null) {
        bound.and(b);
      }
    }
  }

  // ---- temporaries
  // -------------------------------------------------------------------------------

  private final List<Temporary> free = new ArrayList<>();

  Temporary newTemporary() {
    return newTemporary(null);
  }

  /** A temporary for a number of the JVM, or for an object. */
  Temporary newTemporary(@Nullable NumberKind kind) {
    for (Temporary t : free) {
      if (t.kind == kind) {
        free.remove(t);
        Objects.requireNonNull(frame).keep(t.local, true);
        return t;
      }
    }
    Temporary t = new Temporary(kind == null ? e.newLocal() : e.newLocal(kind), kind);
    if (frame != null) {
      frame.add(t.local, kind);
      frame.keep(t.local, true);
    }
    return t;
  }

  /** Stores the value on the stack. */
  void store(Temporary t) {
    e.code.astore(t.local);
  }

  /** Loads the value as that type. */
  void load(Temporary t, Class<?> type) {
    e.code.aload(t.local);
    if (type != Object.class) {
      e.code.checkcast(UnitConstants.desc(type));
    }
  }

  /** The temporary is not needed any more and may be given to another. */
  void release(Temporary t) {
    if (frame != null) {
      frame.keep(t.local, false);
      free.add(t);
    }
  }

  /** Stores the value on the stack into the local of a variable. */
  private void storeLocal(int local) {
    if (frame != null) {
      frame.change(local);
    }
    e.code.astore(local);
  }

  // ---- variables
  // ---------------------------------------------------------------------------------

  void loadGlobals() {
    e.code.aload(globals);
  }

  /** In a class body: the local variable with the mapping that keeps its names. */
  void setNamespace(int local) {
    namespace = local;
    if (scope.needsClassCell()) {
      classCell = e.newVariable();
      newCell(-1);
      e.code.astore(classCell);
    }
  }

  /** Loads the cell for the class that a body makes, or None if no method needs it. */
  void loadClassCell() {
    if (classCell < 0) {
      e.none();
    } else {
      e.code.aload(classCell);
    }
  }

  void loadNamespace() {
    e.code.aload(namespace);
  }

  void loadFunction() {
    e.code.aload(function);
  }

  private int index(String name) {
    Integer index = indices.get(name);
    return index == null ? share(name) : index;
  }

  /**
   * Loads the cell that an inner function shares. What methods call {@code __class__} is the class;
   * the class body's own is that of a class around it.
   */
  void loadCaptured(String name) {
    if (classCell >= 0 && name.equals(ScopeTable.CLASS_CELL)) {
      e.code.aload(classCell);
    } else {
      loadCell(name);
    }
  }

  /** Loads the cell of a variable that is shared. */
  void loadCell(String name) {
    Access access = scope.access(name);
    if (access == Access.CELL) {
      e.code.aload(index(name));
      e.code.checkcast(UnitConstants.desc(Cell.class));
      return;
    }
    int free = scope.free().indexOf(name);
    if (free < 0) {
      throw new CannotCompile("cell " + name);
    }
    loadFunction();
    e.callVirtual(PyFunction.class, "closure", Cell[].class);
    e.code.loadConstant(free);
    e.code.aaload();
  }

  private void loadCellValue() {
    e.code.getfield(UnitConstants.desc(Cell.class), "value", UnitConstants.desc(Object.class));
  }

  private void checked(String name, String message) {
    var bound = e.newLabel();
    e.code.dup();
    e.code.ifnonnull(bound);
    e.code.pop();
    e.code.loadConstant(name);
    e.call(Support.class, message, PyException.class, String.class);
    e.code.athrow();
    e.code.labelBinding(bound);
  }

  /** Loads the value of a variable, or raises that it is not bound. */
  void read(String name, Span span) {
    switch (scope.access(name)) {
      case LOCAL -> {
        int index = index(name);
        Unboxed number = unboxed.get(name);
        if (number != null) {
          if (!bound.get(ordinal(name))) {
            e.at(span);
            e.code.aload(index);
            e.code.loadConstant(name);
            e.call(Support.class, "checkBound", void.class, Object.class, String.class);
          }
          readUnboxed(number);
        } else if (!isSure(name)) {
          e.at(span);
          e.code.aload(index);
          checked(name, "unboundLocal");
        } else {
          e.code.aload(index);
        }
        if (accumulators.contains(name)) {
          e.call(TextAccumulator.class, "value", Object.class, Object.class);
        }
      }
      case CELL -> {
        e.at(span);
        loadCell(name);
        loadCellValue();
        checked(name, "unboundLocal");
      }
      case FREE -> {
        e.at(span);
        loadCell(name);
        loadCellValue();
        checked(name, "unboundFree");
      }
      case GLOBAL -> {
        e.at(span);
        e.own(new GlobalSite(name), GlobalSite.class);
        loadGlobals();
        e.callVirtual(GlobalSite.class, "load", Object.class, PyModule.class);
      }
      case CLASS_NAME -> {
        e.at(span);
        loadNamespace();
        e.own(new GlobalSite(name), GlobalSite.class);
        loadGlobals();
        e.call(
            ClassNamespace.class,
            "load",
            Object.class,
            Object.class,
            GlobalSite.class,
            PyModule.class);
      }
      case CLASS_FREE -> {
        e.at(span);
        loadNamespace();
        e.code.loadConstant(name);
        loadCell(name);
        e.call(
            ClassNamespace.class, "loadFree", Object.class, Object.class, String.class, Cell.class);
      }
    }
  }

  /** {@code name += value} for a variable that may hold an accumulator; tells whether it is one. */
  boolean accumulate(String name, Runnable value) {
    if (!accumulators.contains(name) || !isSure(name)) {
      return false;
    }
    e.code.aload(index(name));
    value.run();
    e.call(TextAccumulator.class, "add", Object.class, Object.class, Object.class);
    storeLocal(index(name));
    return true;
  }

  /** All variables that {@code locals()} shows. */
  List<String> shownNames() {
    List<String> names = new ArrayList<>(scope.locals());
    for (String free : scope.free()) {
      if (!names.contains(free)) {
        names.add(free);
      }
    }
    return names;
  }

  /** Loads the value of a variable of the function, or null if it is not bound. */
  void readOrNull(String name) {
    if (scope.access(name) != Access.LOCAL) {
      loadCell(name);
      loadCellValue();
      return;
    }
    int index = index(name);
    Unboxed number = unboxed.get(name);
    if (number == null) {
      e.code.aload(index);
      e.call(TextAccumulator.class, "valueOrNull", Object.class, Object.class);
    } else {
      readUnboxed(number);
      e.call(Support.class, "orNull", Object.class, Object.class);
    }
  }

  /** Stores the value on the stack into a variable. */
  void write(String name) {
    switch (scope.access(name)) {
      case LOCAL -> {
        int index = index(name);
        Unboxed number = unboxed.get(name);
        if (number != null) {
          writeUnboxed(number);
        } else {
          storeLocal(index);
        }
        bound.set(ordinal(name));
      }
      case CELL, FREE -> {
        loadCell(name);
        e.code.swap();
        e.code.putfield(UnitConstants.desc(Cell.class), "value", UnitConstants.desc(Object.class));
      }
      case GLOBAL -> {
        e.own(new GlobalSite(name), GlobalSite.class);
        e.code.swap();
        loadGlobals();
        e.code.swap();
        e.callVirtual(GlobalSite.class, "store", void.class, PyModule.class, Object.class);
      }
      case CLASS_NAME, CLASS_FREE -> {
        loadNamespace();
        e.code.loadConstant(name);
        e.call(ClassNamespace.class, "store", void.class, Object.class, Object.class, String.class);
      }
    }
  }

  private boolean isInNamespace(String name) {
    Access access = scope.access(name);
    return access == Access.CLASS_NAME || access == Access.CLASS_FREE;
  }

  /** Unbinds a variable, which must be bound. */
  void delete(String name, Span span) {
    if (isInNamespace(name)) {
      e.at(span);
      loadNamespace();
      e.code.loadConstant(name);
      e.call(ClassNamespace.class, "delete", void.class, Object.class, String.class);
      return;
    }
    if (scope.access(name) == Access.GLOBAL) {
      e.at(span);
      e.own(new GlobalSite(name), GlobalSite.class);
      loadGlobals();
      e.callVirtual(GlobalSite.class, "remove", boolean.class, PyModule.class);
    } else {
      read(name, span);
      e.call(Deletion.class, "matters", boolean.class, Object.class);
      unbind(name);
    }
    collectIfThatMatters();
  }

  /** {@code name = None}; false if that is an assignment like others. */
  boolean clear(String name) {
    if (isInNamespace(name) || unboxed.containsKey(name)) {
      return false;
    }
    if (scope.access(name) == Access.GLOBAL) {
      e.own(new GlobalSite(name), GlobalSite.class);
      loadGlobals();
      e.callVirtual(GlobalSite.class, "clear", boolean.class, PyModule.class);
    } else {
      readOrNull(name);
      e.call(Deletion.class, "matters", boolean.class, Object.class);
      e.none();
      write(name);
    }
    collectIfThatMatters();
    return true;
  }

  /** What was said of the value of a variable is on the stack. */
  private void collectIfThatMatters() {
    Label end = e.newLabel();
    e.code.ifeq(end);
    e.clearCallLocals();
    e.call(Forgotten.class, "collectAfterDeletion", void.class);
    e.code.labelBinding(end);
  }

  /** Unbinds a variable, bound or not. */
  void unbind(String name) {
    switch (scope.access(name)) {
      case CLASS_NAME, CLASS_FREE -> {
        loadNamespace();
        e.code.loadConstant(name);
        e.call(ClassNamespace.class, "unbind", void.class, Object.class, String.class);
      }
      case LOCAL -> {
        e.code.aconst_null();
        storeLocal(index(name));
        bound.clear(ordinal(name));
      }
      case GLOBAL -> {
        loadGlobals();
        e.code.loadConstant(name);
        e.callVirtual(PyModule.class, "deleteOwn", boolean.class, String.class);
        e.code.pop();
      }
      default -> {
        loadCell(name);
        e.code.aconst_null();
        e.code.putfield(UnitConstants.desc(Cell.class), "value", UnitConstants.desc(Object.class));
      }
    }
  }
}
