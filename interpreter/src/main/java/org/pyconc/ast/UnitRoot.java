package org.pyconc.ast;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.tree.Module;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Annotations;
import org.pyconc.operations.ClassNamespace;
import org.pyconc.runtime.Tracers;
import org.pyconc.scope.CodeUnit;

/** The root of a code unit's nodes: sets up the frame and runs the body. */
final class UnitRoot extends RootNode {
  private final CodeUnit code;
  private final boolean[] isCell;
  private final int classCellSlot;
  private final boolean traces;
  private final @Nullable SourceSection section;
  @Child private StatementNode body;

  /**
   * @param isCell for every variable of the frame whether inner functions share it
   * @param classCellSlot where a class body keeps the cell {@code __class__}, or -1
   * @param tracing null if no tool is to see it
   */
  UnitRoot(
      FrameDescriptor descriptor,
      CodeUnit code,
      boolean[] isCell,
      int classCellSlot,
      StatementNode body,
      @Nullable Tracing tracing) {
    super(tracing == null ? null : tracing.language(), descriptor);
    this.section = tracing == null ? null : tracing.section(code, code.span());
    this.code = code;
    this.traces = code.keepsTraces();
    this.isCell = isCell;
    this.classCellSlot = classCellSlot;
    this.body = body;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return execute(frame, Frames.locals(frame));
  }

  /** Whether tools see it, so that it is to be run as a call target. */
  boolean isTraced() {
    return section != null;
  }

  @Override
  public @Nullable SourceSection getSourceSection() {
    return section;
  }

  /** Runs the unit with its bound parameters. */
  Object execute(VirtualFrame frame, Object[] locals) {
    boolean isClass = code.kind() == CodeUnit.Kind.CLASS;
    int parameters = isClass ? 0 : locals.length;
    for (int i = 0; i < isCell.length; i++) {
      Object value = i < parameters ? locals[i] : null;
      if (isCell[i]) {
        frame.setObject(i, new Cell(value));
      } else if (value != null) {
        frame.setObject(i, value);
      }
    }
    if (traces) {
      Tracers.entered(Frames.activation(frame));
    }
    if (isClass) {
      return executeClass(frame);
    }
    if (code.scope().hasAnnotations()) {
      Annotations.begin(Frames.globals(frame));
    }
    Object result = body.execute(frame);
    return result == null ? PySingleton.NONE : result;
  }

  /** What {@code locals()} is in a frame of this unit. */
  Object locals(PyFunction function, VirtualFrame frame) {
    if (code.kind() == CodeUnit.Kind.MODULE) {
      return function.globals().dictionary();
    }
    if (code.kind() == CodeUnit.Kind.CLASS) {
      return Frames.namespace(frame);
    }
    PyDict dict = new PyDict();
    List<String> names = code.scope().locals();
    for (int i = 0; i < names.size(); i++) {
      Object value = frame.getObject(i);
      if (value instanceof Cell cell && isCell[i]) {
        value = cell.value;
      }
      if (value != null) {
        dict.put(names.get(i), value);
      }
    }
    List<String> free = code.free();
    for (int i = 0; i < free.size(); i++) {
      Object value = function.closure()[i].value;
      if (value != null) {
        dict.put(free.get(i), value);
      }
    }
    return dict;
  }

  private Object executeClass(VirtualFrame frame) {
    Object namespace = Frames.namespace(frame);
    ClassNamespace.begin(namespace, Frames.globals(frame), code);
    if (code.tree() instanceof Module) {
      Object result = body.execute(frame);
      return result == null ? PySingleton.NONE : result;
    }
    Cell cell = classCellSlot < 0 ? null : new Cell();
    if (cell != null) {
      frame.setObject(classCellSlot, cell);
    }
    body.execute(frame);
    return cell == null ? PySingleton.NONE : cell;
  }

  @Override
  public @Nullable String getName() {
    return code.qualifiedName();
  }

  @Override
  public String toString() {
    return code.qualifiedName();
  }
}
