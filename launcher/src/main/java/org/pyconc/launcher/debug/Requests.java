package org.pyconc.launcher.debug;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.PyException;
import org.pyconc.grammar.Parser;
import org.pyconc.grammar.SourceDecoder;
import org.pyconc.grammar.SourceText;
import org.pyconc.grammar.SyntaxError;
import org.pyconc.grammar.tree.Span;
import org.pyconc.kernel.Kernel;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.Task;
import org.pyconc.launcher.profile.FileCoverage;
import org.pyconc.runtime.Activation;

/** Answers what a client of the debug adapter protocol asks for. */
final class Requests implements Debugger.Listener {
  private static final int FRAMES_OF_THREAD = 1 << 16;

  private final Channel channel;
  private final Debugger debugger;

  /** Open when the client has said all that the program's start must wait for. */
  final CountDownLatch configured = new CountDownLatch(1);

  private final Consumer<String> complaints;
  private volatile boolean isTerminated;

  Requests(Channel channel, Debugger debugger, Consumer<String> complaints) {
    this.channel = channel;
    this.debugger = debugger;
    this.complaints = complaints;
  }

  /** Whether the client has asked for the end of the program. */
  boolean isTerminated() {
    return isTerminated;
  }

  /** Answers until the client goes. */
  void serve() {
    try {
      Map<String, @Nullable Object> message = channel.read();
      while (message != null) {
        if ("request".equals(message.get("type"))) {
          answer(message);
        }
        message = channel.read();
      }
    } catch (ProtocolException garbage) {
      complaints.accept(
          "the debugger sends " + garbage.getMessage() + ": the program goes on without it");
    } catch (IOException gone) {
      // As if it had said so.
    } finally {
      debugger.detach();
      configured.countDown();
    }
  }

