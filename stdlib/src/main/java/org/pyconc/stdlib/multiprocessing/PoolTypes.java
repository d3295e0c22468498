package org.pyconc.stdlib.multiprocessing;

import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.stdlib.multiprocessing.PoolMessages.Kind;
import org.pyconc.stdlib.support.Garbage;
import org.pyconc.stdlib.support.NoPickling;
import org.pyconc.stdlib.support.Timeouts;

/**
 * Pools of processes.
 *
 * @see <a
 *     href="https://docs.python.org/3.11/library/multiprocessing.html#module-multiprocessing.pool">
 *     Process Pools</a>
 */
final class PoolTypes {
  private static final String MODULE = "multiprocessing.pool.";

  private PoolTypes() {}

  static final PyType POOL =
      new PyType(MODULE + "Pool", BuiltinTypes.OBJECT, true, PoolObject::new, PoolTypes::define);

  static final PyType THREAD_POOL =
      new PyType(
          MODULE + "ThreadPool",
          POOL,
          true,
          null,
          b -> {
            b.asPython("ThreadPool");
            b.methodN(
                "__init__(self, processes=None, initializer=None, initargs=())",
                "A pool of so many threads.",
                a -> {
                  open((PoolObject) a[0], a[1], a[2], a[3], PySingleton.NONE);
                  return PySingleton.NONE;
                });
          });

  static final PyType APPLY_RESULT =
      result("ApplyResult", BuiltinTypes.OBJECT, PoolTypes::defineResult);
  static final PyType MAP_RESULT = result("MapResult", APPLY_RESULT, b -> {});
  static final PyType IMAP = result("IMapIterator", BuiltinTypes.OBJECT, PoolTypes::defineStream);
  static final PyType IMAP_UNORDERED = result("IMapUnorderedIterator", IMAP, b -> {});

  static final PyType REMOTE_TRACEBACK =
      new PyType(
          MODULE + "RemoteTraceback",
          ExceptionTypes.EXCEPTION,
          true,
          null,
          b ->
              b.getter(
                  "tb",
                  "The traceback as text.",
                  self -> {
                    PyTuple arguments = ((PyBaseException) self).arguments();
                    return arguments.size() == 0 ? PySingleton.NONE : arguments.get(0);
                  }));

  static final PyType MAYBE_ENCODING_ERROR =
      new PyType(
          MODULE + "MaybeEncodingError",
          ExceptionTypes.EXCEPTION,
          true,
          null,
          PoolTypes::defineEncodingError);

  private static void defineEncodingError(TypeBuilder b) {
    b.method(
        "__init__(self, exc, value)",
        "The reason, and what could not be sent.",
        (self, reason, value) -> {
          initialise((PyBaseException) self, reason, value);
          return PySingleton.NONE;
        });
    b.method("__str__(self)", "str(self)", PoolTypes::encodingErrorText);
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<" + ((PyBaseException) self).type().name() + ": " + encodingErrorText(self) + ">");
  }

  private static String encodingErrorText(Object self) {
    PyTuple arguments = ((PyBaseException) self).arguments();
    return "Error sending result: '"
        + Text.javaStr(arguments.get(1))
        + "'. Reason: '"
        + Text.javaStr(arguments.get(0))
        + "'";
  }

  private static void initialise(PyBaseException error, Object reason, Object value) {
    Object reasonText = Text.repr(reason);
    Object valueText = Text.repr(value);
    error.setOwn("exc", reasonText);
    error.setOwn("value", valueText);
    error.setArguments(PyTuple.of(reasonText, valueText));
  }

  /** A result that cannot be sent, and why. */
  static PyBaseException encodingError(Object reason, Object value) {
    PyBaseException error = new PyBaseException(MAYBE_ENCODING_ERROR);
    initialise(error, reason, value);
    return error;
  }

  private static PyType result(String name, PyType base, PyType.Definition definition) {
    return new PyType(
        MODULE + name,
        base,
        false,
        t -> {
          throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
        },
        definition);
  }

