package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pyconc.embedding.TestContexts.builder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What uses the host is refused, unless the context allows it, with the permission's name. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PermissionsTest {
  private static final String ID = "pyconc";

  private static void assertRefused(String code, String permission) {
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .isInstanceOf(PolyglotException.class)
          .hasMessageContaining("PermissionError: [Errno 1] Operation not permitted")
          .hasMessageContaining("(" + permission + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open('/etc/hostname')",
        "open('new', 'w')",
        "import io; io.FileIO('/etc/hostname')",
        "import os; os.listdir('/')",
        "import os; os.scandir('/')",
        "import os; os.stat('/')",
        "import os; os.lstat('/')",
        "import os; os.access('/', 4)",
        "import os; os.open('/etc/hostname', 0)",
        "import os; os.mkdir('d')",
        "import os; os.makedirs('d/e')",
        "import os; os.remove('f')",
        "import os; os.rmdir('d')",
        "import os; os.rename('f', 'g')",
        "import os; os.replace('f', 'g')",
        "import os; os.link('f', 'g')",
        "import os; os.symlink('f', 'g')",
        "import os; os.readlink('f')",
        "import os; os.chmod('f', 0)",
        "import os; os.chown('f', 0, 0)",
        "import os; os.utime('f')",
        "import os; os.truncate('f', 0)",
        "import os; os.chdir('/')",
        "import os.path; os.path.realpath('/etc/hostname')",
        "import os.path; os.path.expanduser('~root/x')",
        "import pathlib; pathlib.Path('/etc/hostname').read_text()",
        "import pathlib; pathlib.Path('f').write_text('x')",
        "import pathlib; list(pathlib.Path('/').iterdir())",
        "import pathlib; pathlib.Path('/etc').stat()",
        "import pathlib; pathlib.Path('d').mkdir()",
        "import pathlib; pathlib.Path('f').touch()",
        "import pathlib; pathlib.Path('f').unlink()",
        "import shutil; shutil.rmtree('/none')",
        "import shutil; shutil.copy('/etc/hostname', 'f')",
        "import shutil; shutil.move('f', 'g')",
        "import shutil; shutil.disk_usage('/')",
        "import tempfile; tempfile.mkdtemp(dir='/tmp')",
        "import tempfile; tempfile.NamedTemporaryFile(dir='/tmp')",
        "import logging; logging.basicConfig(filename='log')",
        "import gzip; gzip.open('f')",
        "import shelve; shelve.open('f')",
        "import pwd; pwd.getpwnam('root')",
        "import grp; grp.getgrall()",
        "import fileinput; list(fileinput.input('f'))",
        "import socket; socket.socket(socket.AF_UNIX).bind('/tmp/x')",
      })
  void files(String code) {
    try (Context context =
        code.contains("AF_UNIX")
            ? builder().allowIO(IOAccess.newBuilder().allowHostSocketAccess(true).build()).build()
            : builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .isInstanceOf(PolyglotException.class)
          .hasMessageContaining("PermissionError: [Errno 1] Operation not permitted")
          .hasMessageContaining("no use of files (allowIO)");
    }
  }

  /** What only asks whether there is a file gets the answer no. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import os.path; os.path.exists('/etc/hostname')",
        "import os.path; os.path.isfile('/etc/hostname')",
        "import os.path; os.path.isdir('/')",
        "import os.path; os.path.islink('/etc/mtab')",
        "import os.path; os.path.lexists('/')",
        "import os.path; os.path.ismount('/')",
        "import glob; glob.glob('/*') != []",
        "import os; list(os.walk('/')) != []",
        "import shutil; shutil.which('sh') is not None",
        "import linecache; linecache.getlines('/etc/hostname') != []",
      })
  void filesThatAreAskedForAreNotThere(String code) {
    try (Context context = builder().build()) {
      assertThat(context.eval(ID, code).asBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import socket; socket.socket()",
        "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.gethostbyname('localhost')",
        "import socket; socket.gethostbyaddr('127.0.0.1')",
        "import socket; socket.if_nameindex()",
        "import socket; socket.getnameinfo(('127.0.0.1', 80), 0)",
        "import socket; socket.create_connection(('localhost', 80))",
        "import socket; socket.create_server(('localhost', 0))",
        "import socketserver; socketserver.TCPServer(('localhost', 0), None)",
        "import http.server; http.server.HTTPServer(('localhost', 0), None)",
        "import http.client; http.client.HTTPConnection('localhost').request('GET', '/')",
        "import urllib.request; urllib.request.urlopen('http://localhost/').read()",
        "import requests; requests.get('http://localhost/')",
        "import asyncio; asyncio.run(asyncio.open_connection('localhost', 80))",
        "import asyncio; asyncio.run(asyncio.start_server(None, 'localhost', 0))",
        "import gevent.socket; gevent.socket.create_connection(('localhost', 80))",
        "from gevent.server import StreamServer; StreamServer(('localhost', 0), print).start()",
        "from multiprocessing.connection import Client; Client(('localhost', 80))",
        "from multiprocessing.connection import Listener; Listener(('localhost', 0))",
        "from multiprocessing.managers import BaseManager\n"
            + "BaseManager(address=('localhost', 80), authkey=b'').connect()",
        "import logging.handlers; logging.handlers.SysLogHandler(('localhost', 514))",
      })
  void network(String code) {
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .isInstanceOf(PolyglotException.class)
          .hasMessageContaining("Operation not permitted")
          .hasMessageContaining("no use of the network (allowIO)");
    }
  }

  @Test
  void theNameOfTheHostIsNotTold() {
    try (Context context = builder().build()) {
      assertThat(context.eval(ID, "import socket, os; socket.gethostname(), os.uname().nodename"))
          .hasToString("('localhost', 'localhost')");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import subprocess; subprocess.run(['true'])",
        "import subprocess; subprocess.Popen('true', shell=True)",
        "import subprocess; subprocess.check_output(['true'])",
        "import subprocess; subprocess.getoutput('true')",
        "import gevent.subprocess; gevent.subprocess.run(['true'])",
        "import asyncio; asyncio.run(asyncio.create_subprocess_exec('true'))",
        "import asyncio; asyncio.run(asyncio.create_subprocess_shell('true'))",
        "import os; os.system('true')",
        "import os; os.popen('true')",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.execvp('true', ['true'])",
      })
  void programsOfTheHost(String code) {
    assertRefused(code, "allowCreateProcess");
  }

  @Test
  void programsOfTheHostThatOthersHaveStartedAreNotSignalled() throws IOException {
    Process foreign = new ProcessBuilder("sleep", "60").start();
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, "import os; os.kill(" + foreign.pid() + ", 9)"))
          .hasMessageContaining("(allowCreateProcess)");
      assertThat(foreign.isAlive()).isTrue();
    } finally {
      foreign.destroyForcibly();
    }
  }

  @Test
  void theEnvironmentIsThatOfTheContext() {
    try (Context context = builder().environment("COLOUR", "green").build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  import os
                  before = os.getenv('PATH'), os.environ.get('HOME'), os.getenv('COLOUR')
                  os.environ['COLOUR'] = 'red'
                  before, os.environ['COLOUR'], sorted(os.environ)
                  """))
          .hasToString("((None, None, 'green'), 'red', ['COLOUR'])");
    }
    assertThat(System.getenv("COLOUR")).isNull();
  }

  @Test
  void aProgramOfTheHostGetsTheEnvironmentOfTheContextAlone() {
    try (Context context =
        builder()
            .allowIO(IOAccess.ALL)
            .allowCreateProcess(true)
            .environment("COLOUR", "green")
            .build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  import subprocess
                  done = subprocess.run(['/usr/bin/env'], capture_output=True, text=True)
                  'COLOUR=green' in done.stdout, 'HOME=' in done.stdout
                  """))
          .hasToString("(True, False)");
    }
  }

  @Test
  void aProgramOfTheHostEndsWithTheContext() {
    for (boolean isCancelled : new boolean[] {false, true}) {
      Context context = builder().allowIO(IOAccess.ALL).allowCreateProcess(true).build();
      context.eval(ID, "import subprocess; child = subprocess.Popen(['sleep', '600'])");
      context.close(isCancelled); // which throws an exception while one is alive
    }
  }

  /** An application may start programs in its own way, or only seem to. */
  @Test
  void theProcessHandlerOfTheContextStartsPrograms() {
    List<List<String>> commands = new ArrayList<>();
    try (Context context =
        builder()
            .allowIO(IOAccess.ALL)
            .allowCreateProcess(true)
            .processHandler(
                command -> {
                  commands.add(command.getCommand());
                  return new ProcessBuilder("sh", "-c", "cat; echo out; echo err >&2; exit 3")
                      .start();
                })
            .build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  import subprocess
                  done = subprocess.run(['rm', '-rf', 'x'], input='in ', capture_output=True,
                                        text=True)
                  done.returncode, done.stdout, done.stderr
                  """))
          .hasToString("(3, 'in out\\n', 'err\\n')");
    }
    assertThat(commands).containsExactly(List.of("rm", "-rf", "x"));
  }

  @Test
  void programsOfTheHostUseTheStreamsOfTheContext() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (Context context =
        builder()
            .allowIO(IOAccess.ALL)
            .allowCreateProcess(true)
            .environment("PATH", System.getenv("PATH"))
            .out(out)
            .err(err)
            .build()) {
      context.eval(
          ID,
          """
          import subprocess, os, tempfile
          subprocess.run(['sh', '-c', 'echo one; echo two >&2'])
          subprocess.run('echo gone; echo hidden >&2', shell=True, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL)
          os.system('echo three')
          print(os.popen('echo four').read(), end='')
          print(subprocess.run(['cat'], stdin=subprocess.DEVNULL, capture_output=True).stdout)
          with tempfile.TemporaryFile('w+') as f:
              subprocess.run(['sh', '-c', 'echo five; echo six >&2'], stdout=f,
                             stderr=subprocess.STDOUT)
              f.seek(0)
              print(f.read().split())
              f.seek(0)
              print(subprocess.run(['cat'], stdin=f, capture_output=True, text=True).stdout.split())
          p = subprocess.Popen(['sleep', '60'])
          p.terminate()
          print(p.wait() in (-15, 143), p.pid > 0)
          try:
              subprocess.run(['no-such-program'])
          except FileNotFoundError as e:
              print(e)
          """);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "one\nthree\nfour\nb''\n['five', 'six']\n['five', 'six']\nTrue True\n"
                + "[Errno 2] No such file or directory: 'no-such-program'\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("two\n");
  }

  @Test
  void inputComesFromTheContext() {
    try (Context context =
        builder()
            .in(new ByteArrayInputStream("Ada\n36\nmore\n".getBytes(StandardCharsets.UTF_8)))
            .build()) {
      assertThat(
              context.eval(
                  ID,
                  "import sys; (input(), int(input('? ')), sys.stdin.readline(),"
                      + " sys.stdin.read())"))
          .hasToString("('Ada', 36, 'more\\n', '')");
      assertThatThrownBy(() -> context.eval(ID, "input()"))
          .hasMessage("EOFError: EOF when reading a line");
    }
  }

  @Test
  void signalsStayInTheProgram() {
    try (Context context = builder().build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  import os, signal
                  seen = []
                  signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
                  os.kill(os.getpid(), signal.SIGUSR1)
                  signal.raise_signal(signal.SIGUSR1)
                  seen
                  """))
          .hasToString("[10, 10]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"import sys; sys.exit(3)", "raise SystemExit(3)", "exit(3)"})
  void exitEndsTheEvaluationAlone(String code) {
    try (Context context = builder().build()) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .isInstanceOfSatisfying(
              PolyglotException.class,
              e -> {
                assertThat(e.isExit()).isTrue();
                assertThat(e.getExitStatus()).isEqualTo(3);
              });
    }
  }

  /** Threads and processes of a program are none of the host: no permission is needed. */
  @Test
  void threadsAndProcessesOfTheProgramNeedNoPermission() {
    try (Context context = builder().allowCreateThread(false).build()) {
      assertThat(
              context.eval(
                  ID,
                  """
                  import threading
                  from multiprocessing import Pool
                  seen = []
                  thread = threading.Thread(target=seen.append, args=(1,))
                  thread.start(); thread.join()
                  with Pool(2) as pool:
                      seen += pool.map(abs, [-2, -3])
                  seen
                  """))
          .hasToString("[1, 2, 3]");
    }
  }
}
