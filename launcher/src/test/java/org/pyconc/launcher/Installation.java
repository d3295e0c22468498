package org.pyconc.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A copy of the start script in a folder of its own, and the environment it is started in. */
final class Installation {
  static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  /** What a started command left behind. */
  record Outcome(int status, String out, String err) {}

  final Path home;
  final Map<String, String> environment = new HashMap<>();

  Installation(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home.resolve("launcher/target/pyconc"));
    Files.copy(
        PROJECT.resolve("pyconc"), home.resolve("pyconc"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(home.resolve("launcher/bin"));
    Files.copy(
        PROJECT.resolve("launcher/bin/python3"),
        home.resolve("launcher/bin/python3"),
        StandardCopyOption.COPY_ATTRIBUTES);
    copy(PROJECT.resolve("launcher/training"), home.resolve("launcher/training"));
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", home.toString());
  }

  private Installation(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment.putAll(environment);
  }

  /** What lies in a folder already. */
  static Installation existing(Path home, Map<String, String> environment) {
    return new Installation(home, environment);
  }

  /** Puts the jars that this build has made in place. */
  Installation withBuiltJars() throws IOException {
    copy(PROJECT.resolve("launcher/target/pyconc/lib"), lib());
    return this;
  }

  /** Puts the examples in place. */
  Installation withExamples() throws IOException {
    copy(PROJECT.resolve("scripts"), home.resolve("scripts"));
    return this;
  }

  /** Uses the JDK that runs this test. */
  Installation withRealJdk() {
    environment.put("PYCONC_JAVA_HOME", System.getProperty("java.home"));
    return this;
  }

  /** Puts a file in place of the jars; nothing but a real JVM looks into it. */
  Installation withPretendedJar() throws IOException {
    Files.createDirectories(lib());
    Files.writeString(lib().resolve("pyconc.jar"), "jar");
    return this;
  }

  /** Makes a JDK whose {@code java} is a shell script, and returns its folder. */
  Path pretendedJdk(String name, String version, String java) throws IOException {
    Path jdk = home.resolve("jdks").resolve(name);
    Files.createDirectories(jdk);
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    executable(jdk.resolve("bin/java"), java);
    environment.put("PYCONC_JDK_FOLDERS", home.resolve("jdks").toString());
    return jdk;
  }

  /** Makes a {@code mvn} that is a shell script, and finds it first. */
  void pretendedMaven(String mvn) throws IOException {
    executable(home.resolve("tools/mvn"), mvn);
    environment.put("PATH", home.resolve("tools") + ":/usr/bin:/bin");
  }

  /** Copies a folder that holds nothing but files. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Makes an executable shell script. */
  static void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path lib() {
    return home.resolve("launcher/target/pyconc/lib");
  }

  /** The JVM's start-up caches that were made. */
  List<Path> caches() throws IOException {
    List<Path> caches = new ArrayList<>();
    try (var files = Files.newDirectoryStream(home.resolve("launcher/target/pyconc"), "*.aot*")) {
      files.forEach(caches::add);
    }
    return caches;
  }

  /** Starts pyconc in its folder and waits for its end. */
  Outcome pyconc(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("pyconc").toString());
    command.addAll(List.of(arguments));
    return run(home, command);
  }

  /** Runs a command in {@code folder} and waits for its end. */
  Outcome run(Path folder, List<String> command) throws IOException, InterruptedException {
    return finish(start(folder, command));
  }

  /** Starts a command in {@code folder}; {@link #finish} waits for it. */
  Process start(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(Path.of("/dev/null").toFile());
    return builder.start();
  }

  /** Waits for the end of a started command. What it prints must fit into a pipe. */
  static Outcome finish(Process process) throws IOException, InterruptedException {
    return finish(process, 2);
  }

  /** As {@link #finish(Process)} with a limit of so many minutes. */
  static Outcome finish(Process process, int minutes) throws IOException, InterruptedException {
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + minutes + " minutes");
    }
    return new Outcome(
        process.exitValue(), text(process.getInputStream()), text(process.getErrorStream()));
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
