package org.pyconc.launcher;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pyconc completion}: a script that teaches a shell the commands and their options. */
@Command(
    name = "completion",
    description = "Prints a script with which bash and zsh complete commands and options.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  source <(pyconc completion)",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:done"})
final class CompletionCommand implements Runnable {
  private final StandardStreams streams;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  CompletionCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    CommandSpec root = spec.root();
    streams.out().print(AutoComplete.bash(root.name(), root.commandLine()) + "\n");
  }
}
