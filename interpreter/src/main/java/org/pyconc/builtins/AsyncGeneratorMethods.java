package org.pyconc.builtins;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyAsyncGenerator;
import org.pyconc.objects.PyFrame;
import org.pyconc.objects.PyGenerator;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyType;
import org.pyconc.objects.Resumable;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.Unset;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Calls;
import org.pyconc.operations.DefaultAnext;
import org.pyconc.operations.Text;

/**
 * The methods of asynchronous generators and of the awaitables that these return.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/reference/expressions.html#asynchronous-generator-iterator-methods">
 *     Asynchronous generator-iterator methods</a>
 */
public final class AsyncGeneratorMethods {
  private AsyncGeneratorMethods() {}

  static void define(TypeBuilder b) {
    b.method("__repr__(self, /)", "Return repr(self).", AsyncGeneratorMethods::repr);
    b.method(
        "__aiter__(self, /)",
        "Return an awaitable, that resolves in asynchronous iterator.",
        self -> self);
    b.method(
        "__anext__(self, /)",
        "Return a value or raise StopAsyncIteration.",
        self -> generator(self).asend(PySingleton.NONE));
    b.method(
        "asend(self, value, /)",
        "asend(v) -> send 'v' in generator.",
        (self, value) -> generator(self).asend(value));
    b.methodN(
        "athrow(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)",
        "athrow(typ[,val[,tb]]) -> raise exception in generator.",
        bound ->
            generator(bound[0]).athrow(GeneratorMethods.exception(bound[1], bound[2], bound[3])));
    b.method(
        "aclose(self, /)",
        "aclose() -> raise GeneratorExit inside generator.",
        self -> generator(self).aclose());
    b.classMethod(
        "__class_getitem__(cls, item, /)",
        "See PEP 585",
        bound -> GenericAliasMethods.alias(bound[0], bound[1]));
    b.getSet(
        "__name__",
        "name of the async generator",
        self -> WideString.of(body(self).name()),
        (self, v) -> {
          body(self).setName(GeneratorMethods.string(v, "__name__"));
          return PySingleton.NONE;
        });
    b.getSet(
        "__qualname__",
        "qualified name of the async generator",
        self -> WideString.of(body(self).qualifiedName()),
        (self, v) -> {
          body(self).setQualifiedName(GeneratorMethods.string(v, "__qualname__"));
          return PySingleton.NONE;
        });
    b.getter(
        "ag_await",
        "object being awaited on, or None",
        self -> PySingleton.orNone(body(self).delegate()));
    b.getter("ag_running", "", self -> generator(self).isRunning());
    b.getter("ag_code", "", self -> body(self).code());
    b.getter(
        "ag_frame",
        "",
        self -> {
          PyFrame frame = body(self).frame();
          return frame == null ? PySingleton.NONE : frame;
        });
  }

  private static PyAsyncGenerator generator(Object self) {
    return (PyAsyncGenerator) self;
  }

  private static PyGenerator body(Object self) {
    return generator(self).body();
  }

  private static Object repr(Object self) {
    return WideString.of(
        "<async_generator object "
            + body(self).qualifiedName()
            + " at "
            + Text.address(self)
            + ">");
  }

  /** The methods of an object that is awaited: itself an iterator. */
  public static void defineAwaitable(TypeBuilder b) {
    b.method(
        "__await__(self, /)", "Return an iterator to be used in await expression.", self -> self);
    b.method("__iter__(self, /)", "Implement iter(self).", self -> self);
    b.method(
        "__next__(self, /)",
        "Implement next(self).",
        self -> orStop((Resumable) self, ((Resumable) self).sendOrEnd(PySingleton.NONE)));
    b.method(
        "send(self, arg, /)",
        "send(arg) -> send 'arg' into generator,\n"
            + "return next yielded value or raise StopIteration.",
        (self, value) -> orStop((Resumable) self, ((Resumable) self).sendOrEnd(value)));
    b.methodN(
        "throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)",
        "Raise exception in generator, return next yielded value or raise\nStopIteration.",
        bound ->
            orStop(
                (Resumable) bound[0],
                ((Resumable) bound[0])
                    .throwOrEnd(GeneratorMethods.thrown(bound[1], bound[2], bound[3]))));
    b.method(
        "close(self, /)",
        "close() -> raise GeneratorExit inside generator.",
        self -> {
          ((Resumable) self).close();
          return PySingleton.NONE;
        });
  }

  private static Object orStop(Resumable from, @Nullable Object yielded) {
    if (yielded == null) {
      throw Errors.stopIteration(from.result());
    }
    return yielded;
  }

  /** {@code aiter} and {@code anext}. */
  static void defineFunctions(ModuleBuilder b) {
    b.function(
        "aiter(async_iterable, /)",
        "Return an AsyncIterator for an AsyncIterable object.",
        AsyncGeneratorMethods::aiter);
    b.function(
        "anext(aiterator, default=<unrepresentable>, /)",
        "Return the next item from the async iterator.\n\n"
            + "If default is given and the async iterator is exhausted,\n"
            + "it is returned instead of raising StopAsyncIteration.",
        AsyncGeneratorMethods::anext);
  }

  private static Object aiter(Object iterable) {
    Object iterator = Calls.special(iterable, "__aiter__");
    if (iterator == null) {
      throw Errors.typeError(
          "'" + PyType.of(iterable).name() + "' object is not an async iterable");
    }
    if (PyType.of(iterator).lookup("__anext__") == null) {
      throw Errors.typeError(
          "aiter() returned not an async iterator of type '" + PyType.of(iterator).name() + "'");
    }
    return iterator;
  }

  private static Object anext(Object iterator, Object otherwise) {
    Object awaitable = Calls.special(iterator, "__anext__");
    if (awaitable == null) {
      throw Errors.typeError(
          "'" + PyType.of(iterator).name() + "' object is not an async iterator");
    }
    return otherwise == Unset.UNSET ? awaitable : new DefaultAnext(awaitable, otherwise);
  }
}
