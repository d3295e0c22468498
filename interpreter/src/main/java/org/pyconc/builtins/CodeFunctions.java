package org.pyconc.builtins;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceDecoder;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.Cell;
import org.pyconc.objects.DictGlobals;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Classes;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.runtime.CallStack;
import org.pyconc.runtime.InteractiveTree;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.SyntaxErrors;
import org.pyconc.runtime.SyntaxWarnings;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.Executor;
import org.pyconc.scope.ScopeAnalyzer;

/**
 * Running text as code.
 *
 * @see <a href="https://docs.python.org/3.11/library/functions.html#exec">exec</a>
 */
final class CodeFunctions {
  /** Those of __future__, and those of the module ast. */
  private static final long COMPILE_FLAGS = 0x1fe0000 | 0x7610;

  /** {@code ast.PyCF_ONLY_AST}. */
  private static final long ONLY_AST = 0x400;

  private CodeFunctions() {}

  static void define(ModuleBuilder b) {
    b.function(
        "eval(source, globals=None, locals=None, /)",
        "Evaluate the given source in the context of globals and locals.",
        (source, globals, locals) -> run("eval", source, globals, locals, PySingleton.NONE));
    b.function(
        "exec(source, globals=None, locals=None, /, *, closure=None)",
        "Execute the given source in the context of globals and locals.",
        (source, globals, locals, closure) -> {
          Object ignored = run("exec", source, globals, locals, closure);
          return PySingleton.NONE;
        });
    b.functionN(
        "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
        "Compile source into a code object that can be executed by exec() or eval().",
        CodeFunctions::compile);
    b.functionN(
        "__build_class__(func, name, /, *bases, **kwds)",
        "Internal helper function used by the class statement.",
        CodeFunctions::buildClass);
  }

  private static Object buildClass(Object[] bound) {
    if (!(bound[0] instanceof PyFunction body)) {
      throw Errors.typeError("__build_class__: func must be a function");
    }
    Spread s = Spread.of((PyTuple) bound[2], (PyDict) bound[3]);
    int count = ((PyTuple) bound[2]).size();
    Classes.Preparation p =
        Classes.prepare(
            Text.javaArgument(bound[1], "__build_class__", "name"),
            Arrays.copyOf(s.arguments(), count),
            Arrays.copyOfRange(s.arguments(), count, s.arguments().length),
            s.keywords());
    Object ignored = body.call0();
    return Classes.finish(p, null);
  }

  private static Object run(
      String function, Object source, Object globals, Object locals, Object closure) {
    checkNamespaces(function, globals, locals);
    PyModule module = globals == PySingleton.NONE ? callersModule() : globals(globals);
    boolean isSpecial =
        globals != PySingleton.NONE && PyType.of(globals) != BuiltinTypes.DICT; // a subclass
    if (isSpecial && locals == PySingleton.NONE) {
      locals = globals;
    }
    boolean separate =
        isSpecial
            || (locals != PySingleton.NONE && locals != globals && locals != module.dictionary());
    CodeUnit unit =
        source instanceof CodeUnit code ? code : compile(source, "<string>", function, function);
    if (closure != PySingleton.NONE && !(source instanceof CodeUnit)) {
      throw Errors.typeError("closure can only be used when source is a code object");
    }
    Cell[] cells = cells(unit, function, closure);
    if (separate && unit.tree() instanceof Module) {
      unit = separate(unit);
    }
    PyFunction body =
        new PyFunction(unit, module, cells, PyObject.NO_ARGUMENTS, new @Nullable Object[0]);
    if (unit.signature().names().length > 0) {
      return body.call(PyObject.NO_ARGUMENTS, PyObject.NO_KEYWORDS);
    }
    return unit.kind() == CodeUnit.Kind.CLASS
        ? unit.body().run(body, Task.require(), new Object[] {locals})
        : unit.body().run(body, Task.require(), PyObject.NO_ARGUMENTS);
  }

  private static Cell[] cells(CodeUnit unit, String function, Object closure) {
    int needed = unit.free().size();
    if (needed == 0 && closure != PySingleton.NONE) {
      throw Errors.typeError("cannot use a closure with this code object");
    }
    if (needed > 0 && function.equals("eval")) {
      throw Errors.typeError("code object passed to eval() may not contain free variables");
    }
    Cell[] cells = new Cell[needed];
    PyTuple given = closure instanceof PyTuple t ? t : PyTuple.EMPTY;
    boolean fits = given.size() == needed;
    for (int i = 0; fits && i < needed; i++) {
      fits = given.get(i) instanceof Cell;
      if (given.get(i) instanceof Cell cell) {
        cells[i] = cell;
      }
    }
    if (!fits) {
      throw Errors.typeError("code object requires a closure of exactly length " + needed);
    }
    return cells;
  }

  private static void checkNamespaces(String function, Object globals, Object locals) {
    if (locals != PySingleton.NONE && PyType.of(locals).lookup("__getitem__") == null) {
      throw Errors.typeError(
          function.equals("eval")
              ? "locals must be a mapping"
              : "locals must be a mapping or None, not " + PyType.of(locals).name());
    }
    if (globals != PySingleton.NONE && !(PyPayloadInstance.unwrap(globals) instanceof PyDict)) {
      throw Errors.typeError(
          !function.equals("eval")
              ? "exec() globals must be a dict, not " + PyType.of(globals).name()
              : PyType.of(globals).lookup("__getitem__") != null
                  ? "globals must be a real dict; try eval(expr, {}, mapping)"
                  : "globals must be a dict");
    }
  }

