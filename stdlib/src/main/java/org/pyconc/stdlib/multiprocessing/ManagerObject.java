package org.pyconc.stdlib.multiprocessing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.KernelProcess;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.kernel.Task;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Message;
import org.pyconc.transfer.Transferable;

/** A manager: the way to its server process. Proxies share it. */
final class ManagerObject extends PyInstance implements Transferable {
  private static final int BROKEN_PIPE = 32;

  private final MessageQueue requests;
  private @Nullable KernelProcess server;

  ManagerObject(PyType type) {
    this(type, new MessageQueue(0, null), null);
  }

  private ManagerObject(PyType type, MessageQueue requests, @Nullable KernelProcess server) {
    super(type);
    this.requests = requests;
    this.server = server;
  }

  @Override
  public Object copy(Copier copier) {
    ManagerObject copy = new ManagerObject(copier.copyType(type()), requests, server);
    copier.register(this, copy);
    copier.copyAttributes(this, copy);
    return copy;
  }

  /** Starts the server process. */
  void start() {
    ProcessTable table = ProcessTable.current();
    ProcessObject process = ProcessTypes.helper("SyncManager", new ManagerServer(requests));
    ProcessTypes.launch(process, table, true, new Bootstrap(table.defaultKey));
    server = process.process;
  }

  /** Ends the server process; its objects are gone. */
  void shutdown() {
    KernelProcess process = server;
    if (process != null && !process.hasEnded()) {
      process.terminate(KernelProcess.SIGTERM);
      process.join(Deadline.NEVER);
    }
  }

  /** Has the server call a method; see {@link ManagerServer.Request}. */
  Object call(long object, String method, Object positional, Object keywords) {
    KernelProcess process = server;
    if (process == null || process.hasEnded()) {
      throw Errors.osError(BROKEN_PIPE, "Broken pipe");
    }
    Object packed = Message.pack(PyTuple.of(positional, keywords));
    MessageQueue reply = new MessageQueue(1, null);
    requests.put(new ManagerServer.Request(object, method, packed, reply), Deadline.NEVER);
    Task.awaitAny(
        List.of(reply.readable(), process.exitQueue()),
        () -> !reply.isEmpty() || process.hasEnded(),
        Deadline.NEVER);
    if (!(reply.get(Deadline.NOW) instanceof ManagerServer.Outcome outcome)) {
      throw Errors.osError(BROKEN_PIPE, "Broken pipe");
    }
    Object value = Message.unpack(outcome.packed());
    if (!outcome.isSuccess() && value instanceof PyBaseException e) {
      throw new PyException(e);
    }
    return value;
  }

  /** Has the server call a method with positional arguments only. */
  Object call(long object, String method, Object... positional) {
    return call(object, method, PyTuple.of(positional), PySingleton.NONE);
  }
}
