package org.pyconc.launcher.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jline.reader.Buffer;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** The dialogue on a terminal: editing, history, colours and completion. */
public final class TerminalDialogue {
  private static final String PROMPT = ">>> ";
  private static final String NEXT_LINE = "... ";

  private final Repl repl;
  private final LineReader reader;
  private final TerminalOutput output;

  /**
   * @param history where the inputs are kept from session to session
   * @param isColoured whether the input is highlighted
   * @param isBuiltin which names are builtins
   */
  public TerminalDialogue(
      Repl repl,
      Terminal terminal,
      TerminalOutput output,
      Path history,
      boolean isColoured,
      Predicate<String> isBuiltin) {
    this.repl = repl;
    this.output = output;
    DefaultParser words = new DefaultParser();
    words.setEscapeChars(null);
    words.setQuoteChars(null);
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(words)
            .completer((line, parsed, candidates) -> complete(parsed, candidates))
            .highlighter(new Colours(isColoured, isBuiltin))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, NEXT_LINE)
            .variable(LineReader.HISTORY_SIZE, 2000)
            .variable(LineReader.HISTORY_FILE_SIZE, 4000)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
            .option(LineReader.Option.AUTO_FRESH_LINE, true)
            .build();
    String problem = HistoryFile.prepare(history);
    if (problem == null) {
      reader.setVariable(LineReader.HISTORY_FILE, history);
    } else {
      output.line("pyconc: the history cannot be kept: " + problem);
    }
    reader.getWidgets().put(LineReader.ACCEPT_LINE, this::acceptOrContinue);
    Widget completeWord = builtin(LineReader.EXPAND_OR_COMPLETE);
    reader.getWidgets().put(LineReader.EXPAND_OR_COMPLETE, () -> indentOr(completeWord));
  }

  /** Reads and runs inputs to the end of the dialogue. */
  public void run() throws InterruptedException {
    boolean goesOn = true;
    while (goesOn) {
      try {
        output.follow(reader);
        String text = reader.readLine(PROMPT);
        output.follow(null);
        goesOn = repl.run(text);
      } catch (UserInterruptException ctrlC) {
        output.line("KeyboardInterrupt");
      } catch (EndOfFileException ctrlD) {
        goesOn = false;
      } finally {
        output.follow(null);
      }
    }
    try {
      reader.getHistory().save();
    } catch (IOException unwritable) {
      output.line("pyconc: the history cannot be kept: " + unwritable.getMessage());
    }
  }

  /** Enter: the end of the input, or a new line in it that is indented as the code asks for. */
  private boolean acceptOrContinue() {
    Buffer buffer = reader.getBuffer();
    String text = buffer.toString();
    boolean isAtEnd = text.indexOf('\n', buffer.cursor()) < 0;
    int next = isAtEnd ? next() : -1;
    if (!isAtEnd || Input.needsMore(text, next)) {
      String before = text.substring(0, Math.min(buffer.cursor(), text.length()));
      buffer.write("\n" + Input.indentation(isAtEnd ? text : before, next));
      return true;
    }
    return builtin(LineReader.ACCEPT_LINE).apply();
  }

  /** The character that has come in already, as in pasted text; negative if none has. */
  private int next() {
    try {
      return reader.getTerminal().reader().peek(1);
    } catch (IOException gone) {
      return -1;
    }
  }

  /** What a key does without this class. */
  private Widget builtin(String name) {
    return Objects.requireNonNull(reader.getBuiltinWidgets().get(name), name);
  }

  /** Tab: four blanks where a line begins, else completion. */
  private boolean indentOr(Widget complete) {
    Buffer buffer = reader.getBuffer();
    String before = buffer.toString().substring(0, buffer.cursor());
    if (before.substring(before.lastIndexOf('\n') + 1).isBlank()) {
      buffer.write("    ");
      return true;
    }
    return complete.apply();
  }

  private void complete(ParsedLine parsed, List<Candidate> candidates) {
    String before = parsed.line().substring(0, parsed.cursor());
    String typed = parsed.word().substring(0, parsed.wordCursor());
    String kept = typed.substring(0, typed.length() - Completion.word(typed).length());
    try {
      for (String word : repl.complete(before)) {
        boolean isWhole = !word.endsWith("=");
        candidates.add(new Candidate(kept + word, word, null, null, null, null, false));
        if (isWhole && candidates.size() > 500) {
          return;
        }
      }
    } catch (InterruptedException | org.pyconc.runtime.Session.Ended e) {
      candidates.clear();
    }
  }

  /** Colours as one types. */
  private record Colours(boolean areWanted, Predicate<String> isBuiltin) implements Highlighter {
    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
      return areWanted ? Highlighting.of(buffer, isBuiltin) : new AttributedString(buffer);
    }

    @Override
    public void setErrorPattern(Pattern errorPattern) {}

    @Override
    public void setErrorIndex(int errorIndex) {}
  }
}
