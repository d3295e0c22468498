package org.pyconc.launcher;

import picocli.CommandLine.Help.Ansi;

/** Whether what is printed may be coloured. */
final class Colours {
  private Colours() {}

  /**
   * On a terminal, unless {@code NO_COLOR} is set.
   *
   * @see <a href="https://no-color.org">no-color.org</a>
   */
  static Ansi of(StandardStreams streams) {
    return areWanted(streams.terminals().out()) ? Ansi.ON : Ansi.OFF;
  }

  static boolean areWanted(boolean isTerminal) {
    String refused = System.getenv("NO_COLOR");
    return isTerminal
        && (refused == null || refused.isEmpty())
        && !"dumb".equals(System.getenv("TERM"));
  }
}
