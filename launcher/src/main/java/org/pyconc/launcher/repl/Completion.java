package org.pyconc.launcher.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pyconc.builtins.HelpText;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.Signature;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Raising;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.Session;

/**
 * What may stand at the end of an unfinished line: names, attributes, modules, keyword arguments.
 */
final class Completion {
  private final ProcessState state;

  private Completion(ProcessState state) {
    this.state = state;
  }

  /**
   * Whole words that begin with the word at the end of {@code text}, in order. Attributes are
   * looked up, calls are not made.
   */
  static List<String> of(ProcessState state, String text) {
    try {
      return new Completion(state).find(text);
    } catch (RuntimeException | StackOverflowError e) {
      Raising.translate(e); // a property that fails has no attributes to offer
      return List.of();
    }
  }

  /** The word at the end: what a completion replaces. */
  static String word(String text) {
    int start = text.length();
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start);
  }

  private List<String> find(String text) {
    String word = word(text);
    String before = text.substring(0, text.length() - word.length());
    String line = before.substring(before.lastIndexOf('\n') + 1).stripLeading();
    TreeSet<String> found = new TreeSet<>();
    if (line.startsWith(":")) {
      return List.of();
    }
    if (line.startsWith("from ") && line.contains(" import ")) {
      String name = line.substring("from ".length(), line.indexOf(" import ")).strip();
      if (state.modules().get(name) instanceof PyModule module) {
        addAttributes(found, module, word);
      }
    } else if (line.startsWith("import ") || line.startsWith("from ")) {
      int blank = Math.max(line.lastIndexOf(' '), line.lastIndexOf(','));
      addModules(found, line.substring(blank + 1) + word, line.substring(blank + 1));
    } else if (before.endsWith(".")) {
      Object object = resolve(path(before.substring(0, before.length() - 1)));
      if (object != null) {
        addAttributes(found, object, word);
      }
    } else {
      addKeywordArguments(found, before, word);
      addNames(found, word);
    }
    return new ArrayList<>(found);
  }

  /** The dotted name at the end of the text, empty if there is none. */
  private static String path(String text) {
    int start = text.length();
    while (start > 0
        && (Character.isJavaIdentifierPart(text.charAt(start - 1))
            || text.charAt(start - 1) == '.')) {
      start--;
    }
    return text.substring(start);
  }

  private @Nullable Object resolve(String path) {
    if (path.isEmpty() || Character.isDigit(path.charAt(0))) {
      return null;
    }
    Object object = null;
    for (String name : path.split("\\.", -1)) {
      object = object == null ? global(name) : Attributes.findQuietly(object, name);
      if (object == null) {
        return null;
      }
    }
    return object;
  }

  private @Nullable Object global(String name) {
    Object own = Session.mainModule(state).own(name);
    return own != null ? own : state.builtins().own(name);
  }

  /** Names with an underscore in front only when asked for. */
  private static void addAttributes(TreeSet<String> found, Object object, String word) {
    for (Object each : Iteration.toArray(Directory.of(object))) {
      String name = Text.java(each);
      if (name.startsWith(word) && (!name.startsWith("_") || word.startsWith("_"))) {
        found.add(name);
      }
    }
  }

  private void addModules(TreeSet<String> found, String wanted, String before) {
    ModuleProvider library = state.program().modules();
    for (String name : Words.MODULES) {
      if (name.startsWith(wanted)
          && (library.find(name) != null || library.findSource(name) != null)) {
        found.add(name.substring(before.length()));
      }
    }
  }

  private void addNames(TreeSet<String> found, String word) {
    addOwn(found, Session.mainModule(state), word);
    addOwn(found, state.builtins(), word);
    for (String keyword : Words.KEYWORDS) {
      if (keyword.startsWith(word)) {
        found.add(keyword);
      }
    }
  }

  private static void addOwn(TreeSet<String> found, PyModule module, String word) {
    for (String name : module.ownNames()) {
      if (name.startsWith(word) && (!name.startsWith("_") || word.startsWith("_"))) {
        found.add(name);
      }
    }
  }

  /** The parameters of the function whose brackets are open. */
  private void addKeywordArguments(TreeSet<String> found, String before, String word) {
    int depth = 0;
    for (int i = before.length() - 1; i >= 0; i--) {
      char c = before.charAt(i);
      if (c == ')' || c == ']' || c == '}') {
        depth++;
      } else if (c == '(' || c == '[' || c == '{') {
        if (depth > 0) {
          depth--;
          continue;
        }
        Object function = c == '(' ? resolve(path(before.substring(0, i))) : null;
        Signature parameters = function == null ? null : HelpText.parametersOf(function);
        if (parameters != null) {
          addParameters(found, parameters, word);
        }
        return;
      }
    }
  }

  private static void addParameters(TreeSet<String> found, Signature s, String word) {
    for (int i = s.positionalOnly(); i < s.positional() + s.keywordOnly(); i++) {
      String name = s.names()[i];
      if (name.startsWith(word) && !name.equals("self")) {
        found.add(name + "=");
      }
    }
  }
}
