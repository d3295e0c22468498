package org.pyconc.ast;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.tree.Span;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.TaskState;
import org.pyconc.scope.CodeUnit;

/**
 * {@code try} and {@code with}. Only exceptions of the language are caught: what ends a killed
 * process passes through.
 */
final class TryNodes {
  private TryNodes() {}

  /** Notes that the exception has arrived in this frame, and what was being handled meanwhile. */
  static PyException caught(Throwable thrown, CodeUnit code, @Nullable PyBaseException handled) {
    PyException e =
        thrown instanceof PyException p ? p : Raising.translate((VirtualMachineError) thrown);
    e.record(code);
    Raising.addContext(e.value(), handled);
    return e;
  }

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

    TryExcept(
        CodeUnit code, StatementNode body, Handler[] handlers, StatementNode otherwise) {
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
      } catch (PyException | StackOverflowError | OutOfMemoryError thrown) {
        return handle(frame, thrown);
      }
      return completion != null ? completion : otherwise.execute(frame);
    }

    private @Nullable Object handle(VirtualFrame frame, Throwable thrown) {
      TaskState state = TaskState.current();
      PyBaseException before = state.handled();
      PyException e = caught(thrown, code, before);
      state.setHandled(e.value());
      try {
        for (Handler handler : handlers) {
          if (handler.matches(frame, e.value())) {
            return handler.execute(frame, e.value());
          }
        }
      } catch (PyException inHandler) {
        Raising.addContext(inHandler.value(), e.value());
        throw inHandler;
      } finally {
        state.setHandled(before);
      }
      throw e.alreadyRecorded();
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
      } catch (PyException | StackOverflowError | OutOfMemoryError thrown) {
        return cleanUpAfter(frame, thrown);
      }
      Object last = cleanUp.execute(frame);
      return last != null ? last : completion;
    }

    private Object cleanUpAfter(VirtualFrame frame, Throwable thrown) {
      TaskState state = TaskState.current();
      PyBaseException before = state.handled();
      PyException e = caught(thrown, code, before);
      state.setHandled(e.value());
      Object last;
      try {
        last = cleanUp.execute(frame);
      } catch (PyException inCleanUp) {
        Raising.addContext(inCleanUp.value(), e.value());
        throw inCleanUp;
      } finally {
        state.setHandled(before);
      }
      if (last != null) {
        return last;
      }
      throw e.alreadyRecorded();
    }
  }

  /** One item of a {@code with} statement; several are nested. */
  static final class With extends StatementNode {
    private final CodeUnit code;
    private final Span span;
    @Child private ExpressionNode context;
    @Child private @Nullable TargetNode target;
    @Child private StatementNode body;

    With(
        CodeUnit code,
        ExpressionNode context,
        @Nullable TargetNode target,
        StatementNode body) {
      this.code = code;
      this.span = context.span();
      this.context = context;
      this.target = target;
      this.body = body;
    }

    @Override
    @Nullable Object execute(VirtualFrame frame) {
      Object manager = context.execute(frame);
      Object exit;
      Object value;
      try {
        Object enter = Attributes.special(manager, "__enter__");
        if (enter == null) {
          throw Errors.typeError(
              "'" + PyType.of(manager).name()
                  + "' object does not support the context manager protocol");
        }
        exit = Attributes.special(manager, "__exit__");
        if (exit == null) {
          throw Errors.typeError(
              "'" + PyType.of(manager).name()
                  + "' object does not support the context manager protocol (missed __exit__"
                  + " method)");
        }
        value = Calls.call0(enter);
      } catch (PyException e) {
        throw e.at(span);
      }
      Object completion;
      try {
        if (target != null) {
          target.assign(frame, value);
        }
        completion = body.execute(frame);
      } catch (PyException | StackOverflowError | OutOfMemoryError thrown) {
        return leave(exit, thrown);
      }
      try {
        Calls.call3(exit, PySingleton.NONE, PySingleton.NONE, PySingleton.NONE);
      } catch (PyException e) {
        throw e.at(span);
      }
      return completion;
    }

    private @Nullable Object leave(Object exit, Throwable thrown) {
      TaskState state = TaskState.current();
      PyBaseException before = state.handled();
      PyException e = caught(thrown, code, before);
      PyBaseException value = e.value();
      state.setHandled(value);
      try {
        PyTraceback traceback = value.traceback();
        Object swallow =
            Calls.call3(
                exit, value.type(), value, traceback == null ? PySingleton.NONE : traceback);
        if (Truth.isTrue(swallow)) {
          return null;
        }
      } catch (PyException inExit) {
        Raising.addContext(inExit.value(), value);
        throw inExit.at(span);
      } finally {
        state.setHandled(before);
      }
      throw e.alreadyRecorded();
    }
  }
}
