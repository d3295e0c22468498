package org.pyconc.transfer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.kernel.Handle;
import org.pyconc.objects.BoundNative;
import org.pyconc.objects.Cell;
import org.pyconc.objects.GetSet;
import org.pyconc.objects.Namespace;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.NativeMethod;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyClassMethod;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyDictView;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyGenericAlias;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyMappingProxy;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.objects.PyMethod;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyProperty;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyStaticMethod;
import org.pyconc.objects.PySuper;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.PyUnion;
import org.pyconc.operations.SlotDescriptor;
import org.pyconc.runtime.ProcessState;

/**
 * Copies a graph of objects so that nothing that can change is shared; identity and cycles are
 * kept. {@link #copy} makes a copy without content and notes that it is to be filled, so the depth
 * of the graph does not matter.
 */
public abstract class Copier {
  private static final int NODE_SIZE = 8;

  private final IdentityTable copies = new IdentityTable();

  /** Originals and their empty copies in turn. */
  private final ArrayDeque<PyObject> unfilled = new ArrayDeque<>();

  /** Dicts and sets with keys whose hash is that of their identity. */
  private @Nullable List<PyObject> toRehash;

  private @Nullable List<Runnable> afterwards;
  private boolean keyMoved;
  private long size;

  Copier() {}

  // ---- what the policies decide --------------------------------------------------------------

  /** The state of the process that gets the copy; null while a message is under way. */
  public abstract @Nullable ProcessState target();

  /** Whether a child process is being made: then more can be copied than in a message. */
  public abstract boolean isFork();

  /**
   * Whether locks and the like are made anew for the receiver. In a message they are refused,
   * except in what classes and modules have: a child of CPython has these of its parent's memory.
   */
  public abstract boolean makesLocks();

  /** The same kernel object for whoever gets the copy. */
  public abstract Handle copyHandle(Handle handle);

  /** What stands for a module. */
  abstract PyModule copyModule(PyModule original);

  /** The namespace of the functions of a module: names that nobody can use may be missing. */
  abstract PyModule copyGlobals(PyModule original);

  /** A class that the receiver has already, or null to copy it. */
  abstract @Nullable PyType findClass(PyType original);

  /** A function that the receiver has already, or null to copy it. */
  abstract @Nullable PyFunction findFunction(PyFunction original);

  /** What stands for an instance that says itself how it travels, or null for ordinary ones. */
  abstract @Nullable Object copySpecially(PyInstance original);

  /** A function was copied: what its code can name may have to be copied too. */
  abstract void functionCopied(PyFunction original, PyFunction copy);

  /** A class was copied. */
  abstract void classCopied(PyType original, PyType copy);

  /** What of an exception besides its arguments travels. */
  abstract boolean copiesTracebacks();

  // ---- for those who know how to copy themselves ---------------------------------------------

  /** The copy of a value; it may not be filled yet. */
  public final Object copy(Object value) {
    size += NODE_SIZE;
    if (value instanceof String s) {
      size += s.length();
      return s;
    }
    if (Sharing.isShared(value)) {
      return value;
    }
    PyObject original = (PyObject) value;
    Object known = copies.get(original);
    return known != null ? known : make(original);
  }

  /** The copy of a value that may be missing. */
  public final @Nullable Object copyOrNull(@Nullable Object value) {
    return value == null ? null : copy(value);
  }

  /** Copies of all values. */
  public final Object[] copyAll(Object[] values) {
    if (values.length == 0) {
      return values;
    }
    Object[] all = new Object[values.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = copy(values[i]);
    }
    return all;
  }

  /** Notes which copy belongs to an original. */
  public final void register(PyObject original, Object copy) {
    copies.put(original, copy);
  }

  /** Copies the attributes that an object has of its own. */
  public final void copyAttributes(Namespace original, Namespace copy) {
    int count = original.shape.size();
    copy.shape = original.shape;
    if (count > 0) {
      @Nullable Object[] slots = new Object[count];
      for (int i = 0; i < count; i++) {
        Object value = original.valueIn(i);
        slots[i] = value == null ? null : copy(value);
      }
      copy.slots = slots;
    }
  }

  /** The class of an instance's copy. */
  public final PyType copyType(PyType type) {
    return type.isNative() ? type : (PyType) copy(type);
  }

  /** The copy of a value, filled. */
  public final Object copyNow(Object value) {
    boolean before = keyMoved;
    Object copy = copy(value);
    finish();
    keyMoved = before;
    return copy;
  }

