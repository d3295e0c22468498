package org.pyconc.stdlib.random;

import java.math.BigInteger;

/**
 * MT19937, seeded as CPython seeds it.
 *
 * @see <a href="http://www.math.sci.hiroshima-u.ac.jp/m-mat/MT/emt.html">Mersenne Twister home
 *     page</a>
 */
final class MersenneTwister implements RandomBits {
  /** The number of 32-bit words in the state. */
  static final int SIZE = 624;

  private static final int SHIFT = 397;
  private static final int MATRIX = 0x9908b0df;

  private final int[] state;
  private int index;

  /** The generator in a state that {@link #state} and {@link #index} gave. */
  MersenneTwister(int[] state, int index) {
    this.state = state;
    this.index = index;
  }

  /** The generator for a seed that is not negative. */
  static MersenneTwister ofSeed(BigInteger seed) {
    int[] key = new int[Math.max(1, (seed.bitLength() + 31) / 32)];
    for (int i = 0; i < key.length; i++) {
      key[i] = seed.shiftRight(32 * i).intValue();
    }
    return ofKey(key);
  }

  /** The generator for the words of a key. */
  static MersenneTwister ofKey(int[] key) {
    int[] s = new int[SIZE];
    s[0] = 19650218;
    for (int i = 1; i < SIZE; i++) {
      s[i] = 1812433253 * mixed(s[i - 1]) + i;
    }
    int at = 1;
    int k = 0;
    for (int n = Math.max(SIZE, key.length); n > 0; n--) {
      s[at] = (s[at] ^ (mixed(s[at - 1]) * 1664525)) + key[k] + k;
      at = next(s, at);
      k = k + 1 == key.length ? 0 : k + 1;
    }
    for (int n = SIZE - 1; n > 0; n--) {
      s[at] = (s[at] ^ (mixed(s[at - 1]) * 1566083941)) - at;
      at = next(s, at);
    }
    s[0] = 0x80000000;
    return new MersenneTwister(s, SIZE);
  }

  private static int mixed(int word) {
    return word ^ (word >>> 30);
  }

  private static int next(int[] s, int at) {
    if (at + 1 < SIZE) {
      return at + 1;
    }
    s[0] = s[SIZE - 1];
    return 1;
  }

  @Override
  public int next() {
    if (index >= SIZE) {
      generate();
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void generate() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) != 0 ? MATRIX : 0);
    }
    index = 0;
  }

  /** The state's words: read only. */
  int[] state() {
    return state;
  }

  /** How many words of the state have been used. */
  int index() {
    return index;
  }

  @Override
  public MersenneTwister copy() {
    return new MersenneTwister(state.clone(), index);
  }
}
