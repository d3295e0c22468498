package org.pyconc.stdlib.pickle;

import org.jspecify.annotations.Nullable;

/** The names that modules and builtins had in Python 2, which old protocols use. */
final class OldNames {
  private OldNames() {}

  /** A module and a name in it. */
  record Name(String module, String name) {}

  /** New and old names of modules. */
  private static final String[] MODULES = {
    "builtins", "__builtin__",
    "copyreg", "copy_reg",
    "queue", "Queue",
    "socketserver", "SocketServer",
    "configparser", "ConfigParser",
    "reprlib", "repr",
    "_thread", "thread",
    "http.client", "httplib",
    "http.cookies", "Cookie",
    "http.server", "BaseHTTPServer",
    "html.parser", "HTMLParser",
    "html.entities", "htmlentitydefs",
    "xmlrpc.client", "xmlrpclib",
    "subprocess", "commands",
    "urllib.parse", "urlparse",
    "urllib.request", "urllib2",
    "collections.abc", "_abcoll",
    "dbm", "anydbm",
    "_functools", "functools",
    "_pickle", "pickle",
  };

  /** Old names of modules that have become part of another one. */
  private static final String[] MERGED = {
    "pickle", "cPickle",
    "io", "StringIO",
    "io", "cStringIO",
    "collections", "UserDict",
    "collections", "UserList",
    "collections", "UserString",
    "http.server", "SimpleHTTPServer",
  };

  /** New and old names of what has moved or was renamed. */
  private static final String[] NAMES = {
    "builtins range", "__builtin__ xrange",
    "builtins str", "__builtin__ unicode",
    "builtins int", "__builtin__ long",
    "builtins chr", "__builtin__ unichr",
    "builtins zip", "itertools izip",
    "builtins map", "itertools imap",
    "builtins filter", "itertools ifilter",
    "functools reduce", "__builtin__ reduce",
    "_functools reduce", "__builtin__ reduce",
    "sys intern", "__builtin__ intern",
    "itertools filterfalse", "itertools ifilterfalse",
    "itertools zip_longest", "itertools izip_longest",
    "collections UserDict", "UserDict IterableUserDict",
    "collections UserList", "UserList UserList",
    "collections UserString", "UserString UserString",
  };

  static Name toOld(String module, String name) {
    String found = other(NAMES, module + " " + name, 0);
    if (found != null) {
      return split(found);
    }
    if (module.equals("builtins") && isException(name)) {
      return new Name("exceptions", oldException(name));
    }
    String old = other(MODULES, module, 0);
    return new Name(old == null ? module : old, name);
  }

  static Name toNew(String module, String name) {
    String found = other(NAMES, module + " " + name, 1);
    if (found != null) {
      return split(found);
    }
    if (module.equals("exceptions")) {
      return new Name("builtins", name.equals("StandardError") ? "Exception" : name);
    }
    String known = other(MODULES, module, 1);
    known = known == null ? other(MERGED, module, 1) : known;
    return new Name(
        known == null || module.equals("functools") || module.equals("pickle") ? module : known,
        name);
  }

  /** Python 2 had fewer classes. */
  private static String oldException(String name) {
    return switch (name) {
      case "BrokenPipeError",
          "ChildProcessError",
          "ConnectionAbortedError",
          "ConnectionError",
          "ConnectionRefusedError",
          "ConnectionResetError",
          "FileExistsError",
          "FileNotFoundError",
          "InterruptedError",
          "IsADirectoryError",
          "NotADirectoryError",
          "PermissionError",
          "ProcessLookupError",
          "TimeoutError" ->
          "OSError";
      case "ModuleNotFoundError" -> "ImportError";
      default -> name;
    };
  }

  private static boolean isException(String name) {
    return name.endsWith("Error")
        || name.endsWith("Exception")
        || name.endsWith("Warning")
        || name.equals("GeneratorExit")
        || name.equals("SystemExit")
        || name.equals("StopIteration")
        || name.equals("KeyboardInterrupt");
  }

  /** The other one of a pair whose first (0) or second (1) is given, or null. */
  private static @Nullable String other(String[] pairs, String given, int which) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + which].equals(given)) {
        return pairs[i + 1 - which];
      }
    }
    return null;
  }

  private static Name split(String both) {
    int blank = both.indexOf(' ');
    return new Name(both.substring(0, blank), both.substring(blank + 1));
  }
}
