package org.pyconc.stdlib.multiprocessing;

import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.Deadline;
import org.pyconc.kernel.MessageQueue;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Text;
import org.pyconc.transfer.Message;

/** A call that a manager's process is to do, and the way back for its outcome. */
final class ManagerRequest extends PyObject {
  /**
   * What came of a request.
   *
   * @param kind as in CPython's protocol: {@code #RETURN}, {@code #ERROR}, {@code #TRACEBACK} ...
   * @param packed the value as a message
   */
  record Outcome(String kind, Object packed) {}

  private final @Nullable Object object;
  private final String method;
  private final Object packed;
  private final String caller;
  final MessageQueue reply = new MessageQueue(1, null);

  ManagerRequest(@Nullable Object object, String method, Object packed, String caller) {
    this.object = object;
    this.method = method;
    this.packed = packed;
    this.caller = caller;
  }

  static final PyType REQUEST =
      new PyType(
          "_multiprocessing.Request",
          BuiltinTypes.OBJECT,
          false,
          t -> {
            throw Errors.typeError("cannot create '" + t.fullName() + "' instances");
          },
          ManagerRequest::define);

  private static ManagerRequest request(Object self) {
    return (ManagerRequest) self;
  }

  private static void define(TypeBuilder b) {
    b.getter("entry", "The object, its exposed methods, the types of results.", ManagerRequest::of);
    b.getter("method", "The name of the method.", self -> request(self).method);
    b.getter("caller", "Which thread of which process asks.", self -> request(self).caller);
    b.method(
        "arguments(self)",
        "Positional arguments and keyword arguments; to be called once.",
        self -> Message.unpack(request(self).packed));
    b.method(
        "answer(self, kind, value)",
        "Sends the outcome; TypeError if it cannot be sent.",
        (self, kind, value) -> {
          request(self)
              .reply
              .put(new Outcome(Text.java(kind), Message.pack(value)), Deadline.NEVER);
          return true;
        });
  }

  private static Object of(Object self) {
    Object known = request(self).object;
    if (known == null) {
      throw Errors.keyError("the object is gone");
    }
    return known;
  }

  /** The arguments of a call as one message. */
  static Object pack(PyTuple positional, Object keywords) throws PyException {
    return Message.pack(PyTuple.of(positional, keywords));
  }

  @Override
  public PyType type() {
    return REQUEST;
  }
}
