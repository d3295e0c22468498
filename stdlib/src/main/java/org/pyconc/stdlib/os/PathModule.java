package org.pyconc.stdlib.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Comparison;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.HostEnvironment;
import org.pyconc.runtime.HostErrors;
import org.pyconc.runtime.HostFiles;
import org.pyconc.runtime.NativeModule;

/**
 * Paths as text, and what is there.
 *
 * @see <a href="https://docs.python.org/3.11/library/os.path.html">os.path</a>
 */
public final class PathModule implements NativeModule {
  private static final int MOST_LINKS = 40;

  @Override
  public String name() {
    return "posixpath";
  }

  @Override
  public void define(ModuleBuilder b) {
    b.constant("curdir", ".");
    b.constant("pardir", "..");
    b.constant("extsep", ".");
    b.constant("sep", "/");
    b.constant("pathsep", ":");
    b.constant("defpath", "/bin:/usr/bin");
    b.constant("altsep", PySingleton.NONE);
    b.constant("devnull", "/dev/null");
    b.constant("supports_unicode_filenames", false);
    b.asPython("");
    defineText(b);
    defineWhole(b);
    defineFiles(b);
  }

  private interface TextToText {
    String apply(String path);
  }

  private interface Test {
    boolean apply(Path path) throws IOException;
  }

  private static void text(ModuleBuilder b, String signature, String doc, TextToText body) {
    b.function(
        signature,
        doc,
        path -> {
          Object given = HostFiles.fsPath(path);
          return HostFiles.like(given, body.apply(HostFiles.text(given)));
        });
  }

  private static void defineText(ModuleBuilder b) {
    b.functionN("join(a, *p)", "Joins parts of a path.", PathModule::join);
    text(b, "basename(p)", "What is behind the last slash.", PathText::tail);
    text(b, "dirname(p)", "What is before the last slash.", PathText::head);
    text(b, "normpath(path)", "Without double slashes, '.' and '..'.", PathText::normal);
    text(b, "normcase(s)", "The same.", path -> path);
    text(
        b,
        "abspath(path)",
        "From the root.",
        path -> PathText.absolute(path, HostFiles.current().folder().toString()));
    text(b, "expanduser(path)", "With ~ replaced by the home folder.", PathModule::expandUser);
    text(
        b,
        "expandvars(path)",
        "With $NAME replaced by the environment's variables.",
        path -> PathText.expand(path, PathModule::variable));
    b.function("isabs(s)", "Whether it starts at the root.", p -> textOf(p).startsWith("/"));
    b.function(
        "split(p)",
        "Head and tail.",
        path -> {
          Object given = HostFiles.fsPath(path);
          String text = HostFiles.text(given);
          return PyTuple.of(
              HostFiles.like(given, PathText.head(text)),
              HostFiles.like(given, PathText.tail(text)));
        });
    b.function(
        "splitext(p)",
        "The path, and its ending with the dot.",
        path -> {
          Object given = HostFiles.fsPath(path);
          String text = HostFiles.text(given);
          int dot = PathText.ending(text);
          return PyTuple.of(
              HostFiles.like(given, text.substring(0, dot)),
              HostFiles.like(given, text.substring(dot)));
        });
    b.function(
        "splitdrive(p)",
        "The drive, always empty, and the path.",
        path -> {
          Object given = HostFiles.fsPath(path);
          return PyTuple.of(HostFiles.like(given, ""), given);
        });
  }

  private static String textOf(Object path) {
    return HostFiles.text(path);
  }

  private static Object join(Object[] a) {
    Object first = HostFiles.fsPath(a[0]);
    Object[] rest = ((PyTuple) a[1]).items();
    String[] more = new String[rest.length];
    boolean isBytes = first instanceof PyBytes;
    for (int i = 0; i < rest.length; i++) {
      Object plain = PyPayloadInstance.unwrap(rest[i]);
      if (!Text.isText(plain)
          && !(plain instanceof PyBytes)
          && Attributes.special(rest[i], "__fspath__") == null) {
        throw notPath("join", rest[i]);
      }
      Object part = HostFiles.fsPath(rest[i]);
      if (part instanceof PyBytes != isBytes) {
        throw mixed();
      }
      more[i] = textOf(part);
    }
    return HostFiles.like(first, PathText.join(textOf(first), more));
  }

  private static PyException notPath(String function, Object value) {
    return Errors.typeError(
        function
            + "() argument must be str, bytes, or os.PathLike object, not '"
            + PyType.of(value).name()
            + "'");
  }

