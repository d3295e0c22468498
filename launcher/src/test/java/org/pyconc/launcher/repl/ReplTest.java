package org.pyconc.launcher.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pyconc.compiler.Engine;
import org.pyconc.compiler.TieredExecutor;
import org.pyconc.runtime.Output;
import org.pyconc.runtime.Program;
import org.pyconc.runtime.StandardFiles;
import org.pyconc.stdlib.StandardLibrary;

@Timeout(60)
class ReplTest {
  /** Both standard streams of the program. */
  private static final class Printed implements Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized boolean write(byte[] more, int length) {
      bytes.write(more, 0, length);
      return true;
    }

    @Override
    public boolean isTerminal() {
      return true;
    }

    synchronized String take() {
      String text = bytes.toString(StandardCharsets.UTF_8);
      bytes.reset();
      return text;
    }
  }

  private final Printed printed = new Printed();
  private final Repl repl =
      new Repl(
          new Program(
              new StandardFiles(new ByteArrayInputStream(new byte[0]), false, printed, printed),
              new StandardLibrary(),
              new TieredExecutor(Engine.MIXED),
              List.of("")),
          "");

  @AfterEach
  void close() {
    repl.close();
  }

  private String run(String... inputs) throws InterruptedException {
    for (String input : inputs) {
      assertThat(repl.run(input)).isTrue();
    }
    return printed.take();
  }

  @Test
  void warningsAboutTheTextAreGiven() throws Exception {
    repl.run("x = 5");
    repl.run("x is 5");
    assertThat(printed.take())
        .isEqualTo("<stdin>:1: SyntaxWarning: \"is\" with a literal. Did you mean \"==\"?\nTrue\n");
    repl.run("import warnings; warnings.simplefilter('error')");
    repl.run("x is 5");
    assertThat(printed.take()).contains("SyntaxError: \"is\" with a literal");
  }

  @Test
  void valuesArePrintedAndRemembered() throws Exception {
    assertThat(run("6 * 7")).isEqualTo("42\n");
    assertThat(run("_ + 1")).isEqualTo("43\n");
    assertThat(run("None", "_")).isEqualTo("43\n");
    assertThat(run("x = 'text'", "x")).isEqualTo("'text'\n");
    assertThat(run("for i in range(2):\n    i\n")).isEqualTo("0\n1\n");
    assertThat(run("def f():\n    5\n", "f()")).isEmpty();
  }

  @Test
  void anErrorLeavesTheSessionAsItWas() throws Exception {
    assertThat(run("a = 1", "1 / 0"))
        .startsWith("Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\n")
        .endsWith("ZeroDivisionError: division by zero\n");
    assertThat(run("a = = 2"))
        .isEqualTo(
            "  File \"<stdin>\", line 1\n    a = = 2\n        ^\nSyntaxError: invalid syntax\n");
    assertThat(run("a")).isEqualTo("1\n");
  }

  @Test
  void interruptEndsTheInputAndKeepsTheSession() throws Exception {
    run("x = 1");
    CompletableFuture<Boolean> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return repl.run("print('on', flush=True)\nwhile True:\n    pass\n");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    StringBuilder output = new StringBuilder();
    while (!output.toString().contains("on")) {
      Thread.sleep(10);
      output.append(printed.take());
    }
    repl.interrupt();
    assertThat(running.get()).isTrue();
    assertThat(run("x")).endsWith("KeyboardInterrupt\n1\n");
  }

  @Test
  void greenletsThatHaveNamesAreListed() throws Exception {
    run(
        "from greenlet import getcurrent, greenlet",
        "def work():\n    getcurrent().parent.switch()\n",
        "first, second, done = greenlet(work), [greenlet(work)], greenlet(int)",
        "first.switch(); done.switch()");
    assertThat(run(":ps"))
        .contains("this dialogue\n         greenlet first: <greenlet.greenlet object at ")
        .containsPattern("greenlet second\\[0\\]: <.* pending>, not begun yet\n")
        .doesNotContain("greenlet done");
  }

  @Test
  void aDeadlockEndsTheInputAndKeepsTheSession() throws Exception {
    assertThat(run("x = 3", "import queue; queue.Queue().get()"))
        .startsWith("pyconc: deadlock: nothing in this program can ever go on\n")
        .contains("waits for an item of Queue")
        .endsWith("KeyboardInterrupt\n");
    assertThat(run("x")).isEqualTo("3\n");
  }

  @Test
  void anEndWhileTheInputWaitsEndsIt() throws Exception {
    run("import os, threading, time");
    String input = "threading.Timer(0.01, os._exit, [3]).start(); time.sleep(600)";
    assertThat(repl.run(input)).isFalse();
    assertThat(repl.end()).isEqualTo(3);
  }

  @Test
  void whatRunsInTheBackgroundLivesOn() throws Exception {
    run(
        "from multiprocessing import Process, Queue",
        "from threading import Thread",
        "def answer(a, b):\n    b.put(a.get() + 1)\n",
        "a, b = Queue(), Queue()",
        "p = Process(target=answer, args=(a, b))",
        "p.start()");
    assertThat(run(":ps")).contains("MainProcess", "this dialogue", "Process-1");
    assertThat(run("a.put(1)", "b.get()")).isEqualTo("2\n");
    assertThat(run("p.join()", ":ps")).doesNotContain("Process-1");
    assertThat(run("done = []", "t = Thread(target=done.append, args=(1,))", "t.start()"))
        .isEmpty();
    while (!run("done").equals("[1]\n")) {
      Thread.sleep(10);
    }
  }

  @Test
  void exitEndsIt() throws Exception {
    assertThat(repl.run("exit(3)")).isFalse();
    assertThat(repl.end()).isEqualTo(3);
    assertThat(repl.run("1")).isFalse();
  }

  @Test
  void theEndRunsWhatWaitsForIt() throws Exception {
    run("import threading, time");
    run("def late():\n    time.sleep(0.05)\n    print('late')\n");
    run("threading.Thread(target=late).start()");
    assertThat(repl.end()).isZero();
    assertThat(printed.take()).isEqualTo("late\n");
  }

  @Test
  void completion() throws Exception {
    run("import math", "def area(width, height=1, *, unit='m'):\n    'Computes.'\n");
    assertThat(repl.complete("ar")).containsExactly("area");
    assertThat(repl.complete("x = math.sq")).containsExactly("sqrt");
    assertThat(repl.complete("'a'.")).isEmpty();
    assertThat(repl.complete("area(1, un")).containsExactly("unit=");
    assertThat(repl.complete("area(")).contains("height=", "width=", "print");
    assertThat(repl.complete("area(max(1, 2), he")).containsExactly("height=", "help", "hex");
    assertThat(repl.complete("import mat")).containsExactly("math");
    assertThat(repl.complete("from math import sq")).containsExactly("sqrt");
    assertThat(repl.complete("whi")).containsExactly("while");
    assertThat(repl.complete("math._")).contains("__name__");
    assertThat(repl.complete("nothing.at")).isEmpty();
  }

  @Test
  void help() throws Exception {
    run("def area(width, height=1, *, unit='m'):\n    'Computes.'\n");
    assertThat(run("help(area)"))
        .isEqualTo(
            "Help on function area in module __main__:\n\n"
                + "area(width, height=1, *, unit='m')\n    Computes.\n");
    assertThat(run(":doc len")).contains("len(obj, /)");
    assertThat(run("class A(list):\n    'Mine.'\n    def f(self): 'Does.'\n", "help(A)"))
        .contains("class A(list)\n    Mine.\n\n    f(self)\n        Does.\n");
  }

  @Test
  void commands(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("session.py");
    run("a = 1", "b = = 1", "b = a + 1");
    assertThat(run(":save " + file)).isEqualTo("2 inputs written to " + file + "\n");
    assertThat(Files.readString(file)).isEqualTo("a = 1\nb = a + 1\n");
    Files.writeString(file, "a = 5\na\n");
    assertThat(run(":load " + file, "a")).isEqualTo("5\n5\n");
    assertThat(run(":time a")).matches("5\n\\d+\\.\\d{6} s\n");
    assertThat(run(":help")).contains(":ps", ":load FILE");
  }

  @Test
  void wrongCommandsAreAnsweredInOneLine() throws Exception {
    assertThat(run(":frob")).isEqualTo("no command ':frob' (:help lists them)\n");
    assertThat(run(":load")).isEqualTo(":load needs an argument (:help says which)\n");
    assertThat(run(":load /missing.py"))
        .isEqualTo("can't open file '/missing.py': No such file or directory\n");
    assertThat(run(":save /missing/file")).startsWith("can't write file").hasLineCount(1);
  }
}
