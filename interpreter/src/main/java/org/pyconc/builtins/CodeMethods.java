package org.pyconc.builtins;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ProcessState;
import org.pyconc.scope.CodeUnit;

/** The methods of code objects, cells and tracebacks. */
final class CodeMethods {
  private CodeMethods() {}

  private static final long OPTIMIZED_NEW_LOCALS = 3;
  private static final long VARARGS = 4;
  private static final long VARKEYWORDS = 8;
  private static final long GENERATOR = 0x20;
  private static final long COROUTINE = 0x80;
  private static final long ASYNC_GENERATOR = 0x200;

  static void defineCell(TypeBuilder b) {
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> {
          Object value = ((Cell) a).value;
          return "<cell at "
              + Text.address(a)
              + ": "
              + (value == null
                  ? "empty>"
                  : PyType.of(value).name() + " object at " + Text.address(value) + ">");
        });
    b.getSet(
        "cell_contents",
        "",
        a -> {
          Object value = ((Cell) a).value;
          if (value == null) {
            throw Errors.valueError("Cell is empty");
          }
          return value;
        },
        (a, value) -> {
          ((Cell) a).value = value == Unset.UNSET ? null : value;
          return PySingleton.NONE;
        });
  }

  static void defineCode(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", CodeMethods::repr);
    b.getter("co_name", "", a -> WideString.of(((CodeUnit) a).name()));
    b.getter("co_qualname", "", a -> WideString.of(((CodeUnit) a).qualifiedName()));
    b.getter("co_filename", "", a -> WideString.of(((CodeUnit) a).source().name()));
    b.getter("co_firstlineno", "", a -> (long) ((CodeUnit) a).span().line());
    b.getter("co_argcount", "", a -> (long) ((CodeUnit) a).signature().positional());
    b.getter("co_posonlyargcount", "", a -> (long) ((CodeUnit) a).signature().positionalOnly());
    b.getter("co_kwonlyargcount", "", a -> (long) ((CodeUnit) a).signature().keywordOnly());
    b.getter("co_nlocals", "", a -> (long) variables((CodeUnit) a).size());
    b.getter("co_varnames", "", a -> names(variables((CodeUnit) a)));
    b.getter("co_freevars", "", a -> names(((CodeUnit) a).scope().free()));
    b.getter("co_cellvars", "", a -> names(((CodeUnit) a).scope().cells()));
    b.getter("co_flags", "", a -> flags((CodeUnit) a));
  }

  static void defineTraceback(TypeBuilder b) {
    b.getter(
        "tb_next",
        "",
        a -> {
          PyTraceback next = ((PyTraceback) a).next();
          return next == null ? PySingleton.NONE : next;
        });
    b.getter("tb_frame", "", a -> frame((PyTraceback) a));
    b.getter("tb_lasti", "", a -> 0L);
    b.getter("tb_lineno", "", a -> (long) ((PyTraceback) a).place().line());
  }

  /** A frame for the place; it has the global variables of the module with that file. */
  private static PyFrame frame(PyTraceback traceback) {
    CodeUnit code = traceback.code();
    PyModule globals = ProgramFunctions.mainModule();
    String file = code.source().name();
    PyDict modules = ProcessState.current().modules();
    for (int i = modules.next(0); i >= 0; i = modules.next(i + 1)) {
      if (modules.valueAt(i) instanceof PyModule m && file.equals(m.own("__file__"))) {
        globals = m;
      }
    }
    PyFrame frame = new PyFrame(code, globals);
    frame.setLine(traceback.place().line());
    return frame;
  }

  private static Object repr(Object self) {
    CodeUnit code = (CodeUnit) self;
    return WideString.of(
        "<code object "
            + code.name()
            + " at "
            + Text.address(code)
            + ", file \""
            + code.source().name()
            + "\", line "
            + code.span().line()
            + ">");
  }

  /** Parameters and the variables that no inner function shares. */
  private static List<String> variables(CodeUnit code) {
    List<String> parameters = List.of(code.signature().names());
    List<String> cells = code.scope().cells();
    List<String> found = new ArrayList<>();
    for (String name : code.scope().locals()) {
      if (parameters.contains(name) || !cells.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  private static Object names(List<String> names) {
    return PyTuple.of(names.toArray());
  }

  private static long flags(CodeUnit code) {
    Signature s = code.signature();
    long flags = code.kind() == CodeUnit.Kind.MODULE ? 0 : OPTIMIZED_NEW_LOCALS;
    flags |= s.hasVarArgs() ? VARARGS : 0;
    flags |= s.hasKwArgs() ? VARKEYWORDS : 0;
    if (code.isAsync()) {
      return flags | (code.isGenerator() ? ASYNC_GENERATOR : COROUTINE);
    }
    return code.isGenerator() ? flags | GENERATOR : flags;
  }
}
