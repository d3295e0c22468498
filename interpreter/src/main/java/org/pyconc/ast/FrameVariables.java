package org.pyconc.ast;

import com.oracle.truffle.api.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.operations.Items;
import org.pyconc.runtime.Activation;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeTable;

/** The variables of a frame of the interpreter, for tools. */
public final class FrameVariables {
  private FrameVariables() {}

  /** The global variables that the code sees. */
  public static PyModule globals(Frame frame) {
    return function(frame).globals();
  }

  private static PyFunction function(Frame frame) {
    return (PyFunction) frame.getArguments()[0];
  }

  /** What a class body fills; null for other code. */
  private static @Nullable Object namespace(Frame frame) {
    return frame.getArguments()[Frames.NAMESPACE];
  }

  /** All that a running or suspended frame of the interpreter refers to. */
  public static void each(Activation activation, Consumer<@Nullable Object> sink) {
    if (!(activation.frame() instanceof Frame frame)) {
      return;
    }
    sink.accept(namespace(frame));
    for (Cell cell : function(frame).closure()) {
      sink.accept(cell.value);
    }
    int count = frame.getFrameDescriptor().getNumberOfSlots();
    for (int slot = 0; slot < count; slot++) {
      sink.accept(frame.getValue(slot));
    }
  }

  /** The names of the variables that have a value; none for the body of a module. */
  public static List<String> names(CodeUnit code, Frame frame) {
    List<String> names = new ArrayList<>();
    for (String name : all(code)) {
      if (read(code, frame, name) != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<String> all(CodeUnit code) {
    List<String> all = new ArrayList<>(code.scope().locals());
    for (String name : code.free()) {
      if (!all.contains(name)) {
        all.add(name);
      }
    }
    all.removeIf(name -> name.startsWith("."));
    return all;
  }

  /** The value of a variable; null if it has none, or there is no such variable. */
  public static @Nullable Object read(CodeUnit code, Frame frame, String name) {
    ScopeTable scope = code.scope();
    Object namespace = namespace(frame);
    if (namespace != null) {
      return Items.contains(namespace, name) ? Items.get(namespace, name) : null;
    }
    int slot = scope.locals().indexOf(name);
    if (slot >= 0) {
      Object value = frame.getValue(slot);
      return value instanceof Cell cell ? cell.value : value;
    }
    int free = scope.free().indexOf(name);
    return free < 0 ? null : function(frame).closure()[free].value;
  }

  /** Gives a variable another value; false if there is no such variable. */
  public static boolean write(CodeUnit code, Frame frame, String name, Object value) {
    ScopeTable scope = code.scope();
    Object namespace = namespace(frame);
    if (namespace != null) {
      Items.set(namespace, name, value);
      return true;
    }
    int slot = scope.locals().indexOf(name);
    if (slot >= 0) {
      if (frame.getValue(slot) instanceof Cell cell) {
        cell.value = value;
      } else {
        frame.setObject(slot, value);
      }
      return true;
    }
    int free = scope.free().indexOf(name);
    if (free < 0) {
      return false;
    }
    function(frame).closure()[free].value = value;
    return true;
  }
}