  static PyException timeout() {
    return Errors.of(ProcessErrors.TIMEOUT_ERROR, PyObject.NO_ARGUMENTS);
  }

  static Object newPool(
      Object processes,
      Object initializer,
      Object initialArguments,
      Object mostTasks,
      Object context) {
    PoolObject pool = new PoolObject(POOL);
    pool.core.context = context;
    open(pool, processes, initializer, initialArguments, mostTasks);
    return pool;
  }

  private static void open(
      PoolObject pool,
      Object processes,
      Object initializer,
      Object initialArguments,
      Object mostTasks) {
    long count =
        processes == PySingleton.NONE
            ? Runtime.getRuntime().availableProcessors()
            : number(processes);
    if (count < 1) {
      throw Errors.valueError("Number of processes must be at least 1");
    }
    long most = Long.MAX_VALUE;
    if (mostTasks != PySingleton.NONE) {
      most = mostTasks instanceof Long l ? l : 0;
      if (most <= 0) {
        throw Errors.valueError("maxtasksperchild must be a positive int or None");
      }
    }
    if (initializer != PySingleton.NONE && !Calls.isCallable(initializer)) {
      throw Errors.typeError("initializer must be a callable");
    }
    pool.core.open((int) count, initializer, initialArguments, most);
    Garbage.watch(pool, pool.core.whenForgotten());
  }

  private static long number(Object processes) {
    if (PyType.of(processes).lookup("__lt__") == null || Text.isText(processes)) {
      throw Errors.typeError(
          "'<' not supported between instances of '" + PyType.of(processes).name() + "' and 'int'");
    }
    return Items.toLong(processes);
  }

  private static PoolCore pool(Object self) {
    return ((PoolObject) self).core;
  }

  /** A pool lives as long as somebody may ask for a result of it. */
  private static <T extends PoolJob> T of(Object pool, T job) {
    job.pool = pool;
    return job;
  }

  private static void define(TypeBuilder b) {
    b.asPython("Pool");
    NoPickling.isPool(b);
    b.methodN(
        "__init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None,"
            + " context=None)",
        "A pool of so many processes.",
        a -> {
          pool(a[0]).context = a[5];
          open((PoolObject) a[0], a[1], a[2], a[3], a[4]);
          return PySingleton.NONE;
        });
    b.method(
        "apply(self, func, args=(), kwds=None)",
        "Calls a function in a worker; waits for its result.",
        (self, function, arguments, keywords) ->
            get(
                of(
                    self,
                    pool(self)
                        .apply(
                            function, arguments, keywords, PySingleton.NONE, PySingleton.NONE))));
    b.methodN(
        "apply_async(self, func, args=(), kwds=None, callback=None, error_callback=None)",
        "Calls a function in a worker; its result is to come.",
        a -> of(a[0], pool(a[0]).apply(a[1], a[2], a[3], a[4], a[5])));
    defineMaps(b);
    b.method(
        "close(self)",
        "Takes no more tasks.",
        self -> {
          pool(self).close();
          return PySingleton.NONE;
        });
    b.method(
        "terminate(self)",
        "Ends the workers at once.",
        self -> {
          pool(self).terminate();
          return PySingleton.NONE;
        });
    b.method("join(self)", "Waits until the workers have ended.", self -> pool(self).join());
    b.method(
        "__enter__(self)",
        "Itself.",
        self -> {
          pool(self).requireRunning();
          return self;
        });
    b.method(
        "__exit__(self, exc_type, exc_val, exc_tb)",
        "Ends the workers.",
        (self, type, value, traceback) -> {
          pool(self).terminate();
          return PySingleton.NONE;
        });
    b.method(
        "__repr__(self)",
        "repr(self)",
        self ->
            "<"
                + PyType.of(self).fullName()
                + " state="
                + pool(self).state()
                + " pool_size="
                + pool(self).workerCount()
                + ">");
    b.getter(
        "_pool",
        "The processes that work.",
        self -> {
          if (((PyObject) self).type().isSubtypeOf(THREAD_POOL)) {
            throw Errors.noAttribute(self, "_pool");
          }
          return pool(self).workers();
        });
    b.getter("_processes", "", self -> (long) pool(self).workerCount());
  }

