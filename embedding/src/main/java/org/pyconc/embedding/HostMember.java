package org.pyconc.embedding;

import com.oracle.truffle.api.interop.UnsupportedTypeException;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PyType;
import org.pyconc.transfer.Immutable;

/** A method of an object of the host, bound to it. */
final class HostMember extends PyObject implements Immutable {
  static final PyType TYPE =
      new PyType("java.method", BuiltinTypes.OBJECT, false, null, HostMember::define);

  private final HostObject receiver;
  private final String name;

  HostMember(HostObject receiver, String name) {
    this.receiver = receiver;
    this.name = name;
  }

  private static void define(org.pyconc.objects.TypeBuilder b) {
    b.rawMethod(
        "__call__(self, /, *args)",
        "Call the method.",
        (arguments, keywords) ->
            ((HostMember) arguments[0])
                .call(java.util.Arrays.copyOfRange(arguments, 1, arguments.length), keywords));
    b.method("__repr__(self, /)", "Return repr(self).", self -> ((HostMember) self).text());
    b.getter("__name__", "", self -> ((HostMember) self).name);
    b.getter("__self__", "", self -> ((HostMember) self).receiver);
  }

  private Object text() {
    return "<method " + name + " of " + receiver.type().fullName() + ">";
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public Object call(Object[] arguments, String[] keywords) {
    if (keywords.length > 0) {
      throw Errors.typeError(name + "() takes no keyword arguments");
    }
    Object[] converted = Heap.current(receiver.program()).toHost(arguments);
    return receiver.ask(
        (interop, self, heap) -> {
          try {
            return interop.invokeMember(self, name, converted);
          } catch (UnsupportedTypeException e) {
            // Of overloads for dates and times, that with the type that says most is meant.
            if (HostErrors.isAmbiguous(e) && GuestMoment.replaceAll(converted, heap)) {
              return interop.invokeMember(self, name, converted);
            }
            throw e;
          }
        });
  }
}
