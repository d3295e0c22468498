package org.pyconc.builtins;

import org.pyconc.errors.Errors;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;

/** The attributes of frames. */
final class FrameMethods {
  private FrameMethods() {}

  static void define(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", FrameMethods::repr);
    b.getter("f_code", "", a -> ((PyFrame) a).code());
    b.getter("f_globals", "", a -> ((PyFrame) a).globals().dictionary());
    b.getter("f_builtins", "", a -> ((PyFrame) a).globals().builtins().dictionary());
    b.getter("f_lineno", "", a -> (long) ((PyFrame) a).line());
    b.getter("f_locals", "", a -> ((PyFrame) a).locals());
    b.getter("f_lasti", "", a -> 0L);
    b.getSet(
        "f_trace",
        "",
        a -> {
          Object trace = ((PyFrame) a).trace();
          return trace == null ? PySingleton.NONE : trace;
        },
        (a, value) -> {
          ((PyFrame) a).setTrace(value == PySingleton.NONE ? null : value);
          return PySingleton.NONE;
        });
    b.getSet(
        "f_trace_lines",
        "",
        a -> ((PyFrame) a).tracesLines(),
        (a, value) -> {
          ((PyFrame) a).setTracesLines(bool(value));
          return PySingleton.NONE;
        });
    b.getSet(
        "f_trace_opcodes",
        "",
        a -> ((PyFrame) a).tracesOpcodes(),
        (a, value) -> {
          ((PyFrame) a).setTracesOpcodes(bool(value));
          return PySingleton.NONE;
        });
    b.getter(
        "f_back",
        "",
        a -> {
          PyFrame back = ((PyFrame) a).back();
          return back == null ? PySingleton.NONE : back;
        });
    b.method(
        "clear(self, /)",
        "F.clear(): clear most references held by the frame",
        a -> {
          ((PyFrame) a).clear();
          return PySingleton.NONE;
        });
  }

  private static boolean bool(Object value) {
    if (value instanceof Boolean b) {
      return b;
    }
    throw Errors.typeError("attribute value type must be bool");
  }

  private static Object repr(Object self) {
    PyFrame frame = (PyFrame) self;
    return WideString.of(
        "<frame at "
            + Text.address(frame)
            + ", file '"
            + frame.code().source().name()
            + "', line "
            + frame.line()
            + ", code "
            + frame.code().name()
            + ">");
  }
}
