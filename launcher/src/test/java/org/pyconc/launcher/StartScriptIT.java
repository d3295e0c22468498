package org.pyconc.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pyconc.launcher.Installation.Outcome;

/**
 * What the start script does around the JVM: a JDK and a Maven that only say what they are asked.
 */
class StartScriptIT {
  /** Makes the start-up cache if asked to, and else prints its arguments, one on a line. */
  private static final String JAVA =
      """
      for argument in "$@"; do
        case $argument in
          -XX:AOTCacheOutput=*)
            echo trained >>"$HOME/training.log"
            echo cache >"${argument#*=}"
            exit ;;
        esac
      done
      printf '%s\\n' "$@"
      """;

  private static final String CRASHING_TRAINING =
      """
      case "$*" in
        *AOTCacheOutput*) echo trained >>"$HOME/training.log"; echo oops >&2; exit 1 ;;
      esac
      printf '%s\\n' "$@"
      """;

  private static final String MAVEN =
      """
      echo "$*" >>"$HOME/maven.log"
      sleep 1
      mkdir -p launcher/target/pyconc/lib
      echo jar >launcher/target/pyconc/lib/pyconc.jar
      """;

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = new Installation(folder.resolve("a home with blanks"));
  }

  @Test
  void withoutAnyJdkOneLineSaysWhatToInstall() throws Exception {
    installation.withPretendedJar().environment.put("PYCONC_JDK_FOLDERS", "/nowhere");
    Outcome outcome = installation.pyconc("--version");
    assertThat(outcome.status()).isEqualTo(69);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo(
            "pyconc: needs a JDK 25 or newer: install one, for instance from"
                + " https://adoptium.net, or set PYCONC_JAVA_HOME to its folder\n");
  }

  @Test
  void anOlderJdkIsPassedOver() throws Exception {
    installation.withPretendedJar();
    installation.pretendedJdk("a8", "1.8.0_402", "echo too old");
    installation.pretendedJdk("b21", "21.0.2", "echo too old");
    assertThat(installation.pyconc().status()).isEqualTo(69);
    installation.pretendedJdk("c26", "26-ea", "echo new enough");
    assertThat(installation.pyconc().out()).isEqualTo("new enough\n");
  }

  @Test
  void aJdkThatWasAskedForIsUsedOrRefused() throws Exception {
    installation.withPretendedJar().pretendedJdk("first", "25.0.3", "echo first");
    Path wanted = installation.pretendedJdk("second", "25.0.3", "echo second");
    installation.environment.put("JAVA_HOME", wanted.toString());
    assertThat(installation.pyconc().out()).isEqualTo("second\n");
    installation.environment.put("PYCONC_JAVA_HOME", "/nowhere");
    Outcome refused = installation.pyconc();
    assertThat(refused.status()).isEqualTo(69);
    assertThat(refused.err())
        .isEqualTo("pyconc: PYCONC_JAVA_HOME is /nowhere, which holds no JDK 25 or newer\n");
  }

  @Test
  void aJdkThatHasGoneIsSearchedAnew() throws Exception {
    installation.withPretendedJar();
    Path gone = installation.pretendedJdk("first", "25.0.3", "echo first");
    installation.pretendedJdk("second", "25.0.4", "echo second");
    assertThat(installation.pyconc().out()).isEqualTo("first\n");
    Files.delete(gone.resolve("release"));
    assertThat(installation.pyconc().out()).isEqualTo("second\n");
  }

  @Test
  void argumentsArriveAsTheyWereGiven() throws Exception {
    installation.withPretendedJar().pretendedJdk("jdk", "25.0.3", JAVA);
    Outcome outcome = installation.pyconc("run", "a b.py", "", "*", "$HOME", "é");
    assertThat(outcome.out()).endsWith("/pyconc.jar\nrun\na b.py\n\n*\n$HOME\né\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void theProgramSeesTheUsersEnvironment() throws Exception {
    installation.withPretendedJar().pretendedJdk("jdk", "25.0.3", "env\n");
    for (String name : List.of("version", "home", "state", "found", "key", "cache")) {
      installation.environment.put(name, "mine");
    }
    String[] seen = installation.pyconc("x").out().split("\n", -1);
    assertThat(seen)
        .contains("version=mine", "home=mine", "state=mine", "found=mine", "key=mine", "cache=mine")
        .noneMatch(variable -> variable.startsWith("pc_"));
  }

  @Test
  void theUsersJvmOptionsComeLastAndMayReplaceTheCollector() throws Exception {
    installation.withPretendedJar().pretendedJdk("jdk", "25.0.3", JAVA);
    assertThat(installation.pyconc().out()).contains("-XX:+UseSerialGC\n");
    installation.environment.put("PYCONC_JAVA_OPTS", "-Xmx100m -XX:+UseZGC");
    assertThat(installation.pyconc().out())
        .contains("\n-Xmx100m\n-XX:+UseZGC\n-jar\n")
        .doesNotContain("SerialGC");
  }

  @Test
  void theStartupCacheIsMadeOnceAndAgainWhenAJarChanges() throws Exception {
    installation.withPretendedJar().pretendedJdk("jdk", "25.0.3", JAVA);
    for (int i = 0; i < 3; i++) {
      assertThat(installation.pyconc().out()).contains("-XX:AOTCache=");
    }
    assertThat(log("training.log")).hasSize(1);
    Files.setLastModifiedTime(
        installation.lib().resolve("pyconc.jar"), FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(installation.pyconc().out()).contains("-XX:AOTCache=");
    assertThat(log("training.log")).hasSize(2);
    assertThat(installation.caches()).hasSize(1);
  }

  @Test
  void aStartupCacheThatCannotBeMadeIsDoneWithout() throws Exception {
    installation.withPretendedJar().pretendedJdk("jdk", "25.0.3", CRASHING_TRAINING);
    for (int i = 0; i < 2; i++) {
      Outcome outcome = installation.pyconc("run", "x.py");
      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).doesNotContain("AOTCache").endsWith("x.py\n");
      assertThat(outcome.err()).isEmpty();
    }
    assertThat(log("training.log")).hasSize(1);
  }

  @Test
  void theFirstStartBuilds() throws Exception {
    installation.pretendedJdk("jdk", "25.0.3", JAVA);
    installation.pretendedMaven(MAVEN);
    Outcome first = installation.pyconc("run", "x.py");
    assertThat(first.err()).startsWith("pyconc: building, once").hasLineCount(1);
    assertThat(first.out()).endsWith("run\nx.py\n");
    assertThat(installation.pyconc("run", "x.py").err()).isEmpty();
    assertThat(log("maven.log")).hasSize(1);
  }

  @Test
  void startsAtTheSameTimeBuildOnce() throws Exception {
    installation.pretendedJdk("jdk", "25.0.3", JAVA);
    installation.pretendedMaven(MAVEN);
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      starts.add(
          installation.start(folder, List.of(installation.home.resolve("pyconc").toString(), "x")));
    }
    for (Process start : starts) {
      Outcome outcome = Installation.finish(start);
      assertThat(outcome.err()).doesNotContain("fail");
      assertThat(outcome.out()).endsWith("/pyconc.jar\nx\n");
    }
    assertThat(log("maven.log")).hasSize(1);
    assertThat(installation.home.resolve(".pyconc/build.lock")).doesNotExist();
  }

  @Test
  void aBuildThatWasKilledDoesNotBlockTheNext() throws Exception {
    installation.pretendedJdk("jdk", "25.0.3", JAVA);
    installation.pretendedMaven(MAVEN);
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path lock = Files.createDirectories(installation.home.resolve(".pyconc/build.lock"));
    Files.writeString(lock.resolve("owner"), ended.pid() + "\n");
    assertThat(installation.pyconc("x").out()).endsWith("/pyconc.jar\nx\n");
  }

  @Test
  void aFailedBuildPointsToItsLog() throws Exception {
    installation.pretendedJdk("jdk", "25.0.3", JAVA);
    installation.pretendedMaven("echo 'cannot find symbol'; exit 1\n");
    Outcome outcome = installation.pyconc("--version");
    assertThat(outcome.status()).isEqualTo(70);
    Path log = installation.home.resolve(".pyconc/build.log");
    assertThat(outcome.err()).endsWith("pyconc: the build failed, see " + log + "\n");
    assertThat(log).hasContent("cannot find symbol");
  }

  @Test
  void withoutMavenOneLineSaysWhatToInstall() throws Exception {
    installation.pretendedJdk("jdk", "25.0.3", JAVA);
    Path tools = installation.home.resolve("tools");
    Installation.executable(tools.resolve("mkdir"), "exec /bin/mkdir \"$@\"\n");
    installation.environment.put("PATH", tools.toString());
    Outcome outcome = installation.pyconc("--version");
    assertThat(outcome.status()).isEqualTo(69);
    assertThat(outcome.err())
        .isEqualTo(
            "pyconc: is not built yet, and building it needs Maven:"
                + " install mvn, then start pyconc again\n");
  }

  private List<String> log(String name) throws IOException {
    return Files.readAllLines(installation.home.resolve(name), UTF_8);
  }
}
