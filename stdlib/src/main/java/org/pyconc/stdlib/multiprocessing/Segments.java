package org.pyconc.stdlib.multiprocessing;

import java.util.HashMap;
import java.util.Map;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyByteArray;
import org.pyconc.objects.PyMemoryView;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;

/**
 * The named blocks of memory that the processes of a program share.
 *
 * @see <a href="https://docs.python.org/3.11/library/multiprocessing.shared_memory.html">
 *     multiprocessing.shared_memory</a>
 */
final class Segments {
  private static final int NO_SUCH_FILE = 2;
  private static final int NO_MEMORY = 12;
  private static final int FILE_EXISTS = 17;

  /** Guarded by this. */
  private final Map<String, byte[]> blocks = new HashMap<>();

  private static Segments current() {
    return ProcessState.current().program().state(Segments.class, Segments::new);
  }

  /** A view of a new block of zeros. */
  static Object create(Object name, Object size) {
    long length = Items.toLong(size);
    if (length > Integer.MAX_VALUE - 8) {
      throw Errors.osError(NO_MEMORY, "Cannot allocate memory");
    }
    Segments all = current();
    String key = Text.java(name);
    synchronized (all) {
      if (all.blocks.containsKey(key)) {
        throw failure(FILE_EXISTS, "File exists", key);
      }
      byte[] block = new byte[(int) length];
      all.blocks.put(key, block);
      return view(block);
    }
  }

  /** A view of the block of that name. */
  static Object attach(Object name) {
    Segments all = current();
    String key = Text.java(name);
    synchronized (all) {
      byte[] block = all.blocks.get(key);
      if (block == null) {
        throw failure(NO_SUCH_FILE, "No such file or directory", key);
      }
      return view(block);
    }
  }

  /** Forgets a name; the block is there as long as somebody has a view of it. */
  static Object unlink(Object name) {
    Segments all = current();
    String key = Text.java(name);
    synchronized (all) {
      if (all.blocks.remove(key) == null) {
        throw failure(NO_SUCH_FILE, "No such file or directory", key);
      }
      return true;
    }
  }

  private static PyMemoryView view(byte[] block) {
    return new PyMemoryView(PyByteArray.shared(block), 0, 1, block.length);
  }

  private static PyException failure(int number, String words, String name) {
    return Errors.osError(number, words, name);
  }
}
