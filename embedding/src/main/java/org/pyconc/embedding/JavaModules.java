package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.NativeFunction;
import org.pyconc.objects.PyList;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Text;
import org.pyconc.runtime.LibrarySource;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.StandardLibrary;

/**
 * The standard library and, where the context allows classes of the host, the packages of the host
 * as modules: {@code import java}, {@code from java.util import ArrayList}.
 */
final class JavaModules implements ModuleProvider {
  private final StandardLibrary library = new StandardLibrary();
  private final EmbeddedProgram program;

  JavaModules(EmbeddedProgram program) {
    this.program = program;
  }

  @Override
  public @Nullable NativeModule find(String name) {
    if (name.equals("polyglot")) {
      return new PolyglotModule(program);
    }
    NativeModule found = library.find(name);
    return found != null || !isPackage(name) ? found : new HostPackage(name);
  }

  @Override
  public @Nullable LibrarySource findSource(String name) {
    return library.findSource(name);
  }

  /** A package cannot be told from what does not exist: by custom its name is in lower case. */
  private static boolean isPackage(String name) {
    int dot = name.indexOf('.');
    String root = dot < 0 ? name : name.substring(0, dot);
    return switch (root) {
      case "java", "javax", "jdk", "org", "com", "net" ->
          Character.isLowerCase(name.charAt(name.lastIndexOf('.') + 1));
      default -> false;
    };
  }

  /** The class with that name, or null if there is none. */
  private @Nullable Object findClass(String name) {
    TruffleLanguage.Env env = program.env();
    program.requireHostClasses();
    Heap heap = Heap.current(program);
    Object found = program.onHost(heap, () -> find(env, name, heap));
    return found instanceof Boolean ? null : found;
  }

  private Object find(TruffleLanguage.Env env, String name, Heap heap) throws Exception {
    Object symbol;
    try {
      symbol = env.lookupHostSymbol(name);
    } catch (RuntimeException none) {
      if (InteropLibrary.getUncached().isException(none)) {
        return false;
      }
      throw none;
    }
    if (symbol == null) {
      return false;
    }
    Object object = env.asHostObject(symbol);
    return object instanceof Class<?> c && Throwable.class.isAssignableFrom(c)
        ? program.hostErrors().typeOf(c)
        : heap.toGuest(symbol);
  }

  /** A package of the host. Its name says which classes are in it. */
  private final class HostPackage implements NativeModule {
    private final String name;

    HostPackage(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void define(ModuleBuilder b) {
      program.requireHostClasses();
      b.constant("__path__", new PyList());
      if (name.equals("java")) {
        b.function("type(name, /)", "The class of the host with that full name.", this::type);
      }
      b.constant(
          "__getattr__", NativeFunction.of(name, "__getattr__(name, /)", "", this::attribute));
    }

    private Object type(Object fullName) {
      if (!Text.isText(fullName)) {
        throw Errors.typeError("java.type() argument must be str");
      }
      Object found = findClass(Text.java(fullName));
      if (found == null) {
        throw Errors.of(
            ExceptionTypes.NAME_ERROR, "no class of the host is called " + Text.java(fullName));
      }
      return found;
    }

    private Object attribute(Object member) {
      String full = name + "." + Text.java(member);
      if (full.contains("__")) {
        throw missing(member);
      }
      Object found = findClass(full);
      if (found != null) {
        return found;
      }
      if (!isPackage(full)) {
        throw missing(member);
      }
      return org.pyconc.runtime.ModuleLoader.current().importModule(full, true);
    }

    private RuntimeException missing(Object member) {
      return Errors.of(
          ExceptionTypes.ATTRIBUTE_ERROR,
          "package '" + name + "' has no class '" + WideString.of(Text.java(member)) + "'");
    }
  }
}
