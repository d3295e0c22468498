package org.pyconc.objects;

import java.lang.ref.WeakReference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.operations.Calls;
import org.pyconc.operations.NumberConversion;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;

/**
 * A class. Builtin classes and those of native modules are shared by all processes and cannot be
 * changed; a class that a program defines belongs to its process.
 */
public final class PyType extends Namespace {

  /** Fills the attributes of a native class when one of them is first looked up. */
  @FunctionalInterface
  public interface Definition {
    void define(TypeBuilder builder);
  }

  /** Makes an uninitialised instance for {@code object.__new__}. */
  @FunctionalInterface
  public interface Allocator {
    PyInstance allocate(PyType type);
  }

  private String name;
  private String displayName;
  private String qualifiedName;
  private PyType[] bases;
  private PyType[] mro;
  private final @Nullable PyType metatype;
  private final PyType layout;
  private final boolean isNative;
  private final boolean isSubclassable;
  private final @Nullable Allocator allocator;
  private volatile @Nullable Definition definition;
  private volatile ClassVersion version = new ClassVersion();
  private final @Nullable ClassIdentity identity;
  private final Shape instanceRoot;
  private int expectedAttributes;
  private final boolean hasSlotsOnly;
  private @Nullable PyDict otherKeys;
  private int patternKind;
  private @Nullable TypeTraits traits;
  private final List<WeakReference<PyType>> subclasses = new ArrayList<>(0);

  /**
   * A native class.
   *
   * @param qualifiedName name as {@code module.name}, or only {@code name} in builtins
   * @param base null for {@code object} alone
   * @param allocator for classes whose instances are {@link PyInstance}s; null to inherit
   */
  public PyType(
      String qualifiedName,
      @Nullable PyType base,
      boolean isSubclassable,
      @Nullable Allocator allocator,
      Definition definition) {
    super(new Shape());
    int dot = qualifiedName.lastIndexOf('.');
    this.name = qualifiedName.substring(dot + 1);
    this.qualifiedName = name;
    this.displayName = NativeNames.display(qualifiedName, base);
    this.isNative = true;
    this.identity = null;
    this.isSubclassable = isSubclassable;
    this.definition = definition;
    this.metatype = null;
    this.instanceRoot = new Shape();
    this.hasSlotsOnly = false;
    this.moduleName = dot < 0 ? "builtins" : qualifiedName.substring(0, dot);
    if (base == null) {
      bases = new PyType[0];
      mro = new PyType[] {this};
      this.layout = this;
      this.allocator = allocator == null ? PyInstance::new : allocator;
    } else {
      bases = new PyType[] {base};
      mro = new PyType[base.mro.length + 1];
      mro[0] = this;
      System.arraycopy(base.mro, 0, mro, 1, base.mro.length);
      this.layout = allocator == null && base.allocator != null ? base.layout : this;
      this.allocator = allocator == null ? base.allocator : allocator;
    }
  }

  /** A builtin class whose values are no instances: {@code int}, {@code list} ... */
  static PyType ofValues(String name, PyType base, boolean isSubclassable, Definition definition) {
    return new PyType(name, base, isSubclassable, definition);
  }

  private PyType(String name, PyType base, boolean isSubclassable, Definition definition) {
    super(new Shape());
    int dot = name.lastIndexOf('.');
    this.name = name.substring(dot + 1);
    this.qualifiedName = this.name;
    this.displayName = NativeNames.display(name, base);
    this.moduleName = dot < 0 ? "builtins" : name.substring(0, dot);
    this.isNative = true;
    this.identity = null;
    this.isSubclassable = isSubclassable;
    this.definition = definition;
    this.metatype = null;
    this.instanceRoot = new Shape();
    this.hasSlotsOnly = false;
    this.layout = this;
    this.allocator = null;
    bases = new PyType[] {base};
    mro = new PyType[base.mro.length + 1];
    mro[0] = this;
    System.arraycopy(base.mro, 0, mro, 1, base.mro.length);
  }

  /**
   * A native class with two bases; its instances are like those of the first. The second must have
   * no base that the first has not but itself.
   */
  public static PyType ofBases(String name, PyType first, PyType second, Definition definition) {
    return ofBases(name, first, new PyType[] {second}, definition);
  }

