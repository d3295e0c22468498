package org.pyconc.embedding;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExecutableNode;
import java.util.Objects;
import org.pyconc.ast.FrameVariables;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.scope.CodeUnit;

/** Evaluates text where a debugger has stopped; what it assigns to variables is kept. */
final class FrameEvaluation extends ExecutableNode {
  private static final String VALUE = "__value__";

  private final CodeUnit code;
  private final String text;
  private final boolean isExpression;

  FrameEvaluation(PyconcLanguage language, CodeUnit code, String text, boolean isExpression) {
    super(language);
    this.code = code;
    this.text = text;
    this.isExpression = isExpression;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    MaterializedFrame here = frame.materialize();
    Heap heap = Heap.current(PyconcLanguage.program(this));
    try {
      return heap.toHost(evaluate(here));
    } catch (PyException e) {
      throw GuestException.of(e.value(), heap).onThisThread();
    }
  }

  private Object evaluate(MaterializedFrame frame) {
    PyModule globals = FrameVariables.globals(frame);
    Object exec = Objects.requireNonNull(globals.builtins().own("exec"));
    boolean isModule = code.kind() == CodeUnit.Kind.MODULE;
    if (isModule && !isExpression) {
      return Calls.call2(exec, WideString.of(text), globals.dictionary());
    }
    PyDict locals = new PyDict();
    if (!isModule) {
      for (String name : FrameVariables.names(code, frame)) {
        locals.put(name, Objects.requireNonNull(FrameVariables.read(code, frame, name)));
      }
    }
    String statements = isExpression ? VALUE + " = (" + text + "\n)" : text;
    Calls.call3(exec, WideString.of(statements), globals.dictionary(), locals);
    Object value = locals.remove(VALUE);
    for (int i = locals.next(0); !isModule && i >= 0; i = locals.next(i + 1)) {
      if (locals.keyAt(i) instanceof String name) {
        FrameVariables.write(code, frame, name, locals.valueAt(i));
      }
    }
    return value == null ? PySingleton.NONE : value;
  }
}
