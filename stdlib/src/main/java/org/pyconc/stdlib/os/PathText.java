package org.pyconc.stdlib.os;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the functions of {@code os.path} do to the text of paths. */
final class PathText {
  private PathText() {}

  private static int headEnd(String path) {
    int slash = path.lastIndexOf('/') + 1;
    int end = slash;
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? slash : end;
  }

  /** All before the last component, without slashes at its end unless it is only slashes. */
  static String head(String path) {
    return path.substring(0, headEnd(path));
  }

  /** What is behind the last slash. */
  static String tail(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String join(String first, String... more) {
    StringBuilder path = new StringBuilder(first);
    for (String each : more) {
      if (each.startsWith("/")) {
        path.setLength(0);
      } else if (!path.isEmpty() && path.charAt(path.length() - 1) != '/') {
        path.append('/');
      }
      path.append(each);
    }
    return path.toString();
  }

  /** Where the ending of the last component starts; the path's length if it has none. */
  static int ending(String path) {
    int name = path.lastIndexOf('/') + 1;
    int dot = path.lastIndexOf('.');
    for (int i = name; i < dot; i++) {
      if (path.charAt(i) != '.') {
        return dot;
      }
    }
    return path.length();
  }

  static String normal(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    int slashes =
        !path.startsWith("/") ? 0 : path.startsWith("//") && !path.startsWith("///") ? 2 : 1;
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      boolean isUp = part.equals("..");
      if (!isUp
          || (slashes == 0 && parts.isEmpty())
          || (!parts.isEmpty() && parts.getLast().equals(".."))) {
        parts.add(part);
      } else if (!parts.isEmpty()) {
        parts.removeLast();
      }
    }
    String joined = "/".repeat(slashes) + String.join("/", parts);
    return joined.isEmpty() ? "." : joined;
  }

  static String absolute(String path, String folder) {
    return normal(path.startsWith("/") ? path : join(folder, path));
  }

  /** How to get from one absolute path to another. */
  static String relative(String from, String to) {
    List<String> start = components(from);
    List<String> target = components(to);
    int common = 0;
    while (common < start.size()
        && common < target.size()
        && start.get(common).equals(target.get(common))) {
      common++;
    }
    List<String> way = new ArrayList<>();
    for (int i = common; i < start.size(); i++) {
      way.add("..");
    }
    way.addAll(target.subList(common, target.size()));
    return way.isEmpty() ? "." : String.join("/", way);
  }

  /** The parts between slashes that are not empty. */
  static List<String> components(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Replaces {@code $name} and {@code ${name}} by what is known. */
  static String expand(String path, Function<String, @Nullable String> variable) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      int end = i + 1;
      String name = null;
      if (c == '$' && end < path.length() && path.charAt(end) == '{') {
        int brace = path.indexOf('}', end);
        if (brace >= 0) {
          name = path.substring(end + 1, brace);
          end = brace + 1;
        }
      } else if (c == '$') {
        while (end < path.length() && isWord(path.charAt(end))) {
          end++;
        }
        name = end > i + 1 ? path.substring(i + 1, end) : null;
      }
      String value = name == null ? null : variable.apply(name);
      out.append(value == null ? path.substring(i, end) : value);
      i = end;
    }
    return out.toString();
  }

  private static boolean isWord(char c) {
    return c == '_' || c < 128 && Character.isLetterOrDigit(c);
  }
}