  private void answer(Map<String, @Nullable Object> request) {
    String command = String.valueOf(request.get("command"));
    Map<String, @Nullable Object> response = new LinkedHashMap<>();
    response.put("type", "response");
    response.put("request_seq", request.get("seq"));
    response.put("command", command);
    try {
      Object arguments = request.get("arguments");
      Map<?, ?> given = arguments instanceof Map<?, ?> map ? map : Map.of();
      Map<String, ?> body = body(command, given);
      response.put("success", true);
      response.put("body", body);
    } catch (IllegalArgumentException | IllegalStateException e) {
      response.put("success", false);
      response.put("message", String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      response.put("success", false);
      response.put("message", "internal error: " + e);
    }
    channel.send(response);
    if (isTerminated) {
      endProgram();
    }
    after(command);
  }

  /** What must come behind the answer. */
  private void after(String command) {
    switch (command) {
      case "initialize" -> channel.event("initialized", Map.of());
      case "configurationDone", "terminate" -> configured.countDown();
      default -> {}
    }
  }

  private Map<String, ?> body(String command, Map<?, ?> given) {
    return switch (command) {
      case "initialize" ->
          Map.of(
              "supportsConfigurationDoneRequest", true,
              "supportsConditionalBreakpoints", true,
              "supportsEvaluateForHovers", true,
              "supportsTerminateRequest", true,
              "supportsExceptionInfoRequest", true,
              "exceptionBreakpointFilters",
                  List.of(
                      filter("raised", "Raised Exceptions", false),
                      filter("uncaught", "Uncaught Exceptions", true)));
      case "launch", "attach", "configurationDone" -> Map.of();
      case "setExceptionBreakpoints" -> setExceptions(given);
      case "exceptionInfo" -> exceptionInfo(given);
      case "setBreakpoints" -> Map.of("breakpoints", setBreakpoints(given));
      case "threads" -> Map.of("threads", threads());
      case "stackTrace" -> stackTrace(given);
      case "scopes" -> Map.of("scopes", scopes(given));
      case "variables" -> Map.of("variables", variables(given));
      case "evaluate" -> evaluate(given);
      case "continue" -> {
        resume(given, null);
        yield Map.of("allThreadsContinued", false);
      }
      case "next" -> resume(given, Debugger.Step.OVER);
      case "stepIn" -> resume(given, Debugger.Step.IN);
      case "stepOut" -> resume(given, Debugger.Step.OUT);
      case "pause" -> pause(given);
      case "terminate" -> terminate();
      case "disconnect" -> {
        debugger.detach();
        yield Boolean.TRUE.equals(given.get("terminateDebuggee")) ? terminate() : Map.of();
      }
      default -> throw new IllegalArgumentException("unknown request '" + command + "'");
    };
  }

  private static long number(Map<?, ?> given, String name) {
    if (given.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("'" + name + "' must be a number");
  }

  // ---- breakpoints ---------------------------------------------------------------------------

  private List<Map<String, ?>> setBreakpoints(Map<?, ?> given) {
    if (!(given.get("source") instanceof Map<?, ?> source)
        || !(source.get("path") instanceof String path)) {
      throw new IllegalArgumentException("'source' must have a path");
    }
    NavigableSet<Integer> lines = linesOf(path);
    Map<Integer, String> wanted = new LinkedHashMap<>();
    List<Map<String, ?>> answers = new ArrayList<>();
    List<?> all = given.get("breakpoints") instanceof List<?> list ? list : List.of();
    for (Object each : all) {
      if (!(each instanceof Map<?, ?> breakpoint)) {
        throw new IllegalArgumentException("a breakpoint must be an object");
      }
      int asked = (int) number(breakpoint, "line");
      Integer line = lines.ceiling(asked);
      if (line == null) {
        answers.add(
            Map.of("verified", false, "line", asked, "message", "no statement from here on"));
      } else {
        wanted.put(line, breakpoint.get("condition") instanceof String c ? c : "");
        answers.add(Map.of("verified", true, "line", line));
      }
    }
    debugger.setBreakpoints(path, wanted);
    return answers;
  }

  private static Map<String, ?> filter(String name, String label, boolean isDefault) {
    return Map.of("filter", name, "label", label, "default", isDefault);
  }

  private Map<String, ?> setExceptions(Map<?, ?> given) {
    List<?> filters = given.get("filters") instanceof List<?> list ? list : List.of();
    for (Object filter : filters) {
      if (!"raised".equals(filter) && !"uncaught".equals(filter)) {
        throw new IllegalArgumentException("there is no exception filter '" + filter + "'");
      }
    }
    debugger.setExceptions(filters.contains("raised"), filters.contains("uncaught"));
    return Map.of();
  }

  private Map<String, ?> exceptionInfo(Map<?, ?> given) {
    Stop stop = stop(number(given, "threadId"));
    PyException exception = debugger.exceptionOf(stop.task);
    if (exception == null) {
      throw new IllegalStateException("the thread has not stopped for an exception");
    }
    return stop.ask(
        () ->
            Map.of(
                "exceptionId",
                exception.value().type().simpleName(),
                "description",
                Variables.message(exception),
                "breakMode",
                "always"));
  }

  /** The lines on which statements begin. */
  private static NavigableSet<Integer> linesOf(String path) {
    try {
      Path file = Path.of(path);
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException("can't read '" + path + "'");
      }
      SourceText source = SourceDecoder.decode(path, Files.readAllBytes(file));
      return new TreeSet<>(FileCoverage.linesOf(source, Parser.parseModule(source)));
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("can't read '" + path + "'", e);
    } catch (SyntaxError e) {
      throw new IllegalArgumentException("'" + path + "' has a syntax error", e);
    }
  }

  // ---- threads -------------------------------------------------------------------------------

  private List<Map<String, ?>> threads() {
    List<Map<String, ?>> threads = new ArrayList<>();
    for (Task task : debugger.tasks()) {
      String process = task.process().name() + " (pid " + task.process().pid() + ")";
      threads.add(
          Map.of(
              "id",
              debugger.number(task),
              "name",
              task.isMain() ? process : process + " " + task.name()));
    }
    return threads;
  }

  private Stop stop(long thread) {
    Stop stop = debugger.stopOf(thread);
    if (stop == null) {
      throw new IllegalStateException("the thread is running");
    }
    return stop;
  }

  @Override
  public void stopped(Stop stop, Debugger.Reason reason) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("reason", reason.name().toLowerCase(Locale.ROOT));
    event.put("threadId", debugger.number(stop.task));
    event.put("allThreadsStopped", false);
    if (reason == Debugger.Reason.EXCEPTION) {
      event.put("text", Variables.message(debugger.exceptionOf(stop.task)));
    }
    channel.event("stopped", event);
  }

