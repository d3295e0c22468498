package org.pyconc.stdlib.multiprocessing;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyDictView;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Iteration;
import org.pyconc.operations.Text;
import org.pyconc.runtime.ModuleLoader;
import org.pyconc.transfer.Immutable;
import org.pyconc.transfer.Message;
import org.pyconc.transfer.Sharing;

/**
 * The way to a manager's process, shared by all who use the manager. It keeps the manager's
 * objects. A dict or list that holds nothing but what processes share anyway (numbers, text) is
 * worked on at once by whoever calls, under a lock: no code of the program can run meanwhile. All
 * other calls go to the manager's process as requests.
 */
final class ManagerLink extends PyObject implements Immutable {
  private static final int BROKEN_PIPE = 32;

  /**
   * An object of the manager.
   *
   * @param entry for the manager's process: a tuple of the object and what is known of it
   */
  private record Entry(Object object, PyTuple entry, Reference token) {
    PyTuple exposed() {
      return (PyTuple) entry.get(1);
    }
  }

  /** Tells which object nobody can name any more. */
  private static final class Reference extends WeakReference<TokenObject> {
    final long number;

    Reference(TokenObject token, ReferenceQueue<TokenObject> queue) {
      super(token, queue);
      this.number = token.number;
    }
  }

  private final Object address;

  /** The key of a manager of another program; null for one of this program. */
  private final @Nullable Object authKey;

  private final MessageQueue requests = new MessageQueue(0, null);
  private final ReferenceQueue<TokenObject> unreachable = new ReferenceQueue<>();
  private volatile @Nullable KernelProcess server;

  // Guarded by this.
  private final Map<Long, Entry> entries = new HashMap<>();

  /** The numbers of dicts and lists that hold only what processes share, and their objects. */
  private final Map<Long, Object> plain = new HashMap<>();

  private long last;

  /** Does calls that come from the manager's own process. Used by that process only. */
  private Object local = PySingleton.NONE;

  ManagerLink(String address) {
    this(address, null);
  }

  /**
   * The way to a manager of another program.
   *
   * @param address text or a tuple
   * @param authKey a PyBytes
   */
  ManagerLink(Object address, @Nullable Object authKey) {
    this.address = address;
    this.authKey = authKey;
  }

  static final PyType LINK =
      new PyType(
          "_multiprocessing.Link",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          ManagerLink::define);

  private static ManagerLink link(Object self) {
    return (ManagerLink) self;
  }

  private static void define(TypeBuilder b) {
    b.method(
        "request(self, method, args, kwds)",
        "Has the manager's process do something for which it needs no object.",
        (self, method, arguments, keywords) ->
            link(self).request(null, Text.java(method), (PyTuple) arguments, keywords));
    b.method(
        "receive(self, local)",
        "The next request; only for the manager's process.",
        (self, local) -> link(self).receive(local));
    b.method(
        "add(self, typeid, entry)",
        "Keeps an object; its token.",
        (self, typeName, entry) -> link(self).add(Text.java(typeName), (PyTuple) entry));
    b.method("count(self)", "How many objects there are.", self -> link(self).count());
    b.method(
        "attach(self, process)",
        "The process is the manager's.",
        (self, process) -> {
          link(self).server = ((ProcessObject) process).process;
          return PySingleton.NONE;
        });
    b.getter("address", "Where the manager is.", self -> link(self).address);
    b.getter(
        "authkey",
        "The key of a manager of another program.",
        self -> {
          Object key = link(self).authKey;
          return key == null ? PySingleton.NONE : key;
        });
    b.method(
        "token(self, typeid, id)",
        "Names an object of a manager of another program.",
        (self, typeName, identity) -> link(self).remoteToken(typeName, identity));
    b.method(
        "numbers(self)", "The numbers and reprs of the objects.", self -> link(self).describe());
  }

  Object address() {
    return address;
  }

  /** A call of an object that another program keeps: through a socket. */
  private Object callRemote(TokenObject token, String method, PyTuple positional, Object keywords) {
    Object module = ModuleLoader.current().importModule("multiprocessing._remote", true);
    return Calls.call(
        Attributes.load(module, "call"),
        this,
        Long.toHexString(token.number),
        method,
        positional,
        keywords);
  }

  private TokenObject remoteToken(Object typeName, Object identity) {
    try {
      return new TokenObject(
          this, Long.parseUnsignedLong(Text.java(identity), 16), Text.java(typeName));
    } catch (NumberFormatException e) {
      throw Errors.valueError("not the number of an object: " + Text.javaRepr(identity));
    }
  }

  // ---- the manager's process -------------------------------------------------------------------

  private Object receive(Object localHandler) {
    local = localHandler;
    Task task = Task.require();
    task.setService(true); // it may wait for ever
    Object request = requests.get(Deadline.NEVER);
    task.setService(false);
    return request == null ? PySingleton.NONE : request;
  }

  private synchronized TokenObject add(String typeName, PyTuple entry) {
    forgetUnreachable();
    TokenObject token = new TokenObject(this, ++last, typeName);
    Object object = entry.get(0);
    entries.put(last, new Entry(object, entry, new Reference(token, unreachable)));
    if (isPlain(object)) {
      plain.put(last, object);
    }
    return token;
  }

  private void forgetUnreachable() {
    for (Object gone = unreachable.poll(); gone != null; gone = unreachable.poll()) {
      if (gone instanceof Reference reference) {
        entries.remove(reference.number);
        plain.remove(reference.number);
      }
    }
  }

