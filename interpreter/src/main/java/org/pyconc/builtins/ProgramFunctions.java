package org.pyconc.builtins;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Expression;
import org.pyconc.grammar.tree.Module;
import org.pyconc.grammar.tree.Parameters;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.Cell;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NamespaceDict;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyFunction;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Shape;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.SyntaxErrors;
import org.pyconc.runtime.TextReader;
import org.pyconc.runtime.TextWriter;
import org.pyconc.scope.CodeUnit;
import org.pyconc.scope.ScopeAnalyzer;

/** The builtin functions that have to do with the running program: output, input, code. */
final class ProgramFunctions {
  private ProgramFunctions() {}

  static void define(ModuleBuilder b) {
    b.functionN(
        "print(*args, sep=' ', end='\\n', file=None, flush=False)",
        "Prints the values to a stream, or to sys.stdout by default.",
        ProgramFunctions::print);
    b.function(
        "input(prompt='', /)",
        "Reads a line from standard input; the trailing newline is stripped.",
        ProgramFunctions::input);
    b.function(
        "globals()",
        "The dict with the current global variables.",
        () -> mainModule().dictionary());
    b.function(
        "locals()",
        "The dict with the current local variables.",
        () -> mainModule().dictionary());
    b.function(
        "eval(source, globals=None, locals=None, /)",
        "Evaluates an expression given as a str or code object.",
        (source, globals, locals) -> run(source, globals, locals, true));
    b.function(
        "exec(source, globals=None, locals=None, /)",
        "Runs statements given as a str or code object.",
        (source, globals, locals) -> run(source, globals, locals, false));
    b.functionN(
        "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
        "Compiles source into a code object for exec or eval.",
        ProgramFunctions::compile);
    b.functionN(
        "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
        "Imports a module.",
        a ->
            ModuleLoader.current()
                .importModule(
                    Text.javaArgument(a[0], "__import__", "name"), Truth.isTrue(a[3])));
  }

  private static PyModule mainModule() {
    Object main = ProcessState.current().modules().get("__main__");
    return main instanceof PyModule m ? m : ProcessState.current().newModule("__main__");
  }

