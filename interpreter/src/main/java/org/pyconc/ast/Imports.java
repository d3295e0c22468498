package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyDict;
import org.pyconc.operations.ClassNamespace;
import org.pyconc.runtime.ModuleLoader;

/** Import statements. */
final class Imports {
  private Imports() {}

  /** {@code import a.b as c}: the value to bind. */
  static final class Import extends ExpressionNode {
    private final String name;
    private final boolean bindsLast;

    /**
     * @param bindsLast whether the value is {@code a.b} and not {@code a}
     */
    Import(Span span, String name, boolean bindsLast) {
      super(span);
      this.name = name;
      this.bindsLast = bindsLast;
    }

    @Override
    Object execute(VirtualFrame frame) {
      try {
        return ModuleLoader.current().importStatement(name, bindsLast, Frames.globals(frame));
      } catch (PyException e) {
        throw e.at(span());
      }
    }
  }

  /** {@code from a import b, c as d}. */
  static final class ImportFrom extends StatementNode {
    private final Span span;
    private final @Nullable String module;
    private final int level;
    private final boolean inClass;
    private final String[] names;
    @Children private final TargetNode[] targets;

    /**
     * @param inClass whether the names of a star go into the namespace that the frame fills
     */
    ImportFrom(
        Span span,
        @Nullable String module,
        int level,
        boolean inClass,
        String[] names,
        TargetNode[] targets) {
      this.inClass = inClass;
      this.span = span;
      this.module = module;
      this.level = level;
      this.names = names;
      this.targets = targets;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      try {
        ModuleLoader loader = ModuleLoader.current();
        Object from =
            loader.importFromStatement(
                module,
                level,
                Frames.globals(frame),
                targets.length == 0 ? "*" : String.join(",", names));
        if (targets.length == 0) {
          PyDict found = loader.importStar(from);
          ClassNamespace.addAll(
              inClass ? Frames.namespace(frame) : Frames.globals(frame).dictionary(), found);
        }
        for (int i = 0; i < targets.length; i++) {
          targets[i].assign(frame, loader.attribute(from, names[i]));
        }
        return null;
      } catch (PyException e) {
        throw e.at(span);
      }
    }
  }
}