  private static PyException mixed() {
    return Errors.typeError("Can't mix strings and bytes in path components");
  }

  private static @Nullable String variable(String name) {
    Object value = HostEnvironment.current().variables().get(name);
    return value == null ? null : Text.java(value);
  }

  private static String expandUser(String path) {
    if (!path.startsWith("~")) {
      return path;
    }
    int slash = path.indexOf('/');
    String user = path.substring(1, slash < 0 ? path.length() : slash);
    String rest = slash < 0 ? "" : path.substring(slash);
    String home = user.isEmpty() ? variable("HOME") : Accounts.home(user);
    if (home == null && user.isEmpty()) {
      home = System.getProperty("user.home", "/");
    }
    if (home == null) {
      return path;
    }
    int end = home.length();
    while (end > 0 && home.charAt(end - 1) == '/') {
      end--;
    }
    String whole = home.substring(0, end) + rest;
    return whole.isEmpty() ? "/" : whole;
  }

  // ---- several paths -------------------------------------------------------------------------

  private static void defineWhole(ModuleBuilder b) {
    b.function("relpath(path, start=None)", "The way from start to it.", PathModule::relative);
    b.function("commonpath(paths)", "The longest path that all share.", PathModule::commonPath);
    b.function(
        "commonprefix(m)", "The longest beginning that all share.", PathModule::commonPrefix);
    b.function(
        "realpath(filename, *, strict=False)",
        "The path without symbolic links.",
        (path, strict) -> {
          Object given = HostFiles.fsPath(path);
          String start = PathText.absolute("", HostFiles.current().folder().toString());
          String text = textOf(given);
          return HostFiles.like(
              given, real(text.startsWith("/") ? "/" : start, text, Truth.isTrue(strict), given));
        });
  }

  private static Object relative(Object path, Object start) {
    Object given = HostFiles.fsPath(path);
    String text = textOf(given);
    if (text.isEmpty()) {
      throw Errors.valueError("no path specified");
    }
    String folder = HostFiles.current().folder().toString();
    Object from = start == PySingleton.NONE ? given : HostFiles.fsPath(start);
    if (from instanceof PyBytes != given instanceof PyBytes) {
      throw mixed();
    }
    String base = start == PySingleton.NONE ? folder : PathText.absolute(textOf(from), folder);
    return HostFiles.like(given, PathText.relative(base, PathText.absolute(text, folder)));
  }

  private static Object commonPath(Object paths) {
    Object[] all = Iteration.toArray(paths);
    if (all.length == 0) {
      throw Errors.valueError("commonpath() arg is an empty sequence");
    }
    List<String> common = List.of();
    boolean isAbsolute = false;
    Object like = "";
    for (int i = 0; i < all.length; i++) {
      Object given = HostFiles.fsPath(all[i]);
      String text = textOf(given);
      List<String> parts = PathText.components(text);
      parts.removeIf(part -> part.equals("."));
      if (i == 0) {
        like = given;
        isAbsolute = text.startsWith("/");
        common = parts;
        continue;
      }
      if (given instanceof PyBytes != like instanceof PyBytes) {
        throw mixed();
      }
      if (text.startsWith("/") != isAbsolute) {
        throw Errors.valueError("Can't mix absolute and relative paths");
      }
      int same = 0;
      while (same < common.size()
          && same < parts.size()
          && common.get(same).equals(parts.get(same))) {
        same++;
      }
      common = new ArrayList<>(common.subList(0, same));
    }
    return HostFiles.like(like, (isAbsolute ? "/" : "") + String.join("/", common));
  }