  private Map<String, ?> resume(Map<?, ?> given, Debugger.@Nullable Step step) {
    debugger.resume(stop(number(given, "threadId")), step);
    return Map.of();
  }

  private Map<String, ?> pause(Map<?, ?> given) {
    Task task = debugger.task(number(given, "threadId"));
    if (task == null) {
      throw new IllegalArgumentException("no such thread");
    }
    debugger.pause(task);
    return Map.of();
  }

  private Map<String, ?> terminate() {
    isTerminated = true;
    debugger.detach();
    return Map.of();
  }

  /** Only now: the end of the program takes the connection with it. */
  private void endProgram() {
    Kernel kernel = debugger.kernel();
    KernelProcess main = kernel == null ? null : kernel.mainProcess();
    if (main != null) {
      main.terminate(KernelProcess.SIGTERM);
    }
  }

  // ---- what a stopped thread holds -----------------------------------------------------------

  private Map<String, ?> stackTrace(Map<?, ?> given) {
    long thread = number(given, "threadId");
    Stop stop = stop(thread);
    List<Map<String, ?>> frames = new ArrayList<>();
    for (int i = 0; i < stop.frames.size(); i++) {
      Activation frame = stop.frames.get(i);
      Span place = frame.place();
      Map<String, Object> described = new LinkedHashMap<>();
      described.put("id", thread * FRAMES_OF_THREAD + i);
      described.put("name", frame.code().qualifiedName());
      described.put("line", place.line());
      described.put("column", place.column() + 1);
      String path = frame.code().source().name();
      if (path.startsWith("<")) {
        described.put("presentationHint", "subtle");
      } else {
        String name = path.substring(path.lastIndexOf('/') + 1);
        described.put("source", Map.of("name", name, "path", path));
      }
      frames.add(described);
    }
    int from = given.get("startFrame") instanceof Long start ? start.intValue() : 0;
    int levels = given.get("levels") instanceof Long count ? count.intValue() : 0;
    int to = levels > 0 ? Math.min(frames.size(), from + levels) : frames.size();
    return Map.of(
        "stackFrames", frames.subList(Math.clamp(from, 0, to), to), "totalFrames", frames.size());
  }

  private Activation frame(long id) {
    Activation frame = stop(id / FRAMES_OF_THREAD).frame((int) (id % FRAMES_OF_THREAD));
    if (frame == null) {
      throw new IllegalArgumentException("no such frame");
    }
    return frame;
  }

  private List<Map<String, ?>> scopes(Map<?, ?> given) {
    long id = number(given, "frameId");
    Stop stop = stop(id / FRAMES_OF_THREAD);
    Activation frame = frame(id);
    return stop.ask(
        () -> {
          List<Map<String, ?>> scopes = new ArrayList<>();
          Object globals = frame.function().globals().dictionary();
          Object locals = frame.locals();
          if (locals != null && locals != globals) {
            scopes.add(scope("Locals", stop.variables.number(locals)));
          }
          scopes.add(scope("Globals", stop.variables.number(globals)));
          return scopes;
        });
  }

  private static Map<String, ?> scope(String name, long number) {
    return Map.of("name", name, "variablesReference", number, "expensive", false);
  }

  private List<?> variables(Map<?, ?> given) {
    long number = number(given, "variablesReference");
    Stop stop = stop(number / Variables.NUMBERS_OF_THREAD);
    return stop.ask(() -> stop.variables.children(number));
  }

  private Map<String, ?> evaluate(Map<?, ?> given) {
    if (!(given.get("expression") instanceof String expression)) {
      throw new IllegalArgumentException("'expression' must be a string");
    }
    if (!(given.get("frameId") instanceof Long id)) {
      throw new IllegalArgumentException("stop the program first: there is no frame");
    }
    Stop stop = stop(id / FRAMES_OF_THREAD);
    Activation frame = frame(id);
    return stop.ask(() -> stop.variables.evaluate(expression, frame));
  }
}
