package org.pyconc.stdlib.re;

import java.util.concurrent.ConcurrentHashMap;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Codecs;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.TextBuilder;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.NativeModule;

/**
 * Regular expressions in Python's syntax, matched by {@link java.util.regex}.
 *
 * @see <a href="https://docs.python.org/3.11/library/re.html">re</a>
 */
public final class ReModule implements NativeModule {
  private static final int MOST_CACHED = 512;
  private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

  private record Key(Object source, int flags) {}

  private final ConcurrentHashMap<Key, PyPattern> cache = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "re";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("Pattern", PyPattern.TYPE);
    b.constant("Match", PyMatch.TYPE);
    b.constant("error", ReErrors.ERROR);
    RegexFlag.define(b);
    b.constant(
        "__all__",
        PyList.of(
            "match",
            "fullmatch",
            "search",
            "sub",
            "subn",
            "split",
            "findall",
            "finditer",
            "compile",
            "purge",
            "template",
            "escape",
            "error",
            "Pattern",
            "Match",
            "A",
            "I",
            "L",
            "M",
            "S",
            "X",
            "U",
            "ASCII",
            "IGNORECASE",
            "LOCALE",
            "MULTILINE",
            "DOTALL",
            "VERBOSE",
            "UNICODE",
            "NOFLAG",
            "RegexFlag"));
    b.asPython("");
    b.function(
        "compile(pattern, flags=0)",
        "Compile a regular expression pattern, returning a Pattern object.",
        this::compile);
    b.function(
        "purge()",
        "Clear the regular expression caches",
        () -> {
          cache.clear();
          return PySingleton.NONE;
        });
    b.function("__getattr__(name)", "", ReModule::more);
    b.function("escape(pattern)", "Escape special characters in a string.", ReModule::escape);
    for (String name : new String[] {"search", "match", "fullmatch", "findall", "finditer"}) {
      b.function(
          name + "(pattern, string, flags=0)",
          "As the method of a compiled pattern.",
          (pattern, text, flags) -> Calls.method(compile(pattern, flags), name, text));
    }
    b.function(
        "split(pattern, string, maxsplit=0, flags=0)",
        "What stands between the matches.",
        (pattern, text, most, flags) -> Calls.method(compile(pattern, flags), "split", text, most));
    for (String name : new String[] {"sub", "subn"}) {
      b.functionN(
          name + "(pattern, repl, string, count=0, flags=0)",
          "The text with the matches replaced.",
          a -> Calls.method(compile(a[0], a[4]), name, a[1], a[2], a[3]));
    }
  }

  private static Object more(Object name) {
    String wanted = Text.java(name);
    if (!wanted.equals("Scanner")) {
      throw Errors.attributeError("module 're' has no attribute '" + wanted + "'", name, wanted);
    }
    return Attributes.load(ModuleLoader.current().importModule("_re_scanner", true), wanted);
  }

  private Object compile(Object argument, Object flags) {
    int bits = (int) Items.toLong(flags);
    Object source = PyPayloadInstance.unwrap(argument);
    if (source instanceof PyPattern) {
      if (bits != 0) {
        throw Errors.valueError("cannot process flags argument with a compiled pattern");
      }
      return source;
    }
    if (Text.isText(source)) {
      Key key = new Key(source, bits);
      PyPattern known = cache.get(key);
      if (known == null) {
        known = new PyPattern(source, bits);
        if (cache.size() >= MOST_CACHED) {
          cache.clear();
        }
        cache.put(key, known);
      }
      return known;
    }
    byte[] bytes = Buffers.bytesOrNull(source);
    if (bytes == null) {
      throw Errors.typeError("first argument must be string or compiled pattern");
    }
    return new PyPattern(source instanceof PyBytes ? source : new PyBytes(bytes), bits);
  }

  private static Object escape(Object argument) {
    Object source = PyPayloadInstance.unwrap(argument);
    byte[] bytes = Buffers.bytesOrNull(source);
    Object text = bytes == null ? Text.str(source) : Codecs.latin1(bytes);
    TextBuilder out = new TextBuilder();
    for (int c : Text.codePoints(text)) {
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    Object escaped = out.build();
    return bytes == null ? escaped : new PyBytes(Codecs.latin1((String) escaped));
  }
}