  /** The same code with names looked up in local variables first. */
  private static CodeUnit separate(CodeUnit unit) {
    try {
      return ScopeAnalyzer.statements(
          (Module) unit.tree(), unit.source(), ProcessState.current().program().executor());
    } catch (SyntaxError e) {
      throw SyntaxErrors.raise(e);
    }
  }

  private static PyModule callersModule() {
    PyFrame frame = CallStack.frame(Task.require());
    return frame == null ? ProgramFunctions.mainModule() : frame.globals();
  }

  static PyModule globals(Object globals) {
    if (globals == PySingleton.NONE) {
      return ProgramFunctions.mainModule();
    }
    PyDict dict = (PyDict) PyPayloadInstance.unwrap(globals);
    PyModule builtins = ProcessState.current().builtins();
    if (dict instanceof NamespaceDict n && n.namespace() instanceof PyModule m) {
      if (m.own("__builtins__") == null) {
        m.setOwn("__builtins__", builtins);
      }
      return m;
    }
    dict.setDefault("__builtins__", builtins.dictionary());
    return new DictGlobals(globals, builtins);
  }

  private static Object compile(Object[] a) {
    String fileName =
        PyPayloadInstance.unwrap(a[1]) instanceof PyBytes bytes
            ? new String(bytes.array(), StandardCharsets.UTF_8)
            : Text.javaArgument(a[1], "compile", "filename");
    String mode = Text.javaArgument(a[2], "compile", "mode");
    long flags = Items.toLong(a[3]);
    if ((flags & ~COMPILE_FLAGS) != 0) {
      throw Errors.valueError("compile(): unrecognised flags");
    }
    long optimize = Items.toLong(a[5]);
    if (optimize < -1 || optimize > 2) {
      throw Errors.valueError("compile(): invalid optimize value");
    }
    if ((flags & ONLY_AST) != 0) {
      Object ast = ModuleLoader.current().importModule("ast", true);
      return Calls.call3(Attributes.load(ast, "parse"), a[0], WideString.of(fileName), a[2]);
    }
    if (mode.equals("func_type")) {
      throw Errors.valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    }
    if (!mode.equals("exec") && !mode.equals("eval") && !mode.equals("single")) {
      throw Errors.valueError("compile() mode must be 'exec', 'eval' or 'single'");
    }
    return compile(a[0], fileName, mode, "compile");
  }

  private static CodeUnit compile(Object source, String fileName, String mode, String function) {
    byte[] encoded = Text.isText(PyPayloadInstance.unwrap(source)) ? null : encoded(source);
    String text = encoded == null ? text(source, function) : decoded(encoded, fileName);
    if (text.indexOf('\0') >= 0) {
      throw Errors.of(ExceptionTypes.SYNTAX_ERROR, "source code string cannot contain null bytes");
    }
    CodeUnit unit = analyze(text, fileName, mode);
    SyntaxWarnings.report(unit);
    return unit;
  }

  private static CodeUnit analyze(String text, String fileName, String mode) {
    Executor executor = ProcessState.current().program().executor();
    try {
      if (mode.equals("eval")) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
          start++;
        }
        SourceText sourceText = new SourceText(fileName, text.substring(start));
        return ScopeAnalyzer.expression(Parser.parseExpression(sourceText), sourceText, executor);
      }
      SourceText sourceText = new SourceText(fileName, text);
      Module tree = Parser.parseModule(sourceText);
      if (mode.equals("single")) {
        tree = interactive(tree, sourceText);
      }
      return ScopeAnalyzer.module(tree, sourceText, executor);
    } catch (SyntaxError e) {
      throw SyntaxErrors.raise(e);
    }
  }

  /** One statement, or several on one line, whose values are shown. */
  private static Module interactive(Module tree, SourceText source) throws SyntaxError {
    List<Statement> body = tree.body();
    for (int i = 1; i < body.size(); i++) {
      if (body.get(i).span().line() > body.get(i - 1).span().endLine()) {
        throw new SyntaxError(
            SyntaxError.Kind.SYNTAX,
            "multiple statements found while compiling a single statement",
            body.get(0).span(),
            source);
      }
    }
    return InteractiveTree.of(tree);
  }

  private static byte @Nullable [] encoded(Object source) {
    return Buffers.bytesOrNull(PyPayloadInstance.unwrap(source));
  }

  /** Bytes say their encoding as files do: by a mark or a comment. */
  private static String decoded(byte[] bytes, String fileName) {
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.of(
            ExceptionTypes.SYNTAX_ERROR, "source code string cannot contain null bytes");
      }
    }
    try {
      return SourceDecoder.decodeArgument(fileName, bytes).text();
    } catch (SyntaxError e) {
      throw SyntaxErrors.raise(e);
    }
  }

  private static String text(Object source, String function) {
    Object plain = PyPayloadInstance.unwrap(source);
    if (Text.isText(plain)) {
      return Text.java(plain);
    }
    Object written = function.equals("compile") ? Calls.special(source, "__pyconc_source__") : null;
    if (written != null) {
      return Text.java(written);
    }
    throw Errors.typeError(
        function
            + "() arg 1 must be a string, bytes or "
            + (function.equals("compile") ? "AST" : "code")
            + " object");
  }
}