  /** Something to do when all copies are filled. */
  public final void afterwards(Runnable action) {
    List<Runnable> actions = afterwards;
    if (actions == null) {
      actions = new ArrayList<>();
      afterwards = actions;
    }
    actions.add(action);
  }

  /** What to throw for something that cannot be copied. */
  public static CannotCopy refuse(Object culprit, String what) {
    return new CannotCopy(culprit, what);
  }

  /** Counts bytes that the copy takes beside the usual. */
  public final void addSize(long bytes) {
    size += bytes;
  }

  /** Roughly how many bytes have been copied. */
  final long size() {
    return size;
  }

  // ---- making --------------------------------------------------------------------------------

  /** An empty copy that is to be filled later, or a whole one. */
  private Object make(PyObject original) {
    if (original instanceof PyInstance instance) {
      return makeInstance(instance);
    }
    if (original instanceof Refillable r) {
      return later(original, r.emptyCopy(original.type()));
    }
    return switch (original) {
      case PyTuple t -> later(t, PyTuple.of(new Object[t.size()]));
      case PyList l -> later(l, new PyList());
      case NamespaceDict d -> makeNamespaceDict(d);
      case PyDict d -> later(d, new PyDict());
      case PyFunction f -> makeFunction(f);
      case Cell c -> later(c, new Cell());
      case PyType t -> makeClass(t);
      case PyModule m -> copyModule(m);
      case PyMethod m -> whole(m, makeMethod(m));
      case PySet s -> later(s, new PySet(s.isFrozen()));
      case PyByteArray b -> {
        size += b.size();
        yield whole(b, b.isShared() ? PyByteArray.shared(b.array()) : new PyByteArray(b.toArray()));
      }
      case Transferable t -> {
        Object copy = t.copy(this);
        if (copies.get(original) == null) {
          copies.put(original, copy);
        }
        yield copy;
      }
      default -> whole(original, makeOther(original));
    };
  }

  private Object makeInstance(PyInstance original) {
    Object special = copySpecially(original);
    if (special != null) {
      if (copies.get(original) == null) {
        copies.put(original, special);
      }
      return special;
    }
    if (original instanceof Transferable t) {
      Object copy = t.copy(this);
      if (copies.get(original) == null) {
        copies.put(original, copy);
      }
      return copy;
    }
    PyType type = copyType(original.type());
    if (original.hasAttributesOnly()) {
      return later(original, new PyInstance(type));
    }
    if (original instanceof Refillable r) {
      return later(original, r.emptyCopy(type));
    }
    return switch (original) {
      case PyPayloadInstance p -> later(p, new PyPayloadInstance(type, copy(p.payload())));
      case PyBaseException e -> later(e, new PyBaseException(type));
      case PyStaticMethod s -> later(s, new PyStaticMethod(type, s.function()));
      case PyClassMethod c -> later(c, new PyClassMethod(type, c.function()));
      case PyProperty p ->
          later(p, new PyProperty(type, p.getter(), p.setter(), p.deleter(), p.doc()));
      default -> throw refuse(original, "'" + original.type().name() + "' object");
    };
  }

  private PyObject later(PyObject original, PyObject copy) {
    copies.put(original, copy);
    unfilled.add(original);
    unfilled.add(copy);
    return copy;
  }

  private PyObject whole(PyObject original, PyObject copy) {
    copies.put(original, copy);
    return copy;
  }

  private Object makeNamespaceDict(NamespaceDict original) {
    if (!isFork() && original.namespace() instanceof PyInstance) {
      return plainDict(original);
    }
    Namespace namespace = (Namespace) copy(original.namespace());
    Object copy = namespace instanceof PyModule m ? m.dictionary() : new NamespaceDict(namespace);
    if (copies.get(original) == null) {
      copies.put(original, copy);
    }
    return copy;
  }

  /** In a message the attributes of an object are a dict like any other. */
  private PyDict plainDict(NamespaceDict original) {
    PyDict dict = new PyDict();
    copies.put(original, dict);
    Namespace namespace = original.namespace();
    for (String name : namespace.ownNames()) {
      Object value = namespace.own(name);
      if (value != null) {
        dict.put(name, copy(value));
      }
    }
    return dict;
  }

