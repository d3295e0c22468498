package org.pyconc.launcher;

import picocli.CommandLine.Command;

/** {@code pyconc version}. */
@Command(
    name = "version",
    description = "Prints the versions of pyconc and of the JDK.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  pyconc version")
final class VersionCommand implements Runnable {
  private final StandardStreams streams;

  VersionCommand(StandardStreams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    streams.out().print(text() + "\n");
  }

  /** {@code pyconc 0.1.0 (JDK 25.0.1, ...)}. */
  static String text() {
    return "pyconc "
        + number()
        + " (JDK "
        + System.getProperty("java.runtime.version")
        + ", "
        + System.getProperty("java.vendor")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ")";
  }

  static String number() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version.replace("-SNAPSHOT", "");
  }
}
