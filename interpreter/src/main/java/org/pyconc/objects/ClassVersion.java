package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/**
 * Identifies what a class and the classes above it look like. Caches compare it; copies of a class
 * in other processes share it until one of them changes.
 *
 * <p>It remembers where attributes were found that are looked up by name: for all processes, so it
 * holds places and no values.
 */
public final class ClassVersion {
  private static final int SIZE = 32;

  /**
   * Where an attribute stands.
   *
   * @param order the number of the class in the resolution order; negative if none has it
   */
  record Place(String name, int order, int slot) {}

  /**
   * By hash, two names for each; a later one takes the place of an earlier one. Threads may race:
   * nothing is lost.
   */
  private @Nullable Place @Nullable [] places;

  /** Where the attribute stands, or null if that is not known. */
  @Nullable Place find(String name) {
    @Nullable Place[] known = places;
    if (known == null) {
      return null;
    }
    int index = index(name);
    Place place = known[index];
    if (place != null && place.name.equals(name)) {
      return place;
    }
    place = known[index ^ 1];
    return place != null && place.name.equals(name) ? place : null;
  }

  void remember(Place place) {
    @Nullable Place[] known = places;
    if (known == null) {
      known = new @Nullable Place[SIZE];
      places = known;
    }
    int index = index(place.name);
    if (known[index] != null) {
      known[index ^ 1] = known[index];
    }
    known[index] = place;
  }

  private static int index(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 7 ^ hash >>> 15) & (SIZE - 1);
  }
}