  private PyObject makeFunction(PyFunction original) {
    PyFunction known = findFunction(original);
    if (known != null) {
      return whole(original, known);
    }
    Cell[] closure = original.closure();
    Cell[] cells = closure.length == 0 ? closure : new Cell[closure.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (Cell) copy(closure[i]);
    }
    Object[] defaults = original.defaults();
    @Nullable Object[] keywordDefaults = original.keywordDefaults();
    PyFunction copy =
        new PyFunction(
            original.code(),
            copyGlobals(original.globals()),
            cells,
            defaults.length == 0 ? defaults : new Object[defaults.length],
            keywordDefaults.length == 0 ? keywordDefaults : new Object[keywordDefaults.length]);
    return later(original, copy);
  }

  private PyObject makeClass(PyType original) {
    PyType known = findClass(original);
    if (known != null) {
      return whole(original, known);
    }
    PyType[] bases = copyClasses(original.bases(), 0);
    PyType[] order = copyClasses(original.mro(), 1);
    PyType copy = PyType.copyOf(original, copyType(original.type()), bases, order);
    return later(original, copy);
  }

  private PyType[] copyClasses(PyType[] classes, int from) {
    PyType[] all = new PyType[classes.length - from];
    for (int i = 0; i < all.length; i++) {
      all[i] = copyType(classes[from + i]);
    }
    return all;
  }

  private PyMethod makeMethod(PyMethod original) {
    return new PyMethod(copy(original.self()), copy(original.function()));
  }

  private PyObject makeOther(PyObject original) {
    return switch (original) {
      case BoundNative b when b.function() instanceof NativeMethod m ->
          new BoundNative(copy(b.self()), m);
      case BoundNative b when b.function() instanceof NativeFunction f ->
          new BoundNative((PyType) copy(b.self()), f);
      case PySuper s -> new PySuper(copyType(s.start()), copy(s.self()), copyType(s.objectType()));
      case PyMappingProxy p -> new PyMappingProxy(copy(p.mapping()));
      case PyMemoryView v when isFork() -> v.over(copyOrNull(v.source()));
      case PyDictView v when isFork() -> new PyDictView((PyDict) copy(v.dict()), v.part());
      case PyGenericAlias a ->
          new PyGenericAlias(copy(a.origin()), (PyTuple) copy(a.arguments()), a.isStarred());
      case PyUnion u -> new PyUnion((PyTuple) copy(u.arguments()));
      case PySlice s -> new PySlice(copy(s.start()), copy(s.stop()), copy(s.step()));
      case SlotDescriptor s -> new SlotDescriptor(copyType(s.owner()), s.name());
      case GetSet g -> g.forOwner(copyType(g.owner()));
      default -> throw refuse(original, "'" + original.type().name() + "' object");
    };
  }

  // ---- filling -------------------------------------------------------------------------------

  /** Fills all copies that were made. */
  final void finish() {
    while (!unfilled.isEmpty()) {
      PyObject original = unfilled.remove();
      fill(original, unfilled.remove());
    }
    List<PyObject> moved = toRehash;
    if (moved != null) {
      toRehash = null;
      for (PyObject each : moved) {
        if (each instanceof PyDict d) {
          d.rehash(Copier::hashIsIdentity);
        } else {
          ((PySet) each).rehash(Copier::hashIsIdentity);
        }
      }
    }
    List<Runnable> actions = afterwards;
    if (actions != null) {
      afterwards = null;
      for (Runnable action : actions) {
        action.run();
      }
    }
  }

  /** A point to go back to with {@link #backTo}; everything must be filled. */
  final int mark() {
    return copies.size();
  }

  /** Forgets the copies that were made since. */
  final void backTo(int mark) {
    copies.truncate(mark);
    unfilled.clear();
    toRehash = null;
    afterwards = null;
  }

  private void fill(PyObject original, PyObject copy) {
    if (copy instanceof Refillable r) {
      r.refill(original, this::copy);
    }
    switch (original) {
      case PyInstance i -> fillInstance(i, (PyInstance) copy);
      case PyTuple t -> {
        Object[] items = ((PyTuple) copy).items();
        for (int i = 0; i < items.length; i++) {
          items[i] = copy(t.get(i));
        }
      }
      case PyList l -> {
        int count = l.size();
        Object[] items = new Object[count];
        for (int i = 0; i < count; i++) {
          items[i] = copy(l.get(i));
        }
        ((PyList) copy).replaceAll(items, count);
      }
      case PyDict d -> {
        keyMoved = false;
        ((PyDict) copy).fillFrom(d, this::copyKey, this::copy);
        noteMovedKeys(copy);
      }
      case PySet s -> {
        keyMoved = false;
        ((PySet) copy).fillFrom(s, this::copyKey);
        noteMovedKeys(copy);
      }
      case Cell c -> ((Cell) copy).value = copyOrNull(c.value);
      case PyFunction f -> fillFunction(f, (PyFunction) copy);
      case PyType t -> {
        fillClass(t, (PyType) copy);
        classCopied(t, (PyType) copy);
      }
      case Refillable r -> {}
      default -> throw new IllegalStateException(original.getClass().getName());
    }
  }

