package org.pyconc.stdlib.traceback;

import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTraceback;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;

/** One entry of a traceback as {@code extract_tb} gives it. */
final class FrameSummary extends PyObject {
  static final PyType TYPE =
      new PyType("traceback.FrameSummary", BuiltinTypes.OBJECT, false, null, FrameSummary::define);

  private final PyTraceback entry;

  FrameSummary(PyTraceback entry) {
    this.entry = entry;
  }

  PyTraceback entry() {
    return entry;
  }

  private static void define(TypeBuilder b) {
    b.getter("filename", "", a -> WideString.of(((FrameSummary) a).file()));
    b.getter("lineno", "", a -> (long) ((FrameSummary) a).entry.place().line());
    b.getter("end_lineno", "", a -> (long) ((FrameSummary) a).entry.place().endLine());
    b.getter("colno", "", a -> (long) ((FrameSummary) a).entry.place().column());
    b.getter("end_colno", "", a -> (long) ((FrameSummary) a).entry.place().endColumn());
    b.getter("name", "", a -> WideString.of(((FrameSummary) a).entry.code().name()));
    b.getter(
        "line",
        "",
        a -> {
          PyTraceback e = ((FrameSummary) a).entry;
          return WideString.of(e.code().source().line(e.place().line()).strip());
        });
    b.method(
        "__repr__(self, /)",
        "Return repr(self).",
        a -> {
          FrameSummary s = (FrameSummary) a;
          return WideString.of(
              "<FrameSummary file "
                  + s.file()
                  + ", line "
                  + s.entry.place().line()
                  + " in "
                  + s.entry.code().name()
                  + ">");
        });
  }

  private String file() {
    return entry.code().source().name();
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
