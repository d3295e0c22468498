package org.pyconc.compiler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a generator keeps its variables while it is suspended: objects in one array, numbers in
 * another. Between two suspensions they are locals of the JVM.
 */
final class Frame {
  /**
   * One local of the JVM.
   *
   * @param kind null for an object
   * @param slot the index in the array of its kind
   */
  private record Entry(int local, @Nullable NumberKind kind, int slot) {}

  private final Emitter e;
  private final Slots slots;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Integer> changed = new HashSet<>();
  private final BitSet kept = new BitSet();
  private final BitSet everKept = new BitSet();
  private final Set<Integer> temporaries = new HashSet<>();
  private int objectCount;
  private int numberCount;

  Frame(Emitter e, Slots slots) {
    this.e = e;
    this.slots = slots;
  }

  int objectCount() {
    return objectCount;
  }

  int numberCount() {
    return numberCount;
  }

  /** Another local of the JVM that has a place in the frame; variables come first, in order. */
  void add(int local, @Nullable NumberKind kind) {
    entries.add(new Entry(local, kind, kind == null ? objectCount++ : numberCount++));
    if (kind != null) {
      changed.add(local);
    }
  }

  /** Keeps places free behind those that there are, for objects and for numbers. */
  void reserve() {
    objectCount++;
    numberCount++;
  }

  /** The variable in that local is not always what it was in the beginning. */
  void change(int local) {
    changed.add(local);
  }

  /** The temporary in that local has a value that is needed, or not any more. */
  void keep(int local, boolean isNeeded) {
    temporaries.add(local);
    kept.set(local, isNeeded);
  }

  /** The temporaries that are needed at this point of the code. */
  BitSet suspend() {
    everKept.or(kept);
    return (BitSet) kept.clone();
  }

  /** Gives every local a value: it is not known yet where the code will go on. */
  void clear() {
    for (Entry x : entries) {
      if (x.kind == null) {
        e.code.aconst_null();
        e.code.astore(x.local);
      } else {
        e.zero(x.kind);
        e.store(x.kind, x.local);
      }
    }
  }

  /** Loads the first variables, the parameters. */
  void begin(int parameters) {
    for (Entry x : entries) {
      if (x.kind == null && x.slot < parameters) {
        load(x);
      }
    }
  }

  /**
   * Saves what may be different from what is in the frame.
   *
   * @param needed what {@link #suspend} gave at that point
   */
  void save(BitSet needed) {
    for (Entry x : entries) {
      if (temporaries.contains(x.local)) {
        if (needed.get(x.local)) {
          store(x);
        } else if (x.kind == null && everKept.get(x.local)) {
          slots.clear(e, x.slot);
        }
      } else if (changed.contains(x.local)) {
        store(x);
      }
    }
  }

  /** Loads what the code needs to go on. */
  void restore(BitSet needed) {
    for (Entry x : entries) {
      if (!temporaries.contains(x.local) || needed.get(x.local)) {
        load(x);
      }
    }
  }

  private void store(Entry x) {
    slots.store(e, x.local, x.kind, x.slot);
  }

  private void load(Entry x) {
    slots.load(e, x.local, x.kind, x.slot);
  }
}
