package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.source.Source;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Text;
import org.pyconc.runtime.HostAccess;
import org.pyconc.runtime.NativeModule;

/** The module {@code polyglot}: the bindings that all languages of a context share. */
final class PolyglotModule implements NativeModule {
  private final EmbeddedProgram program;

  PolyglotModule(EmbeddedProgram program) {
    this.program = program;
  }

  @Override
  public String name() {
    return "polyglot";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.function(
        "import_value(name, /)",
        "The value that was exported under that name, or None.",
        name -> importValue(Text.java(name)));
    b.function(
        "export_value(name, value, /)",
        "Gives the value to the application and to other languages under that name.",
        (name, value) -> exportValue(Text.java(name), value));
    b.function(
        "eval(language, code, /)",
        "The value of code of another language of the context.",
        (language, code) -> eval(Text.java(language), Text.java(code)));
  }

  private void requireBindings() {
    if (!program.env().isPolyglotBindingsAccessAllowed()) {
      throw HostAccess.refused("polyglot bindings", "allowPolyglotAccess");
    }
  }

  private Object importValue(String name) {
    requireBindings();
    Heap heap = Heap.current(program);
    return program.onHost(
        heap,
        () -> {
          Object bindings = program.env().getPolyglotBindings();
          InteropLibrary interop = InteropLibrary.getUncached();
          return interop.isMemberReadable(bindings, name)
              ? heap.toGuest(interop.readMember(bindings, name))
              : PySingleton.NONE;
        });
  }

  private Object exportValue(String name, Object value) {
    requireBindings();
    Heap heap = Heap.current(program);
    Object converted = heap.toHost(value);
    return program.onHost(
        heap,
        () -> {
          InteropLibrary.getUncached()
              .writeMember(program.env().getPolyglotBindings(), name, converted);
          return PySingleton.NONE;
        });
  }

  private Object eval(String language, String code) {
    if (!program.env().isPolyglotEvalAllowed(null)) {
      throw HostAccess.refused("other languages", "allowPolyglotAccess");
    }
    Heap heap = Heap.current(program);
    return program.onHost(
        heap,
        () -> {
          TruffleLanguage.Env env = program.env();
          Source source = Source.newBuilder(language, code, "<polyglot>").build();
          return heap.toGuest(env.parsePublic(source).call());
        });
  }
}
