package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.ContextManagers;
import org.pyconc.operations.GroupHandling;
import org.pyconc.operations.Handling;
import org.pyconc.operations.Raising;
import org.pyconc.scope.CodeUnit;

/**
 * {@code try} and {@code with}. Only exceptions of the language are caught: what ends a killed
 * process passes through.
 */
final class TryNodes {
  private TryNodes() {}

  static final class Handler extends Node {
    @Child private @Nullable ExpressionNode type;
    @Child private @Nullable TargetNode name;
    @Child private StatementNode body;

    Handler(@Nullable ExpressionNode type, @Nullable TargetNode name, StatementNode body) {
      this.type = type;
      this.name = name;
      this.body = body;
    }

    boolean matches(VirtualFrame frame, PyBaseException exception) {
      if (type == null) {
        return true;
      }
      Object types = type.execute(frame);
      try {
        return Raising.matches(exception, types);
      } catch (PyException e) {
        throw e.at(type.span());
      }
    }

    @Nullable PyBaseException match(VirtualFrame frame, GroupHandling handling) {
      if (type == null) {
        throw new IllegalStateException("except* without a type");
      }
      Object types = type.execute(frame);
      try {
        return handling.match(types);
      } catch (PyException e) {
        throw e.at(type.span());
      }
    }

    @Nullable Object execute(VirtualFrame frame, PyBaseException exception) {
      if (name == null) {
        return body.execute(frame);
      }
      name.assign(frame, exception);
      try {
        return body.execute(frame);
      } finally {
        // assigned first: the body may have deleted the name
        name.assign(frame, PySingleton.NONE);
        name.delete(frame);
      }
    }
  }

  static final class TryExcept extends StatementNode {
    private final CodeUnit code;
    @Child private StatementNode body;
    @Children private final Handler[] handlers;
    @Child private StatementNode otherwise;

    TryExcept(CodeUnit code, StatementNode body, Handler[] handlers, StatementNode otherwise) {
      this.code = code;
      this.body = body;
      this.handlers = handlers;
      this.otherwise = otherwise;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object completion;
      try {
        completion = body.execute(frame);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
        return handle(frame, thrown);
      }
      return completion != null ? completion : otherwise.execute(frame);
    }

    private @Nullable Object handle(VirtualFrame frame, Throwable thrown) {
      Handling handling = Handling.begin(thrown, code);
      try {
        for (Handler handler : handlers) {
          if (handler.matches(frame, handling.value())) {
            Object completion = handler.execute(frame, handling.value());
            handling.end();
            return completion;
          }
        }
      } catch (PyException inHandler) {
        throw handling.endBy(inHandler);
      }
      throw handling.again();
    }
  }

  /** {@code try} with {@code except*} clauses. */
  static final class TryExceptStar extends StatementNode {
    private final CodeUnit code;
    @Child private StatementNode body;
    @Children private final Handler[] handlers;
    @Child private StatementNode otherwise;

    TryExceptStar(CodeUnit code, StatementNode body, Handler[] handlers, StatementNode otherwise) {
      this.code = code;
      this.body = body;
      this.handlers = handlers;
      this.otherwise = otherwise;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object completion;
      try {
        completion = body.execute(frame);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
        handle(frame, thrown);
        return null;
      }
      return completion != null ? completion : otherwise.execute(frame);
    }

    private void handle(VirtualFrame frame, Throwable thrown) {
      GroupHandling handling = GroupHandling.begin(thrown, code);
      for (Handler handler : handlers) {
        PyBaseException match;
        try {
          match = handler.match(frame, handling);
        } catch (PyException inType) {
          throw handling.endBy(inType);
        }
        if (match != null) {
          try {
            handler.execute(frame, match);
          } catch (PyException inHandler) {
            handling.add(inHandler, code);
          }
        }
      }
      PyException last = handling.end();
      if (last != null) {
        throw last;
      }
    }
  }

  static final class TryFinally extends StatementNode {
    private final CodeUnit code;
    @Child private StatementNode body;
    @Child private StatementNode cleanUp;

    TryFinally(CodeUnit code, StatementNode body, StatementNode cleanUp) {
      this.code = code;
      this.body = body;
      this.cleanUp = cleanUp;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object completion;
      try {
        completion = body.execute(frame);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
        return cleanUpAfter(frame, thrown);
      }
      Object last = cleanUp.execute(frame);
      return last != null ? last : completion;
    }

    private Object cleanUpAfter(VirtualFrame frame, Throwable thrown) {
      Handling handling = Handling.begin(thrown, code);
      Object last;
      try {
        last = cleanUp.execute(frame);
      } catch (PyException inCleanUp) {
        throw handling.endBy(inCleanUp);
      }
      if (last != null) {
        handling.end();
        return last;
      }
      throw handling.again();
    }
  }

  /** One item of a {@code with} statement; several are nested. */
  static final class With extends StatementNode {
    private final CodeUnit code;
    private final Span span;
    @Child private ExpressionNode context;
    @Child private @Nullable TargetNode target;
    @Child private StatementNode body;

    /**
     * @param span of the whole statement: that is where CPython enters and leaves
     */
    With(
        CodeUnit code,
        Span span,
        ExpressionNode context,
        @Nullable TargetNode target,
        StatementNode body) {
      this.code = code;
      this.span = span;
      this.context = context;
      this.target = target;
      this.body = body;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object manager = context.execute(frame);
      Object exit;
      Object value;
      Frames.at(frame, span);
      try {
        exit = ContextManagers.exit(manager);
        value = ContextManagers.enter(manager);
      } catch (PyException e) {
        throw e.at(span);
      }
      Object completion;
      try {
        if (target != null) {
          target.assign(frame, value);
        }
        completion = body.execute(frame);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
        Frames.at(frame, span);
        return leave(exit, thrown);
      }
      Frames.at(frame, span);
      try {
        ContextManagers.leave(exit);
      } catch (PyException e) {
        throw e.at(span);
      }
      return completion;
    }

    private @Nullable Object leave(Object exit, Throwable thrown) {
      Handling handling = Handling.begin(thrown, code);
      boolean swallow;
      try {
        swallow = handling.exit(exit);
      } catch (PyException inExit) {
        throw handling.endBy(inExit).at(span);
      }
      if (swallow) {
        handling.end();
        return null;
      }
      throw handling.again();
    }
  }
}
