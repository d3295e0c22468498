package org.pyconc.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Handle;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyFunction;
import org.pyconc.runtime.ProcessState;

/**
 * Something under way from one process to another. It is copied when it is sent; what belongs to
 * the receiver, such as classes, is put in when it is received. What cannot change is sent as it
 * is.
 */
public final class Message {
  private final Object root;
  private final boolean isBound;
  private final List<Handle> handles;
  private final long size;

  private Message(Object root, boolean isBound, List<Handle> handles, long size) {
    this.root = root;
    this.isBound = isBound;
    this.handles = handles;
    this.size = size;
  }

  /**
   * What to hand to a queue of the kernel for a value of the running process. TypeError for what
   * cannot be sent.
   */
  public static Object pack(Object value) {
    if (Sharing.isShared(value)) {
      return value;
    }
    PackCopier copier = new PackCopier(ProcessState.current());
    try {
      Object root = copier.copyRoot(value);
      Message made = new Message(root, copier.isBound(), copier.handles(), copier.size());
      if (!copier.handles().isEmpty()) {
        // One that nobody will ever receive keeps nothing open.
        List<Handle> handles = copier.handles();
        ProcessState.current().program().kernel().cleaner().register(made, () -> close(handles));
      }
      return made;
    } catch (CannotCopy refused) {
      String path = CulpritPath.find(value, refused.culprit());
      throw Errors.typeError(
          "cannot pickle " + refused.what() + (path.isEmpty() ? "" : " at message" + path));
    }
  }

  /**
   * As {@link #pack}, for a function that its receivers have as well, under its name. The result
   * may be unpacked many times. Null for all else.
   */
  public static @Nullable Object packNamed(Object value) {
    if (!(value instanceof PyFunction function) || function.closure().length > 0) {
      return null;
    }
    PyFunction form = function.sentForm();
    if (form == null) {
      try {
        pack(function);
      } catch (PyException refused) {
        return null; // whoever sends it alone will be told why
      }
      form = function.sentForm();
    }
    return form == null ? null : new Message(form, true, List.of(), 0);
  }

  /** The value in what {@link #pack} gave, for the running process. To be called once. */
  public static Object unpack(Object packed) {
    if (!(packed instanceof Message message)) {
      return packed;
    }
    if (!message.isBound) {
      return message.root;
    }
    try {
      return new UnpackCopier(ProcessState.current()).copyRoot(message.root);
    } finally {
      close(message.handles);
    }
  }

  /** Nobody is going to receive what {@link #pack} gave; does nothing after {@link #unpack}. */
  public static void discard(Object packed) {
    if (packed instanceof Message message) {
      close(message.handles);
    }
  }

  private static void close(List<Handle> handles) {
    for (Handle handle : handles) {
      handle.close();
    }
  }

  /** Roughly how many bytes CPython's pickle would take for what {@link #pack} gave. */
  public static long size(Object packed) {
    return switch (packed) {
      case Message m -> m.size;
      case String s -> s.length();
      case PyBytes b -> b.array().length;
      default -> 16;
    };
  }
}
