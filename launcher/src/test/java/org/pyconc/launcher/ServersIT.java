package org.pyconc.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers in all styles hold 200 connections, answer every request and outlive clients that reset,
 * half-close or send garbage. {@code bench/servers/clients.py} does it with curl, nc and wrk.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServersIT {
  private static final Path SERVERS =
      Path.of("").toAbsolutePath().getParent().resolve("bench/servers/servers.py");
  private static final int HELD = 200;
  private static final int RUDE = 10;
  private static final int ASKING = 32;
  private static final int QUESTIONS = 50;

  @TempDir private static Path folder;
  private static Installation installation;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(folder.resolve("home")).withBuiltJars().withRealJdk();
    installation.pyconc("--version");
  }

  private static Process start(String style) throws IOException {
    String pyconc = installation.home.resolve("pyconc").toString();
    Process server = installation.start(folder, List.of(pyconc, "run", SERVERS.toString(), style));
    server.getErrorStream().close();
    return server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "threads",
        "processes",
        "pool",
        "executor",
        "patched",
        "stream_server",
        "selecting",
        "selectors",
        "epoll",
        "streams",
        "protocols",
        "socketserver",
        "forking",
        "http"
      })
  void serves(String style) throws Exception {
    Process server = start(style);
    List<RudeClient> held = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(out.readLine());
      for (int i = 0; i < HELD; i++) {
        held.add(new RudeClient(port));
      }
      askAll(held, style);
      Random random = new Random(7);
      for (int i = 0; i < RUDE; i++) {
        RudeClient.annoy(port, random);
      }
      askMany(port);
      askAll(held, style);
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroyForcibly();
      for (RudeClient each : held) {
        each.close();
      }
    }
  }

  private static void askAll(List<RudeClient> clients, String style) throws IOException {
    for (int i = 0; i < clients.size(); i++) {
      if (style.equals("http")) {
        clients.get(i).getPage();
      } else {
        String text = "this is connection " + i;
        assertThat(clients.get(i).echo(text)).isEqualTo(text.toUpperCase(Locale.ROOT));
      }
    }
  }

  /** Many at the same time; each question is answered. */
  private static void askMany(int port) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < ASKING; i++) {
        all.add(
            threads.submit(
                () -> {
                  try (RudeClient client = new RudeClient(port)) {
                    int answered = 0;
                    while (answered < QUESTIONS) {
                      client.getPage();
                      answered++;
                    }
                    return answered;
                  }
                }));
      }
      for (Future<Integer> each : all) {
        assertThat(each.get()).isEqualTo(QUESTIONS);
      }
    }
  }
}
