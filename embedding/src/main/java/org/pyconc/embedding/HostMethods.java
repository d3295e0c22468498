package org.pyconc.embedding;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import java.util.Set;
import org.pyconc.embedding.HostTypes.Ability;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.objects.WideString;
import org.pyconc.operations.Attributes;
import org.pyconc.operations.Directory;
import org.pyconc.operations.Text;

/** What every object of the host can do in a program, and what follows from its abilities. */
final class HostMethods {
  private HostMethods() {}

  static HostObject self(Object value) {
    return (HostObject) value;
  }

  static void defineAlways(TypeBuilder b) {
    b.method(
        "__getattr__(self, name, /)",
        "Return a member.",
        (self, name) -> member(self(self), Attributes.name(name)));
    b.method(
        "__setattr__(self, name, value, /)",
        "Set a member.",
        (self, name, value) -> setMember(self(self), Attributes.name(name), value));
    b.method(
        "__delattr__(self, name, /)",
        "Remove a member.",
        (self, name) -> removeMember(self(self), Attributes.name(name)));
    b.method("__dir__(self, /)", "Return the names of the members.", HostMethods::members);
    b.method("__str__(self, /)", "Return str(self).", HostMethods::text);
    b.method("__repr__(self, /)", "Return repr(self).", HostMethods::represent);
    b.method("__eq__(self, value, /)", "Return self==value.", HostMethods::equal);
    b.method(
        "__ne__(self, value, /)",
        "Return self!=value.",
        (self, other) ->
            equal(self, other) instanceof Boolean e ? (Object) !e : PySingleton.NOT_IMPLEMENTED);
    b.method(
        "__hash__(self, /)",
        "Return hash(self).",
        self ->
            self(self)
                .ask(
                    (interop, value, heap) ->
                        heap.program().env().isHostObject(value)
                            ? (long) heap.program().env().asHostObject(value).hashCode()
                            : (long) interop.identityHashCode(value)));
  }

  static void define(TypeBuilder b, Set<Ability> abilities) {
    if (abilities.contains(Ability.HASH)) {
      HostMaps.define(b);
    } else if (abilities.contains(Ability.ARRAY)) {
      HostArrays.define(b);
    } else if (abilities.contains(Ability.ITERATOR)) {
      HostIterator.defineIterator(b);
    } else if (abilities.contains(Ability.ITERABLE)) {
      HostIterator.defineIterable(b);
    } else if (abilities.contains(Ability.STREAM)) {
      HostIterator.defineStream(b);
    }
    if (abilities.contains(Ability.BUFFER) || abilities.contains(Ability.ARRAY)) {
      HostArrays.defineBytes(b, abilities.contains(Ability.BUFFER));
    }
    if (abilities.contains(Ability.CALLABLE)) {
      b.rawMethod(
          "__call__(self, /, *args)",
          "Call self as a function or a class.",
          (arguments, keywords) ->
              self(arguments[0])
                  .call(java.util.Arrays.copyOfRange(arguments, 1, arguments.length), keywords));
    }
    HostValues.define(b, abilities);
  }

  private static Object member(HostObject self, String name) {
    boolean isMethod =
        self.tell(
            Boolean.class,
            (interop, value, heap) -> {
              if (interop.isMemberInvocable(value, name)) {
                return true;
              }
              if (interop.isMemberReadable(value, name)) {
                return false;
              }
              throw UnknownIdentifierException.create(name);
            });
    return isMethod
        ? new HostMember(self, name)
        : self.ask((interop, value, heap) -> interop.readMember(value, name));
  }

  private static Object setMember(HostObject self, String name, Object newValue) {
    Object converted = Heap.current(self.program()).toHost(newValue);
    return self.ask(
        (interop, value, heap) -> {
          if (!interop.isMemberWritable(value, name)) {
            throw cannot(interop, value, name, "set");
          }
          interop.writeMember(value, name, converted);
          return PySingleton.NONE;
        });
  }

  private static Object removeMember(HostObject self, String name) {
    return self.ask(
        (interop, value, heap) -> {
          if (!interop.isMemberRemovable(value, name)) {
            throw cannot(interop, value, name, "deleted");
          }
          interop.removeMember(value, name);
          return PySingleton.NONE;
        });
  }

  private static Exception cannot(InteropLibrary interop, Object value, String name, String what) {
    return interop.isMemberExisting(value, name)
        ? Errors.of(
            ExceptionTypes.ATTRIBUTE_ERROR,
            "attribute '" + name + "' of the host's object cannot be " + what)
        : UnknownIdentifierException.create(name);
  }

  private static Object members(Object self) {
    String[] names =
        self(self)
            .tell(
                String[].class,
                (interop, value, heap) ->
                    interop.hasMembers(value)
                        ? strings(interop, interop.getMembers(value))
                        : new String[0]);
    PyList all = Directory.ofClass(self(self).type());
    for (String name : names) {
      all.append(WideString.of(name));
    }
    return Directory.sorted(all);
  }

  private static String[] strings(InteropLibrary interop, Object array) throws Exception {
    String[] all = new String[(int) interop.getArraySize(array)];
    for (int i = 0; i < all.length; i++) {
      all[i] = interop.asString(interop.readArrayElement(array, i));
    }
    return all;
  }

  static Object text(Object self) {
    return self(self).ask((interop, value, heap) -> interop.toDisplayString(value, true));
  }

  private static Object represent(Object self) {
    return WideString.of("<" + self(self).type().fullName() + " " + Text.javaStr(text(self)) + ">");
  }

  private static Object equal(Object self, Object other) {
    if (!(other instanceof HostObject o)) {
      return PySingleton.NOT_IMPLEMENTED;
    }
    Object right = o.value();
    return self(self)
        .ask(
            (interop, value, heap) -> {
              var env = heap.program().env();
              return interop.isIdentical(value, right, interop)
                  || (env.isHostObject(value)
                      && env.isHostObject(right)
                      && env.asHostObject(value).equals(env.asHostObject(right)));
            });
  }

  static Object notFound(Object key) {
    throw Errors.keyError(key);
  }
}