  private static Object print(Object[] a) {
    PyTuple values = (PyTuple) a[a.length - 1];
    String separator = separator(a[0], "sep", " ");
    String end = separator(a[1], "end", "\n");
    Object file = a[2];
    if (file == PySingleton.NONE) {
      Object out = ProcessState.current().sysAttribute("stdout");
      file = out == null ? ProcessState.current().out() : out;
      if (file == PySingleton.NONE) {
        return PySingleton.NONE;
      }
    }
    if (file instanceof TextWriter writer) {
      if (values.size() == 1) {
        writer.write(Text.javaStr(values.get(0)));
      } else {
        for (int i = 0; i < values.size(); i++) {
          if (i > 0) {
            writer.write(separator);
          }
          writer.write(Text.javaStr(values.get(i)));
        }
      }
      writer.write(end);
      if (Truth.isTrue(a[3])) {
        writer.flush();
      }
      return PySingleton.NONE;
    }
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        Calls.method(file, "write", WideString.of(separator));
      }
      Calls.method(file, "write", Text.str(values.get(i)));
    }
    Calls.method(file, "write", WideString.of(end));
    if (Truth.isTrue(a[3])) {
      Calls.method(file, "flush");
    }
    return PySingleton.NONE;
  }

  private static String separator(Object value, String name, String otherwise) {
    if (value == PySingleton.NONE) {
      return otherwise;
    }
    if (!Text.isText(PyPayloadInstance.unwrap(value))) {
      throw Errors.typeError(
          name + " must be None or a string, not " + PyType.of(value).name());
    }
    return Text.java(value);
  }

  private static Object input(Object prompt) {
    ProcessState state = ProcessState.current();
    Object out = state.sysAttribute("stdout");
    TextWriter writer = out instanceof TextWriter w ? w : state.out();
    writer.write(Text.javaStr(prompt));
    writer.flush();
    Object in = state.sysAttribute("stdin");
    if (in != null && !(in instanceof TextReader)) {
      String line = Text.java(Calls.method(in, "readline"));
      return stripNewline(line.isEmpty() ? null : line);
    }
    return stripNewline((in instanceof TextReader r ? r : state.in()).readLine());
  }

  private static Object stripNewline(@Nullable String line) {
    if (line == null) {
      throw Errors.of(ExceptionTypes.EOF_ERROR, "EOF when reading a line");
    }
    return WideString.of(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
  }

  // ---- code ------------------------------------------------------------------------------------

  private static Object run(Object source, Object globals, Object locals, boolean isExpression) {
    PyModule module = globals(globals);
    boolean separate = locals != PySingleton.NONE && !isSameNamespace(locals, module, globals);
    CodeUnit unit =
        source instanceof CodeUnit code
            ? code
            : compileText(source, "<string>", isExpression ? "eval" : "exec", separate);
    PyFunction function =
        new PyFunction(
            unit, module, new Cell[0], PyObject.NO_ARGUMENTS, new @Nullable Object[0]);
    Object[] arguments =
        unit.kind() == CodeUnit.Kind.CLASS
            ? new Object[] {separate ? locals : module.dictionary()}
            : PyObject.NO_ARGUMENTS;
    if (isExpression && separate && unit.kind() == CodeUnit.Kind.CLASS) {
      function.call(arguments, PyObject.NO_KEYWORDS);
      PyDict namespace = (PyDict) PyPayloadInstance.unwrap(locals);
      Object value = namespace.remove(RESULT);
      return value == null ? PySingleton.NONE : value;
    }
    Object result = unit.body().run(function, arguments);
    if (globals instanceof PyDict dict && !(dict instanceof NamespaceDict)) {
      dict.putAll(module.dictionary());
    }
    return isExpression ? result : PySingleton.NONE;
  }

  /** Where the value of an expression with local variables of its own is put. */
  private static final String RESULT = ".result";

  private static boolean isSameNamespace(Object locals, PyModule module, Object globals) {
    return locals == globals || (locals instanceof NamespaceDict n && n.namespace() == module);
  }

  private static PyModule globals(Object globals) {
    if (globals == PySingleton.NONE) {
      return mainModule();
    }
    Object plain = PyPayloadInstance.unwrap(globals);
    if (plain instanceof NamespaceDict n && n.namespace() instanceof PyModule m) {
      return m;
    }
    if (!(plain instanceof PyDict dict)) {
      throw Errors.typeError("globals must be a dict");
    }
    PyModule module = new PyModule(new Shape(), ProcessState.current().builtins());
    for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
      if (dict.keyAt(i) instanceof String name) {
        module.setOwn(name, dict.valueAt(i));
      }
    }
    dict.setDefault("__builtins__", module.builtins());
    return module;
  }

  private static Object compile(Object[] a) {
    String fileName = Text.javaArgument(a[1], "compile", "filename");
    String mode = Text.javaArgument(a[2], "compile", "mode");
    if (!mode.equals("exec") && !mode.equals("eval") && !mode.equals("single")) {
      throw Errors.valueError("compile() mode must be 'exec', 'eval' or 'single'");
    }
    return compileText(a[0], fileName, mode, false);
  }

  private static CodeUnit compileText(
      Object source, String fileName, String mode, boolean separate) {
    Object plain = PyPayloadInstance.unwrap(source);
    String text;
    if (Text.isText(plain)) {
      text = Text.java(plain);
    } else if (plain instanceof PyBytes bytes) {
      text = new String(bytes.array(), StandardCharsets.UTF_8);
    } else {
      throw Errors.typeError(
          (mode.equals("eval") ? "eval" : mode)
              + "() arg 1 must be a string, bytes or code object");
    }
    Program program = ProcessState.current().program();
    try {
      if (mode.equals("eval")) {
        SourceText sourceText = new SourceText(fileName, text.stripLeading());
        Expression tree = Parser.parseExpression(sourceText);
        return separate
            ? ScopeAnalyzer.statements(assignment(tree), sourceText, program.executor())
            : ScopeAnalyzer.module(lambda(tree), sourceText, program.executor())
                .children()
                .get(0);
      }
      SourceText sourceText = new SourceText(fileName, text);
      Module tree = Parser.parseModule(sourceText);
      return separate
          ? ScopeAnalyzer.statements(tree, sourceText, program.executor())
          : ScopeAnalyzer.module(tree, sourceText, program.executor());
    } catch (SyntaxError e) {
      throw SyntaxErrors.raise(e);
    }
  }

  private static Module lambda(Expression tree) {
    Parameters none =
        new Parameters(
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            null,
            List.of());
    Expression.Lambda lambda = new Expression.Lambda(none, tree, tree.span());
    return new Module(
        List.of(new Statement.ExpressionStatement(lambda, tree.span())), tree.span());
  }

  private static Module assignment(Expression tree) {
    return new Module(
        List.of(
            new Statement.Assign(
                List.of(new Expression.Name(RESULT, tree.span())), tree, tree.span())),
        tree.span());
  }
}
