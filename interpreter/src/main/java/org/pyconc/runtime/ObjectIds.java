package org.pyconc.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.pyconc.operations.Comparison;

/**
 * What {@code id} says about the objects of one process: no two that are alive have the same
 * number. The JVM has only hashes of identity, 31 bits that now and then are the same for two
 * objects, so objects that were asked for are remembered as long as they live.
 */
public final class ObjectIds {
  private static final int SMALLEST = 256;

  /** So many numbers lie between two hashes. */
  private static final int STEP = 16;

  /** Far above all other numbers. */
  private static final int BEYOND = 44;

  private @Nullable Known[] table = new @Nullable Known[SMALLEST];
  private int count;
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

  /** An object that was asked for: {@code place} tells those of the same number apart. */
  private static final class Known extends WeakReference<Object> {
    final long base;
    final int place;
    @Nullable Known next;

    Known(Object object, long base, int place, @Nullable Known next, ReferenceQueue<Object> dead) {
      super(object, dead);
      this.base = base;
      this.place = place;
      this.next = next;
    }
  }

  /** {@code id(object)}. */
  public long of(Object object) {
    long base = base(object);
    return isExact(object) ? base : remembered(object, base);
  }

  /** A number from the object alone, which other objects may have as well. */
  public static long base(Object object) {
    return switch (object) {
      case Boolean b -> 0x7c0000000000L + (b ? 32 : 0);
      case Long n when isSmall(n) -> 0x7f0000000000L + n * 32;
      case Long n -> 0x7c1000000000L + spread(n.hashCode());
      case BigInteger n -> 0x7c1000000000L + spread(n.hashCode());
      case Double d -> 0x7d0000000000L + spread(d.hashCode());
      case String s -> 0x7e0000000000L + spread(s.hashCode());
      default -> 0x7f1000000000L + spread(System.identityHashCode(object));
    };
  }

  private static long spread(int hash) {
    return (hash & 0xffffffffL) * STEP;
  }

  private static boolean isSmall(long n) {
    return n == (int) n;
  }

  private static boolean isExact(Object object) {
    return object instanceof Boolean || (object instanceof Long n && isSmall(n));
  }

  private synchronized long remembered(Object object, long base) {
    forgetDead();
    int index = index(base, table.length);
    long taken = 0;
    for (Known k = table[index]; k != null; k = k.next) {
      if (k.base != base) {
        continue;
      }
      Object known = k.get();
      if (known != null && Comparison.isSame(known, object)) {
        return number(base, k.place);
      }
      taken = Math.max(taken, k.place + 1L);
    }
    if (count >= table.length) {
      grow();
      index = index(base, table.length);
    }
    table[index] = new Known(object, base, (int) taken, table[index], dead);
    count++;
    return number(base, (int) taken);
  }

  private static long number(long base, int place) {
    return place < STEP ? base + place : base + ((long) place << BEYOND);
  }

  private static int index(long base, int length) {
    long mixed = base * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & length - 1;
  }

  private void grow() {
    @Nullable Known[] old = table;
    @Nullable Known[] larger = new @Nullable Known[old.length * 2];
    for (@Nullable Known first : old) {
      for (@Nullable Known k = first; k != null; ) {
        Known next = k.next;
        int index = index(k.base, larger.length);
        k.next = larger[index];
        larger[index] = k;
        k = next;
      }
    }
    table = larger;
  }

  private void forgetDead() {
    for (Reference<?> gone = dead.poll(); gone != null; gone = dead.poll()) {
      Known lost = (Known) gone;
      int index = index(lost.base, table.length);
      Known before = null;
      for (Known k = table[index]; k != null; before = k, k = k.next) {
        if (k == lost) {
          if (before == null) {
            table[index] = k.next;
          } else {
            before.next = k.next;
          }
          count--;
          break;
        }
      }
    }
  }
}
