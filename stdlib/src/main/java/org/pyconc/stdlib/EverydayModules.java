package org.pyconc.stdlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.LibrarySource;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.array.ArrayModule;
import org.pyconc.stdlib.ast.AstModule;
import org.pyconc.stdlib.compression.CompressionModule;
import org.pyconc.stdlib.decimal.DecimalModule;
import org.pyconc.stdlib.encodings.EncodingsModule;
import org.pyconc.stdlib.hashlib.BinasciiModule;
import org.pyconc.stdlib.hashlib.HashlibModule;
import org.pyconc.stdlib.inspect.InspectModule;
import org.pyconc.stdlib.json.JsonModule;
import org.pyconc.stdlib.mmap.MmapModule;
import org.pyconc.stdlib.pickle.PickleModule;
import org.pyconc.stdlib.profile.TracingModule;
import org.pyconc.stdlib.re.ReModule;
import org.pyconc.stdlib.struct.StructModule;
import org.pyconc.stdlib.time.CalendarNumbersModule;
import org.pyconc.stdlib.time.StrptimeModule;
import org.pyconc.stdlib.unicodedata.UnicodedataModule;
import org.pyconc.stdlib.weakref.WeakrefModule;
import org.pyconc.stdlib.xml.XmlModule;

/** The modules of the standard library about text, numbers, dates and data formats. */
final class EverydayModules {
  private EverydayModules() {}

  static @Nullable NativeModule find(String name) {
    return switch (name) {
      case "json", "json.decoder", "json.encoder" -> new JsonModule(name);
      case "_ast_tree" -> new AstModule();
      case "_streams" -> new CompressionModule();
      case "_tracing" -> new TracingModule();
      case "array" -> new ArrayModule();
      case "struct", "_struct" -> new StructModule(name);
      case "decimal", "_decimal" -> new DecimalModule(name);
      case "binascii" -> new BinasciiModule();
      case "_inspect" -> new InspectModule();
      case "hashlib" -> new HashlibModule();
      case "mmap" -> new MmapModule();
      case "pickle", "_pickle" -> new PickleModule(name);
      case "_weakref" -> new WeakrefModule();
      case "_calendar_numbers" -> new CalendarNumbersModule();
      case "_strptime" -> new StrptimeModule();
      case "re" -> new ReModule();
      case "unicodedata" -> new UnicodedataModule();
      case "_encodings" -> new EncodingsModule();
      case "_expat" -> new XmlModule();
      default -> null;
    };
  }

  static @Nullable LibrarySource findSource(String name) {
    return switch (name) {
      case "_functools_more",
          "base64",
          "collections.abc",
          "datetime",
          "enum",
          "graphlib",
          "hmac",
          "numbers",
          "secrets",
          "shlex",
          "statistics",
          "string",
          "textwrap",
          "timeit",
          "typing",
          "uuid",
          "warnings" ->
          LibraryText.module(name);
      case "html", "logging" -> LibraryText.packageOf(name);
      default -> null;
    };
  }
}
