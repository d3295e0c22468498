package org.pyconc.stdlib.socket;

/**
 * Whether a stream was read to its end usually has nothing more by the time of the next read. Where
 * two sides talk in turns that is so: to wait at once saves asking the host in vain. Now and then
 * it is asked all the same. Wrong guesses cost little, as the wait ends at once when there are
 * data.
 */
final class EmptyHabit {
  private static final int SURE = 2;
  private static final int ASKED_EVERY = 16;

  /** The last read took all there was. */
  private boolean hasTakenAll;

  /** How often in sequence nothing was there after that. */
  private int empty;

  private int guesses;

  /** Whether there is nothing to be read, most probably. Once: the next read asks the host. */
  boolean isToBeExpected() {
    if (!hasTakenAll || empty < SURE) {
      return false;
    }
    if (++guesses % ASKED_EVERY == 0) {
      return false;
    }
    hasTakenAll = false;
    return true;
  }

  /** The host was asked. */
  void received(int count, int wanted) {
    if (hasTakenAll) {
      empty = count == 0 ? Math.min(empty + 1, SURE) : 0;
    }
    hasTakenAll = count > 0 && count < wanted;
  }
}