  /** Like {@link #ofBases(String, PyType, PyType, Definition)}, with more bases of that kind. */
  public static PyType ofBases(String name, PyType first, PyType[] others, Definition definition) {
    PyType type = new PyType(name, first, true, null, definition);
    PyType[] order = new PyType[first.mro.length + 1 + others.length];
    int count = 0;
    order[count++] = type;
    int next = 0;
    for (PyType each : others) {
      while (!each.isSubtypeOf(first.mro[next])) {
        order[count++] = first.mro[next++];
      }
      order[count++] = each;
    }
    System.arraycopy(first.mro, next, order, count, first.mro.length - next);
    type.bases = new PyType[1 + others.length];
    type.bases[0] = first;
    System.arraycopy(others, 0, type.bases, 1, others.length);
    type.mro = order;
    return type;
  }

  /**
   * A class that a program defines.
   *
   * @param mro the method resolution order behind the class itself
   * @param layout the native class that decides how instances are represented
   * @param version the version to start with: a new one, or that of the class this is a copy of
   * @param instanceRoot the shape of instances without attributes
   */
  public PyType(
      String name,
      String qualifiedName,
      PyType metatype,
      PyType[] bases,
      PyType[] mro,
      PyType layout,
      boolean hasSlotsOnly,
      ClassVersion version,
      Shape classShape,
      Shape instanceRoot) {
    super(classShape);
    this.name = name;
    this.displayName = name;
    this.qualifiedName = qualifiedName;
    this.metatype = metatype;
    this.bases = bases;
    this.mro = new PyType[mro.length + 1];
    this.mro[0] = this;
    System.arraycopy(mro, 0, this.mro, 1, mro.length);
    this.layout = layout;
    this.isNative = false;
    this.identity = new ClassIdentity();
    this.isSubclassable = true;
    this.allocator = layout.allocator;
    this.hasSlotsOnly = hasSlotsOnly;
    this.version = version;
    this.instanceRoot = instanceRoot;
    this.moduleName = "builtins";
    for (PyType base : bases) {
      base.addSubclass(this);
    }
  }

  /**
   * A copy for another process of a class that a program defined. Its attributes are still to be
   * put into its slots.
   */
  public static PyType copyOf(PyType original, PyType metatype, PyType[] bases, PyType[] mro) {
    return new PyType(original, metatype, bases, mro);
  }

  private PyType(PyType original, PyType metatype, PyType[] bases, PyType[] mro) {
    super(original.shape, original.slots.length);
    this.name = original.name;
    this.displayName = original.displayName;
    this.qualifiedName = original.qualifiedName;
    this.metatype = metatype;
    this.bases = bases;
    this.mro = new PyType[mro.length + 1];
    this.mro[0] = this;
    System.arraycopy(mro, 0, this.mro, 1, mro.length);
    this.layout = original.layout;
    this.isNative = false;
    this.isSubclassable = true;
    this.allocator = original.allocator;
    this.hasSlotsOnly = original.hasSlotsOnly;
    this.version = original.version;
    this.identity = original.identity;
    this.instanceRoot = original.instanceRoot;
    this.expectedAttributes = original.expectedAttributes;
    this.moduleName = original.moduleName;
    for (PyType base : bases) {
      base.addSubclass(this);
    }
  }

  /** What the class has in common with its copies in other processes; null for native classes. */
  public @Nullable ClassIdentity identity() {
    return identity;
  }

  /** The class of any value. */
  public static PyType of(Object value) {
    if (value instanceof PyObject o) {
      return o.type();
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return BuiltinTypes.INT;
    }
    if (value instanceof String) {
      return BuiltinTypes.STR;
    }
    if (value instanceof Boolean) {
      return BuiltinTypes.BOOL;
    }
    if (value instanceof Double) {
      return BuiltinTypes.FLOAT;
    }
    throw new IllegalArgumentException("not a value of the language: " + value.getClass());
  }

  private final String moduleName;

  /** The module that a native class belongs to; a program's class has {@code __module__}. */
  public String moduleName() {
    Object module = isNative ? null : own("__module__");
    return module instanceof String s ? s : moduleName;
  }

  /** As messages name it: with the module for the classes that CPython writes in C. */
  public String name() {
    return displayName;
  }

  /** What {@code __name__} is. */
  public String simpleName() {
    return name;
  }

  public void setName(String newName) {
    name = newName;
    displayName = newName;
  }