  private static Object commonPrefix(Object all) {
    if (!Truth.isTrue(all)) {
      return "";
    }
    Object[] values = Iteration.toArray(all);
    boolean isText = true;
    for (Object value : values) {
      Object plain = PyPayloadInstance.unwrap(value);
      isText &= Text.isText(plain) || plain instanceof PyBytes;
    }
    if (!isText) {
      return commonItems(values);
    }
    Object like = PyPayloadInstance.unwrap(values[0]);
    String common = textOf(like);
    for (Object value : values) {
      String text = textOf(value);
      int same = 0;
      while (same < common.length()
          && same < text.length()
          && common.charAt(same) == text.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    return HostFiles.like(like, common);
  }

  private static Object commonItems(Object[] values) {
    Object shortest = values[0];
    int same = Items.length(shortest);
    for (Object value : values) {
      int i = 0;
      while (i < same
          && i < Items.length(value)
          && Comparison.equal(Items.get(shortest, (long) i), Items.get(value, (long) i))) {
        i++;
      }
      same = i;
    }
    return Items.get(shortest, new PySlice(PySingleton.NONE, (long) same, PySingleton.NONE));
  }

  private static String real(String start, String rest, boolean isStrict, Object given) {
    String path = start;
    List<String> todo = new ArrayList<>(PathText.components(rest));
    Set<String> seen = new HashSet<>();
    int links = 0;
    while (!todo.isEmpty()) {
      String name = todo.removeFirst();
      if (name.equals(".")) {
        continue;
      }
      if (name.equals("..")) {
        path = path.equals("/") ? "/" : PathText.head(path);
        continue;
      }
      String next = PathText.join(path, name);
      Path file = HostFiles.current().path(next);
      if (isStrict && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw HostErrors.of(HostErrors.NO_SUCH_FILE, HostFiles.like(given, next));
      }
      if (!Files.isSymbolicLink(file) || !seen.add(next) && links > MOST_LINKS) {
        path = next;
        continue;
      }
      if (++links > MOST_LINKS) {
        if (isStrict) {
          throw HostErrors.of(HostErrors.LOOP, HostFiles.like(given, next));
        }
        path = next;
        continue;
      }
      try {
        String target = Files.readSymbolicLink(file).toString();
        todo.addAll(0, PathText.components(target));
        path = target.startsWith("/") ? "/" : path;
      } catch (IOException e) {
        throw HostErrors.of(e, HostFiles.like(given, next));
      }
    }
    return path;
  }

  // ---- what is there -------------------------------------------------------------------------

  private static void test(ModuleBuilder b, String name, String parameter, Test test) {
    b.function(
        name + "(" + parameter + ")",
        "Asks the host about a path.",
        given -> {
          Object plain = PyPayloadInstance.unwrap(given);
          try {
            if (plain instanceof Long || Text.isText(plain) || plain instanceof PyBytes) {
              String text = plain instanceof Long ? "" : HostFiles.text(plain);
              if (PathArgument.stream(plain) != null) {
                return name.equals("exists");
              }
              if (!(plain instanceof Long) && (text.isEmpty() || text.indexOf('\0') >= 0)) {
                return false;
              }
            }
            return test.apply(PathArgument.of("stat", "path", given, true).path());
          } catch (IOException e) {
            return false;
          } catch (PyException e) {
            if (e.value().type().isSubtypeOf(ExceptionTypes.OS_ERROR)) {
              return false;
            }
            throw e;
          }
        });
  }

  private static void defineFiles(ModuleBuilder b) {
    test(b, "exists", "path", Files::exists);
    test(b, "lexists", "path", path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    test(b, "isfile", "path", Files::isRegularFile);
    test(b, "isdir", "s", Files::isDirectory);
    test(b, "islink", "path", Files::isSymbolicLink);
    test(
        b,
        "ismount",
        "path",
        path -> {
          if (Files.isSymbolicLink(path) || !Files.isDirectory(path)) {
            return false;
          }
          Path real = path.toRealPath();
          Path parent = real.getParent();
          return parent == null
              || !Files.getAttribute(real, "unix:dev")
                  .equals(Files.getAttribute(parent, "unix:dev"));
        });
    field(b, "getsize", "st_size");
    field(b, "getmtime", "st_mtime");
    field(b, "getatime", "st_atime");
    field(b, "getctime", "st_ctime");
    b.function(
        "samefile(f1, f2)",
        "Whether two paths are of the same file.",
        (first, second) -> isSame(stat(first), stat(second)));
    b.function(
        "sameopenfile(fp1, fp2)",
        "Whether two descriptors are of the same file.",
        (first, second) -> isSame(stat(first), stat(second)));
    b.function(
        "samestat(s1, s2)",
        "Whether two results of stat are of the same file.",
        (first, second) -> isSame(first, second));
  }

  private static void field(ModuleBuilder b, String name, String field) {
    b.function(
        name + "(filename)",
        "Asks the host about a file.",
        given -> Attributes.load(stat(given), field));
  }

  private static Object stat(Object given) {
    return FileFunctions.stat("stat", "path", given, true);
  }

  private static boolean isSame(Object first, Object second) {
    return Comparison.equal(Attributes.load(first, "st_ino"), Attributes.load(second, "st_ino"))
        && Comparison.equal(Attributes.load(first, "st_dev"), Attributes.load(second, "st_dev"));
  }
}
