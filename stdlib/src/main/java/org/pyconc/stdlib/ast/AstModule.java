package org.pyconc.stdlib.ast;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.operations.Text;
import org.pyconc.runtime.NativeModule;
import org.pyconc.runtime.SyntaxErrors;

/**
 * The native part of the module {@code ast}.
 *
 * @see <a href="https://docs.python.org/3.11/library/ast.html">ast</a>
 */
public final class AstModule implements NativeModule {
  @Override
  public String name() {
    return "_ast_tree";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "tree(source, filename, mode, /)",
        "The syntax tree of a text, as tuples: class, place, fields.",
        (source, filename, mode) -> {
          String text = Text.java(source);
          if (text.indexOf('\0') >= 0) {
            throw Errors.of(
                ExceptionTypes.SYNTAX_ERROR, "source code string cannot contain null bytes");
          }
          SourceText sourceText = new SourceText(Text.java(filename), text);
          TreeTuples tuples = new TreeTuples(text);
          try {
            return mode.equals("eval")
                ? tuples.of(Parser.parseExpression(sourceText))
                : tuples.statements(Parser.parseModule(sourceText).body());
          } catch (SyntaxError e) {
            throw SyntaxErrors.raise(e);
          }
        });
  }
}
