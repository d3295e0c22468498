package org.pyconc.embedding;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.StopIterationException;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnknownKeyException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;

/**
 * What exceptions of the host are in a program: instances of classes that stand for the host's, of
 * the same names and in the same order, below {@code Exception}.
 */
final class HostErrors {
  /** Causes may go round in a circle. */
  private static final int MOST_CAUSES = 20;

  /** How the host describes a method: {@code Method[public void a.B.c(int)]}. */
  private static final Pattern METHOD = Pattern.compile("([\\w$]+)\\(([^()]*)\\)\\]");

  private final EmbeddedProgram program;
  private final TruffleLanguage.Env env;
  private final ConcurrentHashMap<String, PyType> types = new ConcurrentHashMap<>();

  HostErrors(EmbeddedProgram program) {
    this.program = program;
    this.env = program.env();
  }

  /** The exception of the program for one of the host. On a thread of the host. */
  HostError of(Object exception) throws UnsupportedMessageException {
    return of(exception, 0);
  }

  private HostError of(Object exception, int depth) throws UnsupportedMessageException {
    InteropLibrary interop = InteropLibrary.getUncached();
    String message =
        interop.hasExceptionMessage(exception)
            ? interop.asString(interop.getExceptionMessage(exception))
            : null;
    Throwable thrown = throwable(exception);
    PyType type;
    if (thrown != null) {
      type = typeOf(thrown.getClass());
    } else {
      String name =
          interop.hasMetaObject(exception)
              ? interop.asString(interop.getMetaQualifiedName(interop.getMetaObject(exception)))
              : "foreign.Exception";
      type = types.computeIfAbsent(name, key -> make(key, ExceptionTypes.EXCEPTION));
    }
    HostError error = new HostError(type, exception);
    if (depth < MOST_CAUSES && interop.hasExceptionCause(exception)) {
      error.setCause(of(interop.getExceptionCause(exception), depth + 1));
    }
    error.setArguments(message == null ? PyTuple.EMPTY : PyTuple.of(WideString.of(message)));
    return error;
  }

  private @Nullable Throwable throwable(Object exception) {
    if (exception instanceof Throwable t && env.isHostException(t)) {
      return env.asHostException(t);
    }
    return env.isHostObject(exception) && env.asHostObject(exception) instanceof Throwable t
        ? t
        : null;
  }

  /** The class that stands for a class of exceptions of the host. */
  PyType typeOf(Class<?> host) {
    PyType known = types.get(host.getName());
    if (known != null) {
      return known;
    }
    Class<?> above = host.getSuperclass();
    PyType base =
        host == Throwable.class || above == null ? ExceptionTypes.EXCEPTION : typeOf(above);
    return types.computeIfAbsent(host.getName(), key -> make(key, base));
  }

  private PyType make(String name, PyType base) {
    return new PyType(name, base, true, HostError::new, b -> define(name, b));
  }

  private void define(String name, TypeBuilder b) {
    b.rawMethod(
        "__init__(self, /, *args)",
        "Make an exception of the host.",
        (arguments, keywords) -> {
          if (keywords.length > 0) {
            throw Errors.typeError(name + "() takes no keyword arguments");
          }
          initialise(
              name, (HostError) arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
          return PySingleton.NONE;
        });
    b.method(
        "__getattr__(self, name, /)",
        "Return a member of the host's exception.",
        (self, member) -> {
          HostError error = (HostError) self;
          if (!error.isInitialised()) {
            throw Errors.noAttribute(self, Attributes.name(member));
          }
          HostObject object = new HostObject(program, objectOf(error.thrown()), HostTypes.OBJECT);
          return Attributes.load(object, Attributes.name(member));
        });
  }

  /** The members of a host's exception are those of the object, not of what carries it. */
  private Object objectOf(Object exception) {
    return exception instanceof Throwable t && env.isHostException(t)
        ? env.asGuestValue(env.asHostException(t))
        : exception;
  }

  private void initialise(String name, HostError self, Object[] arguments) {
    self.setArguments(PyTuple.of(arguments));
    Heap heap = Heap.current(program);
    Object[] converted = heap.toHost(arguments);
    program.requireHostClasses();
    self.setThrown(
        program.onHost(
            heap,
            () -> InteropLibrary.getUncached().instantiate(env.lookupHostSymbol(name), converted)));
  }

  /** What a program raises when the host could not do what was asked. */
  PyException translate(Throwable failure, Heap heap) {
    return switch (failure) {
      case PyException e -> e;
      case GuestException e when heap.equals(e.heap()) && e.value() != null ->
          new PyException(e.value());
      case GuestException e when e.isEnd() -> throw e;
      case HostArrays.NotSupported e -> Errors.typeError(message(e));
      case UnknownIdentifierException e ->
          Errors.of(
              ExceptionTypes.ATTRIBUTE_ERROR,
              "the host's object has no attribute '" + e.getUnknownIdentifier() + "'");
      case UnknownKeyException e -> Errors.keyError(heap.toGuest(e.getUnknownKey()));
      case InvalidArrayIndexException e -> Errors.indexError("index out of range");
      case StopIterationException e -> Errors.stopIteration(PySingleton.NONE);
      case ArityException e ->
          Errors.typeError("expected " + arity(e) + " but got " + e.getActualArity());
      case UnsupportedTypeException e ->
          Errors.typeError(
              e.getMessage() == null
                  ? "wrong types of arguments"
                  : isAmbiguous(e) ? ambiguous(message(e)) : withoutArguments(message(e)));
      case UnsupportedMessageException e -> Errors.typeError("the host's object cannot do this");
      case SecurityException e -> Errors.of(ExceptionTypes.PERMISSION_ERROR, message(e));
      case RuntimeException e when InteropLibrary.getUncached().isException(e) -> error(e);
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    };
  }

  /** Whether several overloads of a method would do. */
  static boolean isAmbiguous(UnsupportedTypeException e) {
    return message(e).startsWith("Multiple applicable overloads");
  }

  /** The overloads, as their names can be given to getattr. */
  private static String ambiguous(String message) {
    StringBuilder all = new StringBuilder("more than one overload takes these arguments: ");
    String first = "";
    Matcher method = METHOD.matcher(message);
    while (method.find()) {
      String name = method.group(1) + "(" + method.group(2) + ")";
      all.append(first.isEmpty() ? "" : ", ").append(name);
      first = first.isEmpty() ? name : first;
    }
    return all.append("; getattr(object, '").append(first).append("') is one of them").toString();
  }

  /** The host knows only how the objects are held here. */
  private static String withoutArguments(String message) {
    int end = message.indexOf("], arguments: [");
    return end < 0 ? message : message.substring(0, end + 1) + ")";
  }

  private static String arity(ArityException e) {
    int least = e.getExpectedMinArity();
    int most = e.getExpectedMaxArity();
    String count =
        least == most ? "" + least : most < 0 ? "at least " + least : least + " to " + most;
    return count + (least == 1 && most == 1 ? " argument" : " arguments");
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private PyException error(RuntimeException thrown) {
    try {
      return new PyException(of(thrown));
    } catch (UnsupportedMessageException e) {
      throw new IllegalStateException(e);
    }
  }
}
