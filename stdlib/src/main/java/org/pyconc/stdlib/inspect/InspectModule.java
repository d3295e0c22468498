package org.pyconc.stdlib.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Statement;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;
import org.pyconc.scope.CodeUnit;

/**
 * {@code _inspect}: where code and classes stand in their source, for {@code inspect}.
 *
 * @see <a href="https://docs.python.org/3.11/library/inspect.html">inspect</a>
 */
public final class InspectModule implements NativeModule {
  @Override
  public String name() {
    return "_inspect";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "code_block(code)",
        "The first and last line of a code object.",
        code -> {
          CodeUnit unit = (CodeUnit) code;
          return PyTuple.of((long) unit.firstLine(), (long) unit.span().endLine());
        });
    b.function(
        "code_text(code)",
        "The text of the file that holds a code object.",
        code -> WideString.of(((CodeUnit) code).source().text()));
    b.function(
        "class_block(text, name)",
        "The first and last line of a class by qualified name, or None.",
        (text, name) -> classBlock(Text.java(text), Text.java(name)));
  }

  private static Object classBlock(String text, String name) {
    List<Statement> body;
    try {
      body = Parser.parseModule(new SourceText("<inspect>", text)).body();
    } catch (SyntaxError e) {
      return PySingleton.NONE;
    }
    Statement.ClassDef found = find(body, "", name);
    if (found == null) {
      return PySingleton.NONE;
    }
    int first =
        found.decorators().isEmpty()
            ? found.span().line()
            : found.decorators().get(0).span().line();
    return PyTuple.of((long) first, (long) found.span().endLine());
  }

  private static Statement.@Nullable ClassDef find(
      List<Statement> body, String prefix, String name) {
    for (Statement each : body) {
      Statement.ClassDef found =
          switch (each) {
            case Statement.ClassDef c ->
                (prefix + c.name()).equals(name)
                    ? c
                    : find(c.body(), prefix + c.name() + ".", name);
            case Statement.FunctionDef f -> find(f.body(), prefix + f.name() + ".<locals>.", name);
            case Statement.If s -> either(s.body(), s.orElse(), prefix, name);
            case Statement.Try s -> find(s.body(), prefix, name);
            case Statement.With s -> find(s.body(), prefix, name);
            case Statement.For s -> find(s.body(), prefix, name);
            case Statement.While s -> find(s.body(), prefix, name);
            default -> null;
          };
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Statement.@Nullable ClassDef either(
      List<Statement> body, List<Statement> otherwise, String prefix, String name) {
    Statement.ClassDef found = find(body, prefix, name);
    return found == null ? find(otherwise, prefix, name) : found;
  }
}