  /** Copies what a class has of its own. */
  void fillClass(PyType original, PyType copy) {
    copyAttributes(original, copy);
  }

  /** The copy that was made of a value, or null. */
  final @Nullable Object known(PyObject original) {
    return copies.get(original);
  }

  private Object copyKey(Object key) {
    Object copy = copy(key);
    if (copy != key) {
      keyMoved = true;
    }
    return copy;
  }

  private void noteMovedKeys(PyObject container) {
    if (keyMoved) {
      List<PyObject> moved = toRehash;
      if (moved == null) {
        moved = new ArrayList<>();
        toRehash = moved;
      }
      moved.add(container);
    }
  }

  /** Whether the hash of a key comes from what it is and not from what it says. */
  private static boolean hashIsIdentity(Object key) {
    return switch (key) {
      case PyTuple t -> {
        boolean any = false;
        for (Object item : t.items()) {
          any |= hashIsIdentity(item);
        }
        yield any;
      }
      case PyPayloadInstance p -> hashIsIdentity(p.payload());
      case PyInstance i -> {
        Object hash = i.type().lookup("__hash__");
        yield hash instanceof NativeMethod;
      }
      case PyObject o -> !Sharing.isShared(o);
      default -> false;
    };
  }

  private void fillInstance(PyInstance original, PyInstance copy) {
    copyAttributes(original, copy);
    switch (original) {
      case PyBaseException e -> fillException(e, (PyBaseException) copy);
      case PyStaticMethod s -> ((PyStaticMethod) copy).setFunction(copy(s.function()));
      case PyClassMethod c -> ((PyClassMethod) copy).setFunction(copy(c.function()));
      case PyProperty p -> {
        PyProperty property = (PyProperty) copy;
        property.initialise(copy(p.getter()), copy(p.setter()), copy(p.deleter()), copy(p.doc()));
        property.setName(p.name());
      }
      default -> {}
    }
  }

  private void fillException(PyBaseException original, PyBaseException copy) {
    copy.setArguments((PyTuple) copy(original.arguments()));
    @Nullable Object[] fields = original.fields();
    if (fields.length > 0) {
      @Nullable Object[] all = new Object[fields.length];
      for (int i = 0; i < all.length; i++) {
        Object field = fields[i];
        // The globals for suggestions are no business of another process.
        all[i] = field == null || field instanceof PyModule ? null : copy(field);
      }
      copy.setFields(all);
    }
    if (copiesTracebacks()) {
      copy.setCause((PyBaseException) copyOrNull(original.cause()));
      copy.setContext((PyBaseException) copyOrNull(original.context()));
      copy.setTraceback(original.traceback());
      copy.setSuppressContext(original.suppressContext());
    }
  }

  private void fillFunction(PyFunction original, PyFunction copy) {
    copyAttributes(original, copy);
    Object[] defaults = copy.defaults();
    Object[] given = original.defaults();
    for (int i = 0; i < defaults.length; i++) {
      defaults[i] = copy(given[i]);
    }
    @Nullable Object[] keywordDefaults = copy.keywordDefaults();
    @Nullable Object[] givenKeywords = original.keywordDefaults();
    for (int i = 0; i < keywordDefaults.length; i++) {
      keywordDefaults[i] = copyOrNull(givenKeywords[i]);
    }
    copy.setName(original.name());
    copy.setQualifiedName(original.qualifiedName());
    copy.setDoc(copy(original.doc()));
    copy.setAnnotations(copy(original.annotations()));
    Object moduleName = original.ownModuleName();
    if (moduleName != null) {
      copy.setModuleName(copy(moduleName));
    }
    if (original.isIterableCoroutine()) {
      copy.setIterableCoroutine();
    }
    functionCopied(original, copy);
  }
}
