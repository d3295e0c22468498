package org.pyconc.stdlib.os;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ByteEnd;

/**
 * {@code os.stat_result}: ten numbers, times in whole seconds, and more by name.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.html#os.stat_result">os.stat_result</a>
 */
final class StatResult {
  private StatResult() {}

  private static final String[] FIELDS = {
    "st_mode",
    "st_ino",
    "st_dev",
    "st_nlink",
    "st_uid",
    "st_gid",
    "st_size",
    "st_atime",
    "st_mtime",
    "st_ctime"
  };

  private static final int TIMES = 7;
  private static final int BLOCK = 4096;
  private static final int SECTOR = 512;
  private static final long NANOS = 1_000_000_000L;

  static final PyType TYPE =
      new PyType("os.stat_result", BuiltinTypes.TUPLE, false, null, StatResult::define);

  /** What the host knows about a file. */
  static PyPayloadInstance of(Path path, boolean followsLinks) throws IOException {
    Map<String, Object> all =
        followsLinks
            ? Files.readAttributes(path, "unix:*")
            : Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS);
    return of(all);
  }

  /** What is known about a descriptor that is no file of the host's. */
  static PyPayloadInstance of(ByteEnd end) {
    int permissions = end.fileType() == ByteEnd.FileType.PIPE ? 0600 : 0777;
    return of(
        Map.of(
            "mode",
            end.fileType().bits() | permissions,
            "ino",
            System.identityHashCode(end.file()),
            "nlink",
            1));
  }

  private static PyPayloadInstance of(Map<String, Object> all) {
    long size = number(all, "size");
    long[] nanos = {
      nanos(all, "lastAccessTime"), nanos(all, "lastModifiedTime"), nanos(all, "ctime")
    };
    PyPayloadInstance result =
        new PyPayloadInstance(
            TYPE,
            PyTuple.of(
                number(all, "mode"),
                number(all, "ino"),
                number(all, "dev"),
                number(all, "nlink"),
                number(all, "uid"),
                number(all, "gid"),
                size,
                Math.floorDiv(nanos[0], NANOS),
                Math.floorDiv(nanos[1], NANOS),
                Math.floorDiv(nanos[2], NANOS)));
    for (int i = 0; i < nanos.length; i++) {
      double seconds =
          (double) Math.floorDiv(nanos[i], NANOS) + 1e-9 * Math.floorMod(nanos[i], NANOS);
      result.setOwn(FIELDS[TIMES + i], seconds);
      result.setOwn(FIELDS[TIMES + i] + "_ns", nanos[i]);
    }
    result.setOwn("st_blksize", (long) BLOCK);
    result.setOwn("st_blocks", (size + BLOCK - 1) / BLOCK * (BLOCK / SECTOR));
    result.setOwn("st_rdev", number(all, "rdev"));
    return result;
  }

  private static long number(Map<String, Object> all, String name) {
    return all.get(name) instanceof Number n ? n.longValue() : 0L;
  }

  private static long nanos(Map<String, Object> all, String name) {
    return all.get(name) instanceof FileTime t ? t.to(TimeUnit.NANOSECONDS) : 0L;
  }

  static long field(PyPayloadInstance result, int index) {
    return switch (((PyTuple) result.payload()).get(index)) {
      case Long l -> l;
      case BigInteger b -> b.longValue();
      default -> 0L;
    };
  }

  private static void define(TypeBuilder b) {
    b.doc("stat_result: Result from stat, fstat, or lstat.");
    for (int i = 0; i < FIELDS.length; i++) {
      int index = i;
      if (i < TIMES) {
        b.getter(FIELDS[i], "", self -> ((PyTuple) PyPayloadInstance.unwrap(self)).get(index));
      }
    }
    b.constant("n_fields", 19L);
    b.constant("n_sequence_fields", (long) FIELDS.length);
    b.constant("n_unnamed_fields", 3L);
    b.staticMethod(
        "__new__(cls, sequence, dict=None)",
        "",
        a -> {
          PyTuple values = PyTuple.of(Iteration.toArray(a[1]));
          if (values.size() < FIELDS.length) {
            throw Errors.typeError(
                "os.stat_result() takes an at least 10-sequence ("
                    + values.size()
                    + "-sequence given)");
          }
          PyPayloadInstance result = new PyPayloadInstance(TYPE, values);
          for (int i = TIMES; i < FIELDS.length; i++) {
            result.setOwn(FIELDS[i], values.get(i));
          }
          return result;
        });
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        self -> {
          PyTuple values = (PyTuple) PyPayloadInstance.unwrap(self);
          StringBuilder text = new StringBuilder("os.stat_result(");
          for (int i = 0; i < FIELDS.length; i++) {
            text.append(i == 0 ? "" : ", ").append(FIELDS[i]).append('=');
            text.append(Text.javaRepr(values.get(i)));
          }
          return WideString.of(text.append(')').toString());
        });
  }
}