  private static void defineMaps(TypeBuilder b) {
    b.asPython("Pool");
    b.method(
        "map(self, func, iterable, chunksize=None)",
        "Calls a function with each item; waits for the list of results.",
        (self, function, items, chunk) -> get(map(self, function, items, Kind.MAP, chunk)));
    b.method(
        "starmap(self, func, iterable, chunksize=None)",
        "As map, with items that are several arguments.",
        (self, function, items, chunk) -> get(map(self, function, items, Kind.STARMAP, chunk)));
    b.methodN(
        "map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None)",
        "As map; the list is to come.",
        a -> of(a[0], pool(a[0]).map(a[1], a[2], Kind.MAP, chunkSize(a[3]), a[4], a[5])));
    b.methodN(
        "starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None)",
        "As starmap; the list is to come.",
        a -> of(a[0], pool(a[0]).map(a[1], a[2], Kind.STARMAP, chunkSize(a[3]), a[4], a[5])));
    b.method(
        "imap(self, func, iterable, chunksize=1)",
        "The results one after the other.",
        (self, function, items, chunk) ->
            of(self, pool(self).stream(function, items, streamChunk(chunk), true)));
    b.method(
        "imap_unordered(self, func, iterable, chunksize=1)",
        "The results as they come.",
        (self, function, items, chunk) ->
            of(self, pool(self).stream(function, items, streamChunk(chunk), false)));
  }

  private static PoolJob.Single map(
      Object self, Object function, Object items, Kind kind, Object chunk) {
    return of(
        self,
        pool(self)
            .map(function, items, kind, chunkSize(chunk), PySingleton.NONE, PySingleton.NONE));
  }

  private static long chunkSize(Object value) {
    return value == PySingleton.NONE ? -1 : Items.toLong(value);
  }

  private static long streamChunk(Object value) {
    long size = Items.toLong(value);
    if (size < 1) {
      throw Errors.valueError("Chunksize must be 1+, not " + size);
    }
    return size;
  }

  private static Object get(PoolJob.Single job) {
    return get(job, PySingleton.NONE);
  }

  private static Object get(PoolJob.Single job, Object timeout) {
    if (!job.done.await(Timeouts.deadline(timeout))) {
      throw timeout();
    }
    return job.result();
  }

  private static void defineResult(TypeBuilder b) {
    b.asPython("ApplyResult");
    b.generic();
    b.method(
        "get(self, timeout=None)",
        "Waits for the result; raises what the function raised.",
        (self, timeout) -> get((PoolJob.Single) self, timeout));
    b.method(
        "wait(self, timeout=None)",
        "Waits until the result is there.",
        (self, timeout) -> {
          ((PoolJob.Single) self).done.await(Timeouts.deadline(timeout));
          return PySingleton.NONE;
        });
    b.method(
        "ready(self)",
        "Whether the result is there.",
        self -> ((PoolJob.Single) self).done.isSet());
    b.method(
        "successful(self)",
        "Whether the function raised no exception.",
        self -> {
          PoolJob.Single job = (PoolJob.Single) self;
          if (!job.done.isSet()) {
            throw Errors.valueError(Text.javaRepr(self) + " not ready");
          }
          return job.isSuccess();
        });
  }

  private static void defineStream(TypeBuilder b) {
    b.asPython("IMapIterator");
    b.method("__iter__(self)", "Itself.", self -> self);
    b.method("__next__(self)", "The next result.", self -> next(self, PySingleton.NONE));
    b.method("next(self, timeout=None)", "The next result.", PoolTypes::next);
  }

  private static Object next(Object self, Object timeout) {
    Object value = ((PoolJob.Stream) self).next(Timeouts.deadline(timeout));
    if (value == null) {
      throw Errors.stopIteration(PySingleton.NONE);
    }
    return value;
  }
}
