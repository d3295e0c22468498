package org.pyconc.transfer;

import org.jspecify.annotations.Nullable;

/** Which copy belongs to which original. Small ones, which most are, are searched one by one. */
final class IdentityTable {
  private static final int SEARCHED = 8;

  // In the order of addition; the first `count` are in use.
  private @Nullable Object[] originals = new Object[SEARCHED];
  private @Nullable Object[] copies = new Object[SEARCHED];
  private int count;

  /** Places in the arrays above plus one; null while there are few. */
  private int @Nullable [] index;

  int size() {
    return count;
  }

  @Nullable Object get(Object original) {
    int[] table = index;
    if (table == null) {
      for (int i = 0; i < count; i++) {
        if (originals[i] == original) {
          return copies[i];
        }
      }
      return null;
    }
    int at = find(table, original);
    return table[at] == 0 ? null : copies[table[at] - 1];
  }

  private int find(int[] table, Object original) {
    int mask = table.length - 1;
    int at = start(original, mask);
    while (table[at] != 0 && originals[table[at] - 1] != original) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static int start(Object original, int mask) {
    int hash = System.identityHashCode(original) * 0x9E3779B9;
    return (hash >>> 8) & mask;
  }

  /** Adds a pair whose original is not there yet. */
  void put(Object original, Object copy) {
    if (count == originals.length) {
      grow();
    }
    originals[count] = original;
    copies[count] = copy;
    count++;
    int[] table = index;
    if (table != null) {
      table[find(table, original)] = count;
    }
  }

  private void grow() {
    originals = java.util.Arrays.copyOf(originals, count * 2);
    copies = java.util.Arrays.copyOf(copies, count * 2);
    buildIndex();
  }

  private void buildIndex() {
    int[] table = new int[originals.length * 2];
    for (int i = 0; i < count; i++) {
      Object original = originals[i];
      if (original != null) {
        table[find(table, original)] = i + 1;
      }
    }
    index = table;
  }

  /** Forgets all pairs but the first ones. */
  void truncate(int size) {
    for (int i = size; i < count; i++) {
      originals[i] = null;
      copies[i] = null;
    }
    count = size;
    if (index != null) {
      buildIndex();
    }
  }
}