  /** Lets messages name the class with its module, as if it were written in C. */
  public void showModule() {
    displayName = fullName();
  }

  public String qualifiedName() {
    return qualifiedName;
  }

  public void setQualifiedName(String newName) {
    qualifiedName = newName;
  }

  /** As in messages and default representations: with the module unless it is builtins. */
  public String fullName() {
    String module = moduleName();
    return module.equals("builtins") ? qualifiedName : module + "." + qualifiedName;
  }

  /** The direct base classes: read only. */
  public PyType[] bases() {
    return bases;
  }

  /** The method resolution order, beginning with the class itself: read only. */
  public PyType[] mro() {
    return mro;
  }

  /** Whether programs cannot change it and all processes share it. */
  public boolean isNative() {
    return isNative;
  }

  public boolean isSubclassable() {
    return isSubclassable;
  }

  /** Whether instances have no attributes beyond {@code __slots__}. */
  public boolean hasSlotsOnly() {
    return hasSlotsOnly;
  }

  /** Whether instances have {@code __getitem__} and are no mapping, as far as one can tell. */
  public boolean hasPositions() {
    return lookup("__getitem__") != null && !(isNative && NativeNames.isMapping(displayName));
  }

  /** Whether attributes can be set that the class does not define. */
  public boolean takesAttributes() {
    return !hasSlotsOnly && !(isNative && NativeNames.isClosed(displayName));
  }

  /** The native class that decides how instances are represented in Java. */
  public PyType layout() {
    return layout;
  }

  /** Makes instances; null where the values of the class are no instances. */
  public @Nullable Allocator allocator() {
    return allocator;
  }

  /** The shape of an instance without attributes. */
  public Shape instanceRoot() {
    return instanceRoot;
  }

  /** How many attributes instances have been seen to get. */
  public int expectedAttributes() {
    return expectedAttributes;
  }

  /** Lets later instances start with room for that many attributes. */
  public void expectAttributes(int count) {
    if (count > expectedAttributes && count <= 64) {
      expectedAttributes = count;
    }
  }

  /** Changes whenever an attribute of the class or of a class above it changes. */
  public ClassVersion version() {
    return version;
  }

  @Override
  public PyType type() {
    PyType meta = metatype;
    return meta == null ? BuiltinTypes.TYPE : meta;
  }

  /** Which patterns of {@code match} instances can match, by {@code PatternMatching}'s numbers. */
  public int patternKind() {
    for (PyType each : mro) {
      if (each.patternKind != 0) {
        return each.patternKind;
      }
    }
    return 0;
  }

  /** Says which patterns of {@code match} instances can match; returns the class. */
  public PyType withPatternKind(int kind) {
    patternKind = kind;
    return this;
  }

  /** What the class was made with under keys that are no str; null if there is nothing. */
  public @Nullable PyDict otherKeys() {
    return otherKeys;
  }

  public void setOtherKeys(PyDict entries) {
    otherKeys = entries;
  }

  /** Which special attribute access the class defines. */
  public TypeTraits traits() {
    TypeTraits known = traits;
    if (known == null || known.version() != version) {
      known = TypeTraits.of(this);
      traits = known;
    }
    return known;
  }

  /** The class's own attribute, not looking at the classes above. */
  public @Nullable Object ownAttribute(String attribute) {
    if (definition != null) {
      populate();
    }
    return own(attribute);
  }

  private synchronized void populate() {
    Definition pending = definition;
    if (pending != null) {
      pending.define(new TypeBuilder(this));
      definition = null;
    }
  }

  /** The names of the class's own attributes. */
  public String[] ownAttributeNames() {
    if (definition != null) {
      populate();
    }
    return ownNames();
  }

  /** The attribute along the method resolution order, or null. */
  public @Nullable Object lookup(String attribute) {
    ClassVersion.Place place = version.find(attribute);
    if (place != null) {
      Object found = place.order() < 0 ? null : mro[place.order()].slots[place.slot()];
      if (found != null || place.order() < 0) {
        return found;
      }
    }
    return find(attribute);
  }

