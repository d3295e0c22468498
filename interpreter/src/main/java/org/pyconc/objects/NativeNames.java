package org.pyconc.objects;

import org.jspecify.annotations.Nullable;

/** How messages name native classes. */
final class NativeNames {

  private NativeNames() {}

  /**
   * The name with its module where CPython writes the class in C: {@code collections.deque}; only
   * the name for exceptions and where it is a class of the library: {@code Counter}.
   */
  static String display(String fullName, @Nullable PyType base) {
    int dot = fullName.lastIndexOf('.');
    if (dot < 0) {
      return fullName;
    }
    String name = fullName.substring(dot + 1);
    return isWrittenInC(fullName.substring(0, dot), name) && !isException(base) ? fullName : name;
  }

  private static boolean isWrittenInC(String module, String name) {
    return switch (module) {
      case "itertools",
          "operator",
          "array",
          "datetime",
          "decimal",
          "time",
          "select",
          "zlib",
          "unicodedata",
          "greenlet" ->
          true;
      case "collections" ->
          name.equals("deque") || name.equals("defaultdict") || name.equals("OrderedDict");
      case "functools" ->
          name.equals("partial") || name.equals("KeyWrapper") || name.equals("_lru_cache_wrapper");
      case "re" -> name.equals("Pattern") || name.equals("Match");
      case "types" ->
          name.equals("SimpleNamespace") || name.equals("GenericAlias") || name.equals("UnionType");
      case "weakref" ->
          name.equals("ReferenceType")
              || name.equals("ProxyType")
              || name.equals("CallableProxyType");
      case "os" -> name.endsWith("_result");
      default -> module.charAt(0) == '_' && !module.equals("_sitebuiltins");
    };
  }

  /** Whether a native class has {@code __getitem__} for keys only. */
  static boolean isMapping(String displayName) {
    return displayName.equals("re.Match") || displayName.equals("_contextvars.Context");
  }

  /** Whether instances of a native class have no attributes but those of the class. */
  static boolean isClosed(String displayName) {
    return switch (displayName) {
      case "object", "property" -> true;
      case "functools.partial",
          "functools._lru_cache_wrapper",
          "types.SimpleNamespace",
          "_thread._local",
          "greenlet.greenlet" ->
          false;
      default ->
          displayName.indexOf('.') > 0
              && !displayName.startsWith("_io.")
              && !displayName.startsWith("_pickle.")
              && !displayName.startsWith("_ssl.")
              && !displayName.startsWith("_asyncio.");
    };
  }

  private static boolean isException(@Nullable PyType base) {
    if (base != null) {
      for (PyType each : base.mro()) {
        if (each.simpleName().equals("BaseException")) {
          return true;
        }
      }
    }
    return false;
  }
}
