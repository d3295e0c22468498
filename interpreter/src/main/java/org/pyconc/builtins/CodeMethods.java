package org.pyconc.builtins;

import java.util.ArrayList;
import java.util.List;
import org.pyconc.errors.Errors;
import org.pyconc.objects.Cell;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Signature;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Comparison.Operator;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.scope.CodeContents;
import org.pyconc.scope.CodeUnit;

/** The methods of code objects, cells and tracebacks. */
final class CodeMethods {
  private CodeMethods() {}

  private static final long OPTIMIZED_NEW_LOCALS = 3;
  private static final long VARARGS = 4;
  private static final long VARKEYWORDS = 8;
  private static final long NESTED = 16;
  private static final long GENERATOR = 0x20;
  private static final long COROUTINE = 0x80;
  private static final long ITERABLE_COROUTINE = 0x100;
  private static final long ASYNC_GENERATOR = 0x200;

  static void defineCell(TypeBuilder b) {
    b.staticMethod(
        "__new__(cls, /, *args)",
        "Create and return a new object.  See help(type) for accurate signature.",
        bound -> {
          PyTuple arguments = (PyTuple) bound[1];
          if (arguments.size() > 1) {
            throw Errors.typeError("cell expected at most 1 argument, got " + arguments.size());
          }
          return new Cell(arguments.size() == 0 ? null : arguments.get(0));
        });
    compare(b, "__eq__", "==", Operator.EQ);
    compare(b, "__ne__", "!=", Operator.NE);
    compare(b, "__lt__", "<", Operator.LT);
    compare(b, "__le__", "<=", Operator.LE);
    compare(b, "__gt__", ">", Operator.GT);
    compare(b, "__ge__", ">=", Operator.GE);
    b.constant("__hash__", PySingleton.NONE);
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

  /** Cells compare as what is in them; an empty one is less. */
  private static void compare(TypeBuilder b, String name, String sign, Operator operator) {
    b.method(
        name + "(self, value, /)",
        "Return self" + sign + "value.",
        (self, value) -> {
          if (!(value instanceof Cell second)) {
            return PySingleton.NOT_IMPLEMENTED;
          }
          Object a = ((Cell) self).value;
          Object b2 = second.value;
          return a != null && b2 != null
              ? Comparison.compare(operator, a, b2)
              : Comparison.compare(operator, a == null ? 0L : 1L, b2 == null ? 0L : 1L);
        });
  }

  static void defineCode(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", CodeMethods::repr);
    CodeReplacement.define(b);
    b.getter("co_name", "", a -> WideString.of(((CodeUnit) a).name()));
    b.getter("co_qualname", "", a -> WideString.of(((CodeUnit) a).qualifiedName()));
    b.getter("co_filename", "", a -> WideString.of(((CodeUnit) a).source().name()));
    b.getter("co_firstlineno", "", a -> (long) ((CodeUnit) a).firstLine());
    b.getter("co_argcount", "", a -> (long) ((CodeUnit) a).signature().positional());
    b.getter("co_posonlyargcount", "", a -> (long) ((CodeUnit) a).signature().positionalOnly());
    b.getter("co_kwonlyargcount", "", a -> (long) ((CodeUnit) a).signature().keywordOnly());
    b.getter("co_nlocals", "", a -> (long) variables((CodeUnit) a).size());
    b.getter("co_varnames", "", a -> names(variables((CodeUnit) a)));
    b.getter("co_freevars", "", a -> names(((CodeUnit) a).free()));
    b.getter("co_cellvars", "", a -> names(((CodeUnit) a).scope().cells()));
    b.getter("co_names", "", a -> PyTuple.of(CodeContents.of((CodeUnit) a).names().toArray()));
    b.getter("co_consts", "", a -> CodeConstants.of((CodeUnit) a));
    b.getter("co_stacksize", "", a -> 10L);
    b.getter("co_code", "", a -> PyBytes.EMPTY);
    b.getter("co_lnotab", "", a -> PyBytes.EMPTY);
    b.getter("co_flags", "", a -> flags((CodeUnit) a));
  }

  static void defineTraceback(TypeBuilder b) {
    b.getSet(
        "tb_next",
        "",
        a -> {
          PyTraceback next = ((PyTraceback) a).next();
          return next == null ? PySingleton.NONE : next;
        },
        CodeMethods::setNext);
    b.getter("tb_frame", "", a -> CallStack.frame((PyTraceback) a));
    b.getter("tb_lasti", "", a -> 0L);
    b.getter("tb_lineno", "", a -> (long) ((PyTraceback) a).place().line());
  }

  private static Object setNext(Object self, Object value) {
    if (value == Unset.UNSET) {
      throw Errors.typeError("can't delete tb_next attribute");
    }
    if (value != PySingleton.NONE && !(value instanceof PyTraceback)) {
      throw Errors.typeError("expected traceback object, got '" + PyType.of(value).name() + "'");
    }
    PyTraceback next = value instanceof PyTraceback t ? t : null;
    for (PyTraceback each = next; each != null; each = each.next()) {
      if (each == self) {
        throw Errors.valueError("traceback loop detected");
      }
    }
    ((PyTraceback) self).setNext(next);
    return PySingleton.NONE;
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
            + code.firstLine()
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
    flags |= flags != 0 && code.qualifiedName().contains("<locals>") ? NESTED : 0;
    flags |= s.hasVarArgs() ? VARARGS : 0;
    flags |= s.hasKwArgs() ? VARKEYWORDS : 0;
    if (code.isAsync()) {
      return flags | (code.isGenerator() ? ASYNC_GENERATOR : COROUTINE);
    }
    flags |= code.isIterableCoroutine() ? ITERABLE_COROUTINE : 0;
    return code.isGenerator() ? flags | GENERATOR : flags;
  }
}
