package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyModule;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.runtime.ProcessState;
import org.pyconc.runtime.TextReader;
import org.pyconc.runtime.TextWriter;

/** The builtin functions that have to do with the running program: output, input, code. */
final class ProgramFunctions {
  private ProgramFunctions() {}

  static void define(ModuleBuilder b) {
    b.functionN(
        "print(*args, sep=' ', end='\\n', file=None, flush=False)",
        "Prints the values to a stream, or to sys.stdout by default.",
        ProgramFunctions::print);
    b.function(
        "input(prompt='', /)",
        "Reads a line from standard input; the trailing newline is stripped.",
        ProgramFunctions::input);
    b.functionN(
        "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None,"
            + " closefd=True, opener=None)",
        "Open file and return a stream.  Raise OSError upon failure.",
        a ->
            Calls.call(
                Attributes.load(ModuleLoader.current().importModule("io", true), "_open"), a));
    b.function(
        "globals()",
        "The dict with the current global variables.",
        () -> mainModule().dictionary());
    b.function(
        "locals()", "The dict with the current local variables.", () -> mainModule().dictionary());
    b.functionN(
        "help(*args)",
        "Prints the signature and the documentation of an object.",
        ProgramFunctions::help);
    CodeFunctions.define(b);
    b.functionN(
        "__import__(name, globals=None, locals=None, fromlist=(), level=0)",
        "Imports a module.",
        a ->
            ModuleLoader.current()
                .importFunction(
                    moduleName(a[0]), CodeFunctions.globals(a[1]), a[3], Items.toInt(a[4])));
  }

  private static String moduleName(Object name) {
    if (!Text.isText(PyPayloadInstance.unwrap(name))) {
      throw Errors.typeError("module name must be a string");
    }
    return Text.java(PyPayloadInstance.unwrap(name));
  }

  static PyModule mainModule() {
    Object main = ProcessState.current().modules().get("__main__");
    return main instanceof PyModule m ? m : ProcessState.current().newModule("__main__");
  }

  private static Object print(Object[] a) {
    PyTuple values = (PyTuple) a[a.length - 1];
    String separator = separator(a[0], "sep", " ");
    String end = separator(a[1], "end", "\n");
    Object file = a[2];
    if (file == PySingleton.NONE) {
      Object out = ProcessState.current().sysAttribute("stdout");
      file = out == null ? ProcessState.current().out() : out;
      if (file == PySingleton.NONE) {
        return PySingleton.NONE;
      }
    }
    if (file instanceof TextWriter writer) {
      writer.hold();
      try {
        for (int i = 0; i < values.size(); i++) {
          if (i > 0) {
            writer.write(separator);
          }
          writer.writeText(Text.str(values.get(i)));
        }
        writer.write(end);
      } finally {
        writer.release();
      }
      if (Truth.isTrue(a[3])) {
        writer.flush();
      }
      return PySingleton.NONE;
    }
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        Calls.method(file, "write", WideString.of(separator));
      }
      Calls.method(file, "write", Text.str(values.get(i)));
    }
    Calls.method(file, "write", WideString.of(end));
    if (Truth.isTrue(a[3])) {
      Calls.method(file, "flush");
    }
    return PySingleton.NONE;
  }

  private static Object help(Object[] a) {
    PyTuple objects = (PyTuple) a[0];
    String text;
    if (objects.size() == 0) {
      text = "Type help(object) for help about an object.\n";
    } else {
      Object object = objects.get(0);
      text =
          HelpText.of(
              object instanceof String name
                  ? ModuleLoader.current().importModule(name, true)
                  : object);
    }
    Object out = ProcessState.current().sysAttribute("stdout");
    Calls.method(out == null ? ProcessState.current().out() : out, "write", WideString.of(text));
    return PySingleton.NONE;
  }

  private static String separator(Object value, String name, String otherwise) {
    if (value == PySingleton.NONE) {
      return otherwise;
    }
    if (!Text.isText(PyPayloadInstance.unwrap(value))) {
      throw Errors.typeError(name + " must be None or a string, not " + PyType.of(value).name());
    }
    return Text.java(value);
  }

  private static Object input(Object prompt) {
    ProcessState state = ProcessState.current();
    Object out = stream(state, "stdout", state.out());
    Object in = stream(state, "stdin", state.in());
    Object err = stream(state, "stderr", state.err());
    if (err != PySingleton.NONE) {
      flush(err);
    }
    if (out instanceof TextWriter writer) {
      writer.writeText(Text.str(prompt));
    } else {
      Calls.method(out, "write", Text.str(prompt));
    }
    flush(out);
    if (in instanceof TextReader reader && !reader.isClosed()) {
      return stripNewline(reader.readLine());
    }
    Object line = PyPayloadInstance.unwrap(Calls.method(in, "readline"));
    if (!Text.isText(line)) {
      throw Errors.typeError("object.readline() returned non-string");
    }
    String text = Text.java(line);
    return stripNewline(text.isEmpty() ? null : text);
  }

  private static Object stream(ProcessState state, String name, Object otherwise) {
    Object set = state.sysAttribute(name);
    if (set == PySingleton.NONE && !name.equals("stderr")) {
      throw Errors.runtimeError("input(): lost sys." + name);
    }
    return set == null ? otherwise : set;
  }

  private static void flush(Object stream) {
    if (stream instanceof TextWriter writer) {
      writer.flush();
    } else {
      try {
        Calls.method(stream, "flush");
      } catch (PyException e) {
        // input() goes on without: a stream of the program need not have it
      }
    }
  }

  private static Object stripNewline(@Nullable String line) {
    if (line == null) {
      throw Errors.of(ExceptionTypes.EOF_ERROR, "EOF when reading a line");
    }
    return WideString.of(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
  }
}