  private static boolean isPlain(Object object) {
    if (object instanceof PyDict dict && dict.type() == BuiltinTypes.DICT) {
      for (int i = dict.next(0); i >= 0; i = dict.next(i + 1)) {
        if (!Sharing.isShared(dict.keyAt(i)) || !Sharing.isShared(dict.valueAt(i))) {
          return false;
        }
      }
      return true;
    }
    if (object instanceof PyList list && list.type() == BuiltinTypes.LIST) {
      for (int i = 0; i < list.size(); i++) {
        if (!Sharing.isShared(list.get(i))) {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  private synchronized Object count() {
    forgetUnreachable();
    return (long) entries.size();
  }

  private synchronized Object describe() {
    PyList all = new PyList();
    for (Map.Entry<Long, Entry> each : entries.entrySet()) {
      all.append(PyTuple.of(Long.toHexString(each.getKey()), each.getValue().object()));
    }
    return all;
  }

  // ---- those who call --------------------------------------------------------------------------

  private KernelProcess requireServer() {
    KernelProcess process = server;
    if (process == null || process.hasEnded()) {
      throw Errors.osError(BROKEN_PIPE, "Broken pipe");
    }
    return process;
  }

  /** {@code object[key]}. */
  Object item(TokenObject token, Object key) {
    if (authKey != null) {
      return callRemote(token, "__getitem__", PyTuple.of(key), PySingleton.NONE);
    }
    requireServer();
    synchronized (this) {
      Object object = plain.get(token.number);
      if (object != null && Sharing.isShared(key)) {
        return Items.get(object, key);
      }
    }
    return call(token, "__getitem__", PyTuple.of(key), PySingleton.NONE);
  }

  /** {@code object[key] = value}. */
  Object setItem(TokenObject token, Object key, Object value) {
    if (authKey != null) {
      return callRemote(token, "__setitem__", PyTuple.of(key, value), PySingleton.NONE);
    }
    requireServer();
    synchronized (this) {
      Object object = plain.get(token.number);
      if (object != null && Sharing.isShared(key) && Sharing.isShared(value)) {
        Items.set(object, key, value);
        return PySingleton.NONE;
      }
    }
    return call(token, "__setitem__", PyTuple.of(key, value), PySingleton.NONE);
  }

  /** Calls a method of an object. */
  Object call(TokenObject token, String method, PyTuple positional, Object keywords) {
    if (authKey != null) {
      return callRemote(token, method, positional, keywords);
    }
    requireServer();
    boolean hasKeywords = keywords instanceof PyDict d && d.size() > 0;
    Entry entry;
    synchronized (this) {
      entry = entries.get(token.number);
      Object object = plain.get(token.number);
      if (object != null && entry != null && isExposed(entry, method)) {
        if (!hasKeywords && Sharing.isShared(positional)) {
          return detach(
              object, Calls.call(Attributes.load(object, method), positional.items().clone()));
        }
        plain.remove(token.number); // what it gets now is the manager's own
      }
    }
    return request(entry == null ? null : entry.entry(), method, positional, keywords);
  }

  private static boolean isExposed(Entry entry, String method) {
    for (Object name : entry.exposed().items()) {
      if (method.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** A result that does not hang together with the object: views and iterators become lists. */
  private static Object detach(Object object, Object value) {
    if (value == object) {
      return value instanceof PyDict d ? Calls.method(d, "copy") : Iteration.toList(value);
    }
    boolean isBound = value instanceof PyDictView || PyType.of(value).lookup("__next__") != null;
    return isBound ? Iteration.toList(value) : value;
  }

  private Object request(
      @Nullable PyTuple entry, String method, PyTuple positional, Object keywords) {
    KernelProcess process = requireServer();
    Task task = Task.require();
    if (task.process() == process && local != PySingleton.NONE) {
      PyTuple outcome =
          (PyTuple)
              Calls.call(
                  local, entry == null ? PySingleton.NONE : entry, method, positional, keywords);
      return result(Text.java(outcome.get(0)), outcome.get(1));
    }
    ManagerRequest request =
        new ManagerRequest(
            entry,
            method,
            ManagerRequest.pack(positional, keywords),
            task.process().pid() + "/" + task.number());
    requests.put(request, Deadline.NEVER);
    MessageQueue reply = request.reply;
    Task.awaitAny(
        List.of(reply.readable(), process.exitQueue()),
        () -> !reply.isEmpty() || process.hasEnded(),
        Deadline.NEVER);
    if (!(reply.get(Deadline.NOW) instanceof ManagerRequest.Outcome outcome)) {
      throw Errors.of(ExceptionTypes.EOF_ERROR, NO_ARGUMENTS);
    }
    return result(outcome.kind(), Message.unpack(outcome.packed()));
  }

  private static Object result(String kind, Object value) {
    return switch (kind) {
      case "#RETURN" -> value;
      case "#PROXY" -> {
        PyTuple proxy = (PyTuple) value; // class, token, exposed methods
        yield Calls.call(
            proxy.get(0),
            new Object[] {proxy.get(1), "pickle", proxy.get(2)},
            new String[] {"exposed"});
      }
      case "#ERROR" -> throw new PyException((PyBaseException) value);
      default -> throw Errors.of(ProxyTypes.REMOTE_ERROR, new Object[] {value});
    };
  }

  @Override
  public PyType type() {
    return LINK;
  }
}
