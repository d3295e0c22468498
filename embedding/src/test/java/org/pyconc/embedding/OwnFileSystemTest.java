package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.io.FileSystem;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a program does with files goes through the file system that its context was given. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnFileSystemTest {
  private static final String ID = "pyconc";

  private final java.nio.file.FileSystem memory =
      Jimfs.newFileSystem(
          Configuration.unix().toBuilder()
              .setAttributeViews("basic", "owner", "posix", "unix")
              .setWorkingDirectory("/memory")
              .build());

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(memory.getPath("/memory/folder/inner"));
    Files.createDirectories(memory.getPath("/tmp"));
    Files.createDirectories(memory.getPath("/etc"));
    Files.writeString(memory.getPath("/etc/hostname"), "in-memory\n");
    Files.writeString(memory.getPath("/memory/text.txt"), "first\nsecond\n");
    Files.writeString(memory.getPath("/memory/own_module.py"), "answer = 42\n");
    Files.writeString(memory.getPath("/memory/folder/__init__.py"), "where = __file__\n");
    Files.writeString(memory.getPath("/memory/folder/part.py"), "def f(): return 1 / 0\n");
  }

  @AfterEach
  void close() throws IOException {
    memory.close();
  }

  private static Context context(java.nio.file.FileSystem files) {
    return context(FileSystem.newFileSystem(files));
  }

  private static Context context(FileSystem files) {
    return Context.newBuilder(ID)
        .option("engine.WarnInterpreterOnly", "false")
        .allowIO(IOAccess.newBuilder().fileSystem(files).build())
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open('/etc/hostname').read() == 'in-memory\\n'",
        "open('text.txt', 'rb').read() == b'first\\nsecond\\n'",
        "import os; os.getcwd() == '/memory'",
        "import os; sorted(os.listdir()) == ['folder', 'own_module.py', 'text.txt']",
        "import os; sorted(os.listdir('/')) == ['etc', 'memory', 'tmp']",
        "import os; sorted(e.name for e in os.scandir('.') if e.is_file())"
            + " == ['own_module.py', 'text.txt']",
        "import os; [len(f) for _, _, f in os.walk('/memory')] == [2, 2, 0]",
        "import os; os.stat('text.txt').st_size == 13",
        "import os, stat; stat.S_ISDIR(os.stat('folder').st_mode)",
        "import os; os.path.isfile('text.txt') and not os.path.exists('/proc')",
        "import os; os.path.getsize('/memory/text.txt') == 13",
        "import os; os.path.realpath('folder/../text.txt') == '/memory/text.txt'",
        "import os; os.access('text.txt', os.R_OK) and not os.access('none', os.R_OK)",
        "import os; fd = os.open('text.txt', os.O_RDONLY); os.read(fd, 5) == b'first'",
        "import os; os.mkdir('new'); os.rmdir('new'); os.path.exists('new') is False",
        "import os; os.makedirs('a/b/c'); os.removedirs('a/b/c'); not os.path.exists('a')",
        "import os; os.rename('text.txt', 'moved'); open('moved').readline() == 'first\\n'",
        "import os; os.symlink('text.txt', 'link'); os.readlink('link') == 'text.txt'",
        "import os; os.link('text.txt', 'other'); os.stat('other').st_size == 13",
        "import os; os.utime('text.txt', (5, 7)); os.stat('text.txt').st_mtime == 7",
        "import os; os.chmod('text.txt', 0o600); os.stat('text.txt').st_mode & 0o777 == 0o600",
        "import os; os.truncate('text.txt', 5); open('text.txt').read() == 'first'",
        "import os; os.chdir('folder'); os.listdir('.').__len__() == 3",
        "import pathlib; pathlib.Path('text.txt').read_text() == 'first\\nsecond\\n'",
        "import pathlib; sorted(p.name for p in pathlib.Path().rglob('*.py'))"
            + " == ['__init__.py', 'own_module.py', 'part.py']",
        "import pathlib; pathlib.Path('x').write_bytes(b'abc'); open('x').read() == 'abc'",
        "import pathlib; str(pathlib.Path('text.txt').resolve()) == '/memory/text.txt'",
        "import glob; glob.glob('*.txt') == ['text.txt']",
        "import shutil; shutil.copy('text.txt', 'copy'); open('copy').read()[:5] == 'first'",
        "import shutil; shutil.copytree('folder', 'tree'); open('tree/part.py').read()[:3] =="
            + " 'def'",
        "import os, shutil; shutil.rmtree('folder'); not os.path.exists('folder')",
        "import shutil; shutil.move('text.txt', 'folder'); len(open('folder/text.txt').read()) =="
            + " 13",
        "import tempfile; tempfile.gettempdir() == '/tmp'",
        "import tempfile\nwith tempfile.NamedTemporaryFile('w+') as f:\n"
            + "    f.write('x'); f.flush(); found = open(f.name).read() == 'x'\nfound",
        "import os, tempfile\n"
            + "with tempfile.TemporaryDirectory() as d:\n"
            + "    there = os.listdir('/tmp')\n"
            + "len(there) == 1 and os.listdir('/tmp') == []",
        "import os, tempfile\nwith tempfile.TemporaryFile() as f:\n    f.write(b'abc'); f.seek(1)\n"
            + "    rest = f.read()\nrest == b'bc'",
        "import linecache; linecache.getline('text.txt', 2) == 'second\\n'",
        "import fileinput; [line for line in fileinput.input('text.txt')][1] == 'second\\n'",
        "import json; json.dump([1], open('j', 'w')); json.load(open('j')) == [1]",
        "import gzip\nwith gzip.open('z', 'wb') as f: f.write(b'abc')\n"
            + "with gzip.open('z') as f: text = f.read()\ntext == b'abc'",
        "import pickle\nwith open('p', 'wb') as f: pickle.dump((1, 2), f)\n"
            + "pickle.load(open('p', 'rb')) == (1, 2)",
        "import logging\nlogging.basicConfig(filename='log', format='%(message)s')\n"
            + "logging.warning('hm')\nopen('log').read() == 'hm\\n'",
        "import configparser; c = configparser.ConfigParser(); c.read('none') == []",
        "import own_module; own_module.answer == 42 and own_module.__file__ =="
            + " '/memory/own_module.py'",
        "import folder; folder.where == '/memory/folder/__init__.py'",
        "import importlib, own_module; importlib.reload(own_module).answer == 42",
        "import sys; sys.path.append('/memory/folder'); import part; part.f.__name__ == 'f'",
        "f = open('text.txt', 'r+'); f.seek(0, 2); f.write('more'); f.close()\n"
            + "open('text.txt').read() == 'first\\nsecond\\nmore'",
        "f = open('text.txt', 'a'); f.write('end'); f.close(); open('text.txt').read()[-3:] =="
            + " 'end'",
        "import traceback, folder.part\ntry: folder.part.f()\n"
            + "except ZeroDivisionError: text = traceback.format_exc()\n"
            + "'/memory/folder/part.py\", line 1, in f\\n    def f(): return 1 / 0' in text",
        "from multiprocessing import Process, Queue\n"
            + "def f(q): q.put(open('text.txt').readline())\n"
            + "q = Queue(); p = Process(target=f, args=(q,)); p.start(); q.get() == 'first\\n'",
        "import os; os.path.expanduser('~nobody') == '~nobody'",
      })
  void everything(String code) {
    try (Context context = context(memory)) {
      assertThat(context.eval(ID, code).asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open('/proc/self/status')",
        "import os; os.stat('/usr')",
        "import os; os.listdir('/usr')",
        "import os; os.chdir('/usr')",
        "import os; os.remove('none')",
        "import os; os.rename('none', 'other')",
        "import pathlib; pathlib.Path('/usr/none').touch()",
      })
  void whatIsNotThere(String code) {
    try (Context context = context(memory)) {
      assertThatThrownBy(() -> context.eval(ID, code))
          .hasMessageStartingWith("FileNotFoundError: [Errno 2] No such file or directory: '");
    }
  }

  @Test
  void errorsAreThoseOfFiles() {
    try (Context context = context(memory)) {
      assertThatThrownBy(() -> context.eval(ID, "import os; os.mkdir('folder')"))
          .hasMessage("FileExistsError: [Errno 17] File exists: 'folder'");
      assertThatThrownBy(() -> context.eval(ID, "import os; os.rmdir('folder')"))
          .hasMessage("OSError: [Errno 39] Directory not empty: 'folder'");
      assertThatThrownBy(() -> context.eval(ID, "open('text.txt', 'x')"))
          .hasMessage("FileExistsError: [Errno 17] File exists: 'text.txt'");
      assertThatThrownBy(() -> context.eval(ID, "open('folder')"))
          .hasMessage("IsADirectoryError: [Errno 21] Is a directory: 'folder'");
      assertThatThrownBy(() -> context.eval(ID, "open('text.txt').write('x')"))
          .hasMessage("io.UnsupportedOperation: not writable");
    }
  }

  /** A file system of the host that only reads has the host's paths, but must be asked. */
  @Test
  void aFileSystemThatOnlyReads(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "content");
    FileSystem readOnly = FileSystem.newReadOnlyFileSystem(FileSystem.newDefaultFileSystem());
    try (Context context = context(readOnly)) {
      context.getBindings(ID).putMember("name", file.toString());
      assertThat(context.eval(ID, "open(name).read()").asString()).isEqualTo("content");
      for (String code :
          new String[] {
            "open(name, 'w')",
            "open(name, 'a')",
            "open(name + '2', 'x')",
            "import os; os.remove(name)",
            "import os; os.mkdir(name + '2')",
            "import os; os.rename(name, name + '2')",
            "import os; os.chmod(name, 0)",
            "import os; os.truncate(name, 0)",
            "import pathlib; pathlib.Path(name).unlink()",
            "import shutil; shutil.copy(name, name + '2')",
          }) {
        assertThatThrownBy(() -> context.eval(ID, code))
            .as(code)
            .hasMessageStartingWith("PermissionError: [Errno 13] Permission denied: '" + file);
      }
    }
    assertThat(file).hasContent("content");
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void aFileSystemThatKnowsLittle() throws IOException {
    try (java.nio.file.FileSystem basic =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder()
                .setAttributeViews("basic")
                .setSupportedFeatures()
                .build())) {
      try (Context context = context(basic)) {
        assertThat(
                context.eval(
                    ID,
                    """
                    import os, stat
                    os.mkdir('d')
                    with open('d/f', 'w') as f:
                        f.write('abc')
                    found = os.stat('d/f')
                    (os.listdir('d'), found.st_size, stat.S_ISREG(found.st_mode),
                     stat.S_ISDIR(os.stat('d').st_mode), os.path.isdir('d'))
                    """))
            .hasToString("(['f'], 3, True, True, True)");
        assertThatThrownBy(() -> context.eval(ID, "os.symlink('a', 'b')"))
            .hasMessageStartingWith(
                "PermissionError: [Errno 1] Operation not permitted: 'a' -> 'b'");
      }
    }
  }

  @Test
  void socketsHaveNoNamesInIt() {
    try (Context context =
        Context.newBuilder(ID)
            .option("engine.WarnInterpreterOnly", "false")
            .allowIO(
                IOAccess.newBuilder()
                    .fileSystem(FileSystem.newFileSystem(memory))
                    .allowHostSocketAccess(true)
                    .build())
            .build()) {
      assertThatThrownBy(
              () ->
                  context.eval(
                      ID, "import socket; socket.socket(socket.AF_UNIX).bind('/tmp/name')"))
          .hasMessage("PermissionError: [Errno 13] Permission denied");
      assertThat(context.eval(ID, "s = socket.socket(); s.bind(('127.0.0.1', 0)); s.fileno() > 2"))
          .hasToString("true");
    }
  }
}
