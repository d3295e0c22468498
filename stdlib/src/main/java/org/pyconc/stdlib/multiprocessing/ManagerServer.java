package org.pyconc.stdlib.multiprocessing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.kernel.Task;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyDictView;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Iteration;
import org.pyconc.stdlib.support.CallWith;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Message;
import org.pyconc.transfer.Transferable;

/** What the process of a manager does: keeps objects, and calls their methods for others. */
final class ManagerServer extends PyObject implements Transferable {
  /**
   * A call of a method.
   *
   * @param object whose method; 0 for the server, which then makes an object of the type
   * @param method its name, or that of the type
   * @param packed positional arguments and a dict of keyword arguments, as a message
   * @param reply where an {@link Outcome} is to be put
   */
  record Request(long object, String method, Object packed, MessageQueue reply) {}

  /** What came of a request: a value or an exception, as a message. */
  record Outcome(boolean isSuccess, Object packed) {}

  private final MessageQueue requests;
  private final Map<Long, Object> objects = new HashMap<>();
  private long last;

  ManagerServer(MessageQueue requests) {
    this.requests = requests;
  }

  @Override
  public Object copy(Copier copier) {
    return new ManagerServer(requests);
  }

  @Override
  public PyType type() {
    return BuiltinTypes.OBJECT;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    Task.require().setService(true); // it may wait for ever
    while (true) {
      if (requests.get(Deadline.NEVER) instanceof Request request) {
        request.reply().put(outcome(request), Deadline.NEVER);
      }
    }
  }

  private Outcome outcome(Request request) {
    try {
      return new Outcome(true, Message.pack(execute(request)));
    } catch (PyException e) {
      PyBaseException exception = e.value();
      if (!exception.type().isSubtypeOf(ExceptionTypes.EXCEPTION)) {
        throw e;
      }
      return failure(exception);
    }
  }

  private static Outcome failure(PyBaseException exception) {
    try {
      return new Outcome(false, Message.pack(exception));
    } catch (PyException refused) {
      return new Outcome(false, Message.pack(refused.value()));
    }
  }

  private Object execute(Request request) {
    PyTuple arguments = (PyTuple) Message.unpack(request.packed());
    Object[] positional = Iteration.toArray(arguments.get(0));
    @Nullable PyDict keywords = arguments.get(1) instanceof PyDict d ? d : null;
    if (request.object() == 0) {
      PyType type = request.method().equals("dict") ? BuiltinTypes.DICT : BuiltinTypes.LIST;
      objects.put(++last, CallWith.call(type, positional, keywords));
      return last;
    }
    Object object = objects.get(request.object());
    if (object == null) {
      throw Errors.keyError(Long.toHexString(request.object()));
    }
    Object method = Attributes.load(object, request.method());
    Object value = CallWith.call(method, positional, keywords);
    // a view cannot leave its dict, nor an iterator its list: their elements travel
    return value instanceof PyDictView || isIterator(value) ? Iteration.toList(value) : value;
  }

  private static boolean isIterator(Object value) {
    return PyType.of(value).lookup("__next__") != null;
  }
}