  private @Nullable Object find(String attribute) {
    ClassVersion before = version;
    boolean isComplete = true;
    for (int order = 0; order < mro.length; order++) {
      PyType each = mro[order];
      Object found = each.ownAttribute(attribute);
      isComplete &= each.definition == null;
      if (found != null) {
        if (isComplete) {
          before.remember(new ClassVersion.Place(attribute, order, each.shape.indexOf(attribute)));
        }
        return found;
      }
    }
    if (isComplete) {
      before.remember(new ClassVersion.Place(attribute, -1, -1));
    }
    return null;
  }

  /** The attribute along the method resolution order behind {@code start}, or null. */
  public @Nullable Object lookupAfter(PyType start, String attribute) {
    boolean behind = false;
    for (PyType each : mro) {
      if (behind) {
        Object found = each.ownAttribute(attribute);
        if (found != null) {
          return found;
        }
      } else if (each == start) {
        behind = true;
      }
    }
    return null;
  }

  @Override
  public void setOwn(String attribute, Object value) {
    boolean isPlainChange = isData(value) && isData(own(attribute)) && !attribute.startsWith("__");
    super.setOwn(attribute, value);
    if (definition == null && !isPlainChange) {
      changed();
    }
  }

  /**
   * Whether it is just a value wherever it is read from. Caches remember where an attribute stands
   * and what kind of thing is there: one such value for another, as in {@code Task.count += 1},
   * changes nothing for them.
   */
  private static boolean isData(@Nullable Object value) {
    return value instanceof Long
        || value instanceof String
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof BigInteger
        || value == PySingleton.NONE
        || value instanceof PyTuple
        || value instanceof PyList;
  }

  @Override
  public boolean deleteOwn(String attribute) {
    boolean deleted = super.deleteOwn(attribute);
    changed();
    return deleted;
  }

  /** Makes every cache that looked at this class or a subclass look again. */
  private void changed() {
    version = new ClassVersion();
    synchronized (subclasses) {
      for (WeakReference<PyType> reference : subclasses) {
        PyType subclass = reference.get();
        if (subclass != null) {
          subclass.changed();
        }
      }
    }
  }

  private void addSubclass(PyType subclass) {
    if (isNative) {
      return; // it never changes, and would keep count of the classes of every process
    }
    synchronized (subclasses) {
      subclasses.add(new WeakReference<>(subclass));
    }
  }

  private void removeSubclass(PyType subclass) {
    synchronized (subclasses) {
      subclasses.removeIf(reference -> reference.get() == subclass);
    }
  }

  /** The living direct subclasses that a program defined of a class that a program defined. */
  public List<PyType> subclasses() {
    List<PyType> living = new ArrayList<>();
    synchronized (subclasses) {
      for (WeakReference<PyType> reference : subclasses) {
        PyType subclass = reference.get();
        if (subclass != null) {
          living.add(subclass);
        }
      }
    }
    return living;
  }

  /** Replaces bases and resolution order: assignment to {@code __bases__}. */
  public void setBases(PyType[] newBases, PyType[] newMro) {
    for (PyType base : bases) {
      base.removeSubclass(this);
    }
    for (PyType base : newBases) {
      base.addSubclass(this);
    }
    bases = newBases;
    mro = newMro;
    changed();
  }

  /** Whether this is {@code other} or derives from it. */
  public boolean isSubtypeOf(PyType other) {
    if (this == other) {
      return true;
    }
    for (PyType each : mro) {
      if (each == other) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is an instance of this class or of a subclass. */
  public boolean isInstance(Object value) {
    return of(value).isSubtypeOf(this);
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    return Calls.instantiate(this, arguments, keywords);
  }

  @Override
  public Object call1(Object a) {
    if (this == BuiltinTypes.INT) {
      return NumberConversion.toInt(a);
    }
    if (this == BuiltinTypes.FLOAT) {
      return NumberConversion.toFloat(a);
    }
    if (this == BuiltinTypes.STR) {
      return Text.str(a);
    }
    if (this == BuiltinTypes.BOOL) {
      return Truth.isTrue(a);
    }
    return Calls.instantiate1(this, a);
  }

  @Override
  public Object call0() {
    return Calls.instantiate0(this);
  }

  @Override
  public Object call2(Object a, Object b) {
    return Calls.instantiate2(this, a, b);
  }

  @Override
  public Object call3(Object a, Object b, Object c) {
    return Calls.instantiate3(this, a, b, c);
  }

  @Override
  public String toString() {
    return "<class '" + fullName() + "'>";
  }
}
