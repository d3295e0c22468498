package org.pyconc.stdlib.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.objects.PyIterator;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

/**
 * The streams of {@code lzma}. A filter comes as its number and up to eight ints: distance or start
 * of a simple one; preset (with {@code EXTREME}), dictionary, lc, lp, pb, mode, nice length and
 * match finder of LZMA, each -1 where the preset's counts.
 */
final class LzmaStreams {
  private static final int LZMA1 = 0x21 + 0x40; // the language's own number for the raw form
  private static final int LZMA2 = 0x21;
  private static final int DELTA = 3;
  private static final int EXTREME = 1 << 31;
  private static final int DEEP = 273;
  private static final int KIBI = 1024;

  private LzmaStreams() {}

  /** A filter, and whether it is LZMA as .lzma files have it. */
  private record Filter(FilterOptions options, boolean isFirstKind) {}

  private static List<Filter> filters(Object given) throws UnsupportedOptionsException {
    List<Filter> all = new ArrayList<>();
    PyIterator each = Iteration.iterator(given);
    for (Object one = each.next(); one != null; one = each.next()) {
      List<Long> numbers = new ArrayList<>();
      PyIterator parts = Iteration.iterator(one);
      for (Object part = parts.next(); part != null; part = parts.next()) {
        numbers.add(Items.toLong(part));
      }
      all.add(filter(numbers));
    }
    return all;
  }

  private static Filter filter(List<Long> numbers) throws UnsupportedOptionsException {
    int kind = numbers.get(0).intValue();
    if (kind == LZMA2 || kind == LZMA1) {
      return new Filter(lzma(numbers), kind == LZMA1);
    }
    int value = numbers.get(1).intValue();
    return new Filter(simple(kind, value), false);
  }

  private static FilterOptions simple(int kind, int value) throws UnsupportedOptionsException {
    return switch (kind) {
      case DELTA -> new DeltaOptions(value);
      case 4 -> {
        X86Options options = new X86Options();
        options.setStartOffset(value);
        yield options;
      }
      case 5 -> {
        PowerPCOptions options = new PowerPCOptions();
        options.setStartOffset(value);
        yield options;
      }
      case 6 -> {
        IA64Options options = new IA64Options();
        options.setStartOffset(value);
        yield options;
      }
      case 7 -> {
        ARMOptions options = new ARMOptions();
        options.setStartOffset(value);
        yield options;
      }
      case 8 -> {
        ARMThumbOptions options = new ARMThumbOptions();
        options.setStartOffset(value);
        yield options;
      }
      case 9 -> {
        SPARCOptions options = new SPARCOptions();
        options.setStartOffset(value);
        yield options;
      }
      default -> throw new UnsupportedOptionsException("filter " + kind);
    };
  }

  private static LZMA2Options lzma(List<Long> numbers) throws UnsupportedOptionsException {
    int preset = numbers.get(1).intValue();
    LZMA2Options options = new LZMA2Options(preset & ~EXTREME);
    if ((preset & EXTREME) != 0) {
      options.setMode(LZMA2Options.MODE_NORMAL);
      options.setMatchFinder(LZMA2Options.MF_BT4);
      options.setNiceLen((preset & ~EXTREME) == 3 || (preset & ~EXTREME) == 5 ? 192 : DEEP);
    }
    long[] given = new long[8];
    Arrays.fill(given, -1);
    for (int i = 2; i < numbers.size(); i++) {
      given[i - 1] = numbers.get(i);
    }
    if (given[1] >= 0) {
      options.setDictSize((int) Math.min(given[1], Integer.MAX_VALUE));
    }
    int lc = given[2] >= 0 ? (int) given[2] : options.getLc();
    int lp = given[3] >= 0 ? (int) given[3] : options.getLp();
    options.setLcLp(lc, lp);
    if (given[4] >= 0) {
      options.setPb((int) given[4]);
    }
    if (given[5] >= 0) {
      options.setMode((int) given[5]);
    }
    if (given[6] >= 0) {
      options.setNiceLen((int) given[6]);
    }
    if (given[7] >= 0) {
      options.setMatchFinder(given[7] < 0x10 ? LZMA2Options.MF_HC4 : LZMA2Options.MF_BT4);
    }
    return options;
  }

  static Object xzEncoder(int check, Object given) {
    return new StreamEncoder(
        out -> {
          List<Filter> filters = filters(given);
          FilterOptions[] chain = new FilterOptions[filters.size()];
          for (int i = 0; i < chain.length; i++) {
            chain[i] = filters.get(i).options;
          }
          return new XZOutputStream(out, chain, check);
        });
  }

  static Object encoder(Object given, boolean isAlone) {
    return new StreamEncoder(
        out -> {
          List<Filter> filters = filters(given);
          if (isAlone) {
            return new LZMAOutputStream(out, (LZMA2Options) filters.getLast().options, -1);
          }
          return rawEncoder(out, filters);
        });
  }

  private static OutputStream rawEncoder(OutputStream out, List<Filter> filters)
      throws IOException {
    FinishableOutputStream next = new FinishableWrapperOutputStream(out);
    for (Filter filter : filters.reversed()) {
      next =
          filter.isFirstKind
              ? new LZMAOutputStream(next, (LZMA2Options) filter.options, true)
              : filter.options.getOutputStream(next, ArrayCache.getDefaultCache());
    }
    return next;
  }

  /**
   * @param most bytes of memory, negative for any number
   */
  static Object decoder(boolean isXz, long most) {
    int kibi = most < 0 ? -1 : (int) Math.min(most / KIBI, Integer.MAX_VALUE);
    return new StreamDecoder(
        in -> isXz ? new SingleXZInputStream(in, kibi) : new LZMAInputStream(in, kibi));
  }

  static Object rawDecoder(Object given) {
    List<Filter> filters;
    try {
      filters = filters(given);
    } catch (UnsupportedOptionsException bad) {
      throw Errors.valueError(bad.getClass().getSimpleName());
    }
    return new StreamDecoder(
        in -> {
          InputStream next = in;
          for (Filter filter : filters.reversed()) {
            if (filter.isFirstKind) {
              LZMA2Options o = (LZMA2Options) filter.options;
              next =
                  new LZMAInputStream(
                      next, -1, o.getLc(), o.getLp(), o.getPb(), o.getDictSize(), null);
            } else {
              next = filter.options.getInputStream(next, ArrayCache.getDefaultCache());
            }
          }
          return next;
        });
  }
}
